import { WEEK_MINUTES, minuteOfLocal } from './term-clock.js';
import type { TermClock } from './term-clock.js';

/** A stretch of the week on somebody's clock that falls on another's window so many times over a term. */
export interface WeekShare {
  /** Minutes after Monday 00:00. */
  readonly from: number;
  readonly to: number;
  /** Times over the whole term. */
  readonly times: number;
}

/**
 * How often, over a term, a weekly window on one clock meets each time of the week on another clock.
 *
 * Whoever is free at `bounds` on the other clock shares `Σ times × minutes of [from, to) in bounds` with the window,
 * exactly as `overlapOfPrepared` counts it: every clock change and both edges of the term are in it.
 *
 * Where the other clock shows an hour twice, a window is free all through the second showing when it covers the last moment of
 * the first; that hour counts as `step` minutes before the change, so many times more. So bounds, and the
 * starts and offsets of both clocks, must be multiples of `step`.
 *
 * @param start minutes after Monday 00:00 on `own`
 * @param end likewise, up to the end of the week
 */
export function weekShares(
  start: number,
  end: number,
  own: TermClock,
  other: TermClock,
  step = 1,
): WeekShare[] {
  const times = new Map<number, number>();
  const weeks = Math.ceil(own.length / WEEK_MINUTES);
  for (let week = -2; week <= weeks + 2; week += 1) {
    const from = Math.max(0, minuteOfLocal(week * WEEK_MINUTES + start, own));
    const to = Math.min(own.length, minuteOfLocal(week * WEEK_MINUTES + end, own));
    if (from < to) addOnClock(times, from, to, other, step);
  }
  return [...times].map(([key, count]) => {
    const to = key % SHIFT;
    return { from: (key - to) / SHIFT, to, times: count };
  });
}

const SHIFT = 16_384;

function addOnClock(
  times: Map<number, number>,
  from: number,
  to: number,
  { starts, offsets, base }: TermClock,
  step: number,
): void {
  const add = (low: number, high: number, count: number): void => {
    const key = low * SHIFT + high;
    times.set(key, (times.get(key) ?? 0) + count);
  };
  starts.forEach((start, k) => {
    const offset = offsets[k] ?? 0;
    const last = Math.min(to, starts[k + 1] ?? Infinity);
    let first = Math.max(from, start);
    const before = offsets[k - 1] ?? offset;
    const again = Math.min(last, start + before - offset);
    if (first < again) {
      const shown = weekMinuteOf(base + start + before - 1) + 1;
      add(shown - step, shown, (again - first) / step);
      first = again;
    }
    while (first < last) {
      const low = weekMinuteOf(base + first + offset);
      const length = Math.min(last - first, WEEK_MINUTES - low);
      add(low, low + length, 1);
      first += length;
    }
  });
}

const weekMinuteOf = (local: number): number => ((local % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES;

/** Adds up the minutes of a term that shares and somebody's sorted weekly bounds have in common. */
export function sharedMinutes(shares: readonly WeekShare[], bounds: readonly number[]): number {
  let sum = 0;
  for (const { from, to, times } of shares) {
    for (let k = 0; k + 1 < bounds.length; k += 2) {
      const length = Math.min(to, bounds[k + 1] ?? 0) - Math.max(from, bounds[k] ?? 0);
      if (length > 0) sum += length * times;
    }
  }
  return sum;
}
