import { IANAZone } from 'luxon';
import { DAY_MS, MINUTE_MS } from './local-date.js';

/** A stretch of time in which a zone keeps one offset: local = instant + offsetMs. Half-open, milliseconds. */
export interface OffsetRegime {
  readonly start: number;
  readonly end: number;
  readonly offsetMs: number;
}

/** More than any working set needs; beyond it the memory is emptied, so that odd years can't fill it. */
const REMEMBERED_SPANS = 4_000;
const remembered = new Map<string, readonly OffsetRegime[]>();

/**
 * The offset of a zone at an instant, in milliseconds east of UTC.
 *
 * @throws RangeError when there is no such zone
 */
export function offsetMsAt(zone: string, instant: number): number {
  return zoneOf(zone).offset(instant) * MINUTE_MS;
}

/**
 * The offsets that a zone keeps between two instants, in order and without holes.
 *
 * Whole years are returned (with at least four days before `from` and after `to`), so that local times near the edges
 * can be converted too. Changes are found by asking for the offset of every day, then halving the day of a change down to the millisecond.
 *
 * @throws RangeError when there is no such zone
 */
export function offsetRegimes(zone: string, from: number, to: number): readonly OffsetRegime[] {
  const firstYear = new Date(from - 4 * DAY_MS).getUTCFullYear();
  const lastYear = new Date(to + 4 * DAY_MS).getUTCFullYear();
  const key = `${zone}|${firstYear}|${lastYear}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const regimes = findRegimes(zoneOf(zone), Date.UTC(firstYear, 0, 1), Date.UTC(lastYear + 1, 0, 1));
  if (remembered.size >= REMEMBERED_SPANS) remembered.clear();
  remembered.set(key, regimes);
  return regimes;
}

function findRegimes(zone: IANAZone, from: number, to: number): OffsetRegime[] {
  const regimes: OffsetRegime[] = [];
  let start = from;
  let offset = zone.offset(from);
  for (let day = from; day < to; day += DAY_MS) {
    const next = Math.min(day + DAY_MS, to);
    const offsetThen = zone.offset(next);
    if (offsetThen === offset) continue;
    const change = firstInstantWithout(zone, offset, day, next);
    regimes.push({ start, end: change, offsetMs: offset * MINUTE_MS });
    start = change;
    offset = offsetThen;
  }
  if (start < to) regimes.push({ start, end: to, offsetMs: offset * MINUTE_MS });
  return regimes;
}

function firstInstantWithout(zone: IANAZone, offset: number, from: number, to: number): number {
  let before = from;
  let after = to;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (zone.offset(middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

function zoneOf(name: string): IANAZone {
  const zone = IANAZone.create(name);
  if (!zone.isValid) throw new RangeError(`"${name}" is not a time zone: write one like Europe/Berlin.`);
  return zone;
}
