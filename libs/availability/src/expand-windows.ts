import { intersect, subtract, union } from './interval.js';
import type { Interval } from './interval.js';
import { DAY_MS, MINUTE_MS, dayNumberOf, weekdayIndexOf } from './local-date.js';
import type { LocalDate } from './local-date.js';
import { instantOfLocal, localOfInstant } from './local-time.js';
import { MINUTES_A_DAY, WEEKDAYS } from './weekly-window.js';
import type { WeeklyWindow } from './weekly-window.js';
import { offsetRegimes } from './zone-offsets.js';
import type { OffsetRegime } from './zone-offsets.js';

/** One date that differs from the weekly pattern; without minutes it is the whole local day. */
export interface DatedException {
  readonly date: LocalDate;
  readonly kind: 'away' | 'extra';
  readonly startMinute?: number | null | undefined;
  readonly endMinute?: number | null | undefined;
}

/** What differs from the weekly pattern. */
export interface AvailabilityExceptions {
  readonly dated?: readonly DatedException[] | undefined;
  /**
   * When the person is back: a first local date, or an instant in milliseconds. Nothing before it is free, extras
   * included.
   */
  readonly awayUntil?: LocalDate | number | null | undefined;
}

/**
 * Turns weekly windows into instants over real dates, sorted and joined, cut to `[from, to)`.
 *
 * Clock changes follow `instantOfLocal`: times in a gap shrink to the change, times in a fold are the first showing;
 * 24:00 is the next local midnight, or the change where a zone skips midnight.
 *
 * Exceptions, the later beating the earlier: whole days away take from the pattern, extras add to it, away with
 * minutes takes from both, `awayUntil` takes everything.
 *
 * @param from first instant, milliseconds
 * @param to instant after the last, milliseconds
 * @throws RangeError when the zone or a date does not exist
 */
export function expandWindows(
  windows: readonly WeeklyWindow[],
  zone: string,
  from: number,
  to: number,
  exceptions: AvailabilityExceptions = {},
): Interval[] {
  if (!(from < to)) return [];
  const regimes = offsetRegimes(zone, from, to);
  const firstDay = Math.floor(localOfInstant(from, regimes) / DAY_MS) - 1;
  const lastDay = Math.floor(localOfInstant(to, regimes) / DAY_MS) + 1;
  const weekly = intersect(union(weeklyIntervals(windows, firstDay, lastDay, regimes)), [
    { start: from, end: to },
  ]);
  const dated = exceptions.dated ?? [];
  const awayUntil = exceptions.awayUntil ?? null;
  if (dated.length === 0 && awayUntil === null) return weekly;

  const near = dated
    .map((exception) => ({ ...exception, day: dayNumberOf(exception.date) }))
    .filter(({ day }) => day >= firstDay && day <= lastDay);
  const take = (choose: (exception: DatedException) => boolean): Interval[] =>
    union(near.filter(choose).map((exception) => datedInterval(exception, exception.day, regimes)));
  const awayDays = take((exception) => exception.kind === 'away' && !hasMinutes(exception));
  const extras = take(({ kind }) => kind === 'extra');
  const awayHours = take((exception) => exception.kind === 'away' && hasMinutes(exception));
  const free = subtract(union(subtract(weekly, awayDays), extras), awayHours);

  const start = Math.max(from, awayUntil === null ? from : instantOfReturn(awayUntil, zone));
  return start < to ? intersect(free, [{ start, end: to }]) : [];
}

function weeklyIntervals(
  windows: readonly WeeklyWindow[],
  firstDay: number,
  lastDay: number,
  regimes: readonly OffsetRegime[],
): Interval[] {
  const list: Interval[] = [];
  for (const { weekday, startMinute, endMinute } of windows) {
    const wanted = WEEKDAYS.indexOf(weekday);
    for (let day = firstDay + ((wanted - weekdayIndexOf(firstDay) + 7) % 7); day <= lastDay; day += 7) {
      list.push(localInterval(day, startMinute, endMinute, regimes));
    }
  }
  return list;
}

function datedInterval(exception: DatedException, day: number, regimes: readonly OffsetRegime[]): Interval {
  return localInterval(day, exception.startMinute ?? 0, exception.endMinute ?? MINUTES_A_DAY, regimes);
}

function localInterval(
  day: number,
  startMinute: number,
  endMinute: number,
  regimes: readonly OffsetRegime[],
): Interval {
  const midnight = day * DAY_MS;
  return {
    start: instantOfLocal(midnight + startMinute * MINUTE_MS, regimes),
    end: instantOfLocal(midnight + endMinute * MINUTE_MS, regimes),
  };
}

function instantOfReturn(back: LocalDate | number, zone: string): number {
  if (typeof back === 'number') return back;
  const midnight = dayNumberOf(back) * DAY_MS;
  return instantOfLocal(midnight, offsetRegimes(zone, midnight, midnight));
}

function hasMinutes({ startMinute, endMinute }: DatedException): boolean {
  return (startMinute ?? endMinute ?? null) !== null;
}
