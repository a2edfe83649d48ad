import type { TermClock } from '#availability';
import { weekShares } from '#availability';
import type { EncodedSide } from './encode-side.js';

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

  idsOf(clock: number, bounds: readonly number[]): number[] {
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
  }
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
