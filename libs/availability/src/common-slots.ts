import { expandWindows } from './expand-windows.js';
import type { AvailabilityExceptions } from './expand-windows.js';
import { intersect, subtract, union } from './interval.js';
import type { Interval } from './interval.js';
import { DAY_MS, MINUTE_MS } from './local-date.js';
import type { ZonedWindows } from './weekly-window.js';
import { offsetRegimes } from './zone-offsets.js';
import type { OffsetRegime } from './zone-offsets.js';

/** A meeting that could be: instants in milliseconds, half-open. */
export type Slot = Interval;

/** Somebody who must be free. `busy` need be neither sorted nor free of overlaps. */
export interface SlotPerson extends ZonedWindows {
  readonly exceptions?: AvailabilityExceptions | undefined;
  readonly busy?: readonly Interval[] | undefined;
}

/** What `findCommonSlots` looks for. */
export interface SlotSearch {
  /** All of them must be free; the first one's clock sets the steps. */
  readonly people: readonly SlotPerson[];
  readonly from: number;
  readonly to: number;
  readonly lengthMinutes: number;
  /** Starts lie on multiples of this after the first person's local midnight. Default 30. */
  readonly stepMinutes?: number | undefined;
  /** Least time between a slot and what somebody already has. Default 0. */
  readonly bufferMinutes?: number | undefined;
  /** No slot starts before this instant. */
  readonly notBefore?: number | undefined;
  /** Most slots to return, the earliest ones. Default 50. */
  readonly limit?: number | undefined;
}

/**
 * Times at which everybody is free for the whole length, earliest first; slots may overlap each other.
 *
 * A slot never leaves anybody's windows, exceptions applied, and stays `bufferMinutes` away from anything busy.
 *
 * @throws RangeError when there is nobody, a zone does not exist, or a length or step is not a positive whole number
 */
export function findCommonSlots(search: SlotSearch): Slot[] {
  const [first] = search.people;
  if (first === undefined) throw new RangeError('Name at least one person.');
  const step = positive('stepMinutes', search.stepMinutes ?? 30) * MINUTE_MS;
  const length = positive('lengthMinutes', search.lengthMinutes) * MINUTE_MS;
  const limit = search.limit ?? 50;
  const from = Math.max(search.from, search.notBefore ?? search.from);
  if (from >= search.to) return [];

  const free = search.people
    .map((person) => freeIntervals(person, from, search.to, search.bufferMinutes ?? 0))
    .reduce((common, own) => intersect(common, own));
  const regimes = offsetRegimes(first.timeZone, from, search.to);
  const slots: Slot[] = [];
  for (const { start, end } of free) {
    let slotStart = alignUp(start, step, regimes);
    while (slotStart + length <= end && slots.length < limit) {
      slots.push({ start: slotStart, end: slotStart + length });
      slotStart = alignUp(slotStart + 1, step, regimes);
    }
  }
  return slots;
}

/** When one person is free between two instants: windows and exceptions, less what is busy and the time around it. */
export function freeIntervals(
  person: SlotPerson,
  from: number,
  to: number,
  bufferMinutes: number,
): Interval[] {
  const buffer = bufferMinutes * MINUTE_MS;
  const taken = (person.busy ?? []).map(({ start, end }) => ({ start: start - buffer, end: end + buffer }));
  const open = expandWindows(person.windows, person.timeZone, from, to, person.exceptions);
  return subtract(open, union(taken));
}

/** The first instant from `instant` on whose local time of day is a multiple of the step. */
function alignUp(instant: number, step: number, regimes: readonly OffsetRegime[]): number {
  let earliest = instant;
  for (const { end, offsetMs } of regimes) {
    if (earliest >= end) continue;
    const local = earliest + offsetMs;
    const midnight = Math.floor(local / DAY_MS) * DAY_MS;
    const sinceMidnight = Math.ceil((local - midnight) / step) * step;
    const aligned = midnight + Math.min(sinceMidnight, DAY_MS) - offsetMs;
    if (aligned < end) return aligned;
    earliest = end;
  }
  return earliest;
}

function positive(name: string, value: number): number {
  if (Number.isInteger(value) && value > 0) return value;
  throw new RangeError(`${name} must be a whole number above 0.`);
}
