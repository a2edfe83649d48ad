import type { TermClock } from '#availability';
import { weekShares } from '#availability';
import type { EncodedSide } from './encode-side.js';
import type { Ragged } from './ragged.js';

/** A weekly window on one of the clocks. */
export interface ClockWindow {
  readonly clock: number;
  readonly start: number;
  readonly end: number;
}

/** The distinct windows of one side, numbered. */
export class WindowNumbers {
  readonly all: ClockWindow[] = [];
  private readonly known = new Map<number, number>();

  readonly idsOf = (clock: number, bounds: readonly number[]): number[] => {
    const ids: number[] = [];
    for (let k = 0; k + 1 < bounds.length; k += 2) {
      const [start, end] = [bounds[k] ?? 0, bounds[k + 1] ?? 0];
      const key = (clock * 16_384 + start) * 16_384 + end;
      let id = this.known.get(key);
      if (id === undefined) {
        id = this.all.push({ clock, start, end }) - 1;
        this.known.set(key, id);
      }
      ids.push(id);
    }
    return ids;
  };
}

/** The longest step in minutes of which every bound and every change of a clock is a multiple. */
export function commonStep(sides: readonly EncodedSide[], clocks: readonly TermClock[]): number {
  let step = 1440;
  const take = (value: number): void => {
    let rest = Math.abs(value);
    while (rest > 0) [step, rest] = [rest, step % rest];
  };
  for (const { starts, offsets } of clocks) [...starts, ...offsets].forEach(take);
  for (const { bounds } of sides) for (const list of bounds) for (const value of list) take(value);
  return step;
}

/**
 * Where a window falls on another clock as times of the week, each with the factor by which the minutes before it count: the
 * minutes shared with somebody are the sum of factor times their free units before that time.
 */
export function countedTimes(
  { start, end }: ClockWindow,
  own: TermClock,
  other: TermClock,
  step: number,
): Map<number, number> {
  const factors = new Map<number, number>();
  const add = (time: number, factor: number): void => {
    const sum = (factors.get(time) ?? 0) + factor;
    if (sum === 0 || time === 0) factors.delete(time);
    else factors.set(time, sum);
  };
  for (const { from, to, times } of weekShares(start, end, own, other, step)) {
    add(to, times);
    add(from, -times);
  }
  return factors;
}

/** A window with its number. */
export interface NumberedWindow extends ClockWindow {
  readonly id: number;
}

/** The windows on each clock, by their start. */
export function byClock(windows: readonly ClockWindow[], clocks: number): NumberedWindow[][] {
  const found = Array.from({ length: clocks }, (): NumberedWindow[] => []);
  windows.forEach((window, id) => found[window.clock]?.push({ ...window, id }));
  for (const list of found) list.sort((a, b) => a.start - b.start);
  return found;
}

/**
 * By own window, what it shares over the term with windows of the other side: their numbers and units in turn.
 *
 * @param theirs windows on the clock `other`
 * @param mine windows on the clock `own`, by their start
 */
export function meetings(
  theirs: readonly NumberedWindow[],
  mine: readonly NumberedWindow[],
  other: TermClock,
  own: TermClock,
  step: number,
): Map<number, number[]> {
  const met = new Map<number, number[]>();
  const longest = mine.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  for (const window of theirs) {
    for (const { from, to, times } of weekShares(window.start, window.end, other, own, step)) {
      for (let k = firstFrom(mine, from - longest + 1); k < mine.length; k += 1) {
        const { id, start, end } = mine[k] ?? window;
        if (start >= to) break;
        if (end <= from) continue;
        const units = ((Math.min(to, end) - Math.max(from, start)) / step) * times;
        const list = met.get(id);
        if (list === undefined) met.set(id, [window.id, units]);
        else if (list.at(-2) === window.id) list[list.length - 1] = (list.at(-1) ?? 0) + units;
        else list.push(window.id, units);
      }
    }
  }
  return met;
}

/** The place of the first window that starts at a time or later. */
function firstFrom(windows: readonly NumberedWindow[], time: number): number {
  let low = 0;
  let high = windows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((windows[middle]?.start ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Free units before each time of the week, for the people from one position to another: by time, then by person.
 *
 * @param times minutes, ascending
 */
export function unitsBefore(
  { start, values }: Ragged,
  from: number,
  to: number,
  times: readonly number[],
  step: number,
): Int32Array {
  const people = to - from;
  const units = new Int32Array(times.length * people);
  for (let position = from; position < to; position += 1) {
    const last = start[position + 1] ?? 0;
    let k = start[position] ?? 0;
    let before = 0;
    for (let row = 0; row < times.length; row += 1) {
      const time = times[row] ?? 0;
      while (k < last && (values[k + 1] ?? 0) <= time) {
        before += (values[k + 1] ?? 0) - (values[k] ?? 0);
        k += 2;
      }
      const running = k < last ? Math.max(0, time - (values[k] ?? 0)) : 0;
      units[row * people + position - from] = (before + running) / step;
    }
  }
  return units;
}
