import {
  DAY_MS,
  MINUTE_MS,
  dateOfDayNumber,
  dayNumberOf,
  weekdayIndexOf,
  weekdayOfDayNumber,
} from './local-date.js';
import type { LocalDate } from './local-date.js';
import { instantOfLocal, localOfInstant } from './local-time.js';
import type { Weekday } from './weekly-window.js';
import { offsetRegimes } from './zone-offsets.js';

/** When a program works. A closed week is named by any of its dates and is closed from Monday to Sunday. */
export interface ProgramCalendar {
  readonly workingDays: readonly Weekday[];
  readonly closedWeeks: readonly LocalDate[];
}

/** A program's calendar and the zone in which its days begin. */
export interface ZonedCalendar extends ProgramCalendar {
  readonly zone: string;
}

/** No calendar is asked to look further ahead than this. */
const FURTHEST_DAYS = 40_000;

/** Whether a program works on a date. */
export function isWorkingDay(date: LocalDate, calendar: ProgramCalendar): boolean {
  return worksOn(dayNumberOf(date), calendar, closedMondays(calendar));
}

/**
 * The n-th working day after a date, the date itself not counted; with `n = 0` the first working day from it on.
 *
 * Days that are no working days and closed weeks do not count: every clock stops in them.
 *
 * @throws RangeError when the calendar has no working day or a date does not exist
 */
export function addWorkingDaysToDate(date: LocalDate, n: number, calendar: ProgramCalendar): LocalDate {
  return dateOfDayNumber(nthWorkingDay(dayNumberOf(date), n, calendar));
}

/**
 * The n-th working day before a date, the date itself not counted.
 *
 * @param n whole number from 1
 * @throws RangeError when the calendar has no working day or the date does not exist
 */
export function workingDayBefore(date: LocalDate, n: number, calendar: ProgramCalendar): LocalDate {
  const from = dayNumberOf(date);
  const closed = closedMondays(calendar);
  let left = n;
  for (let day = from - 1; day > from - FURTHEST_DAYS; day -= 1) {
    if (!worksOn(day, calendar, closed)) continue;
    left -= 1;
    if (left <= 0) return dateOfDayNumber(day);
  }
  throw new RangeError('The program calendar has no working day: name at least one weekday.');
}

/**
 * A deadline: the end of the n-th working day after the local day of an instant.
 *
 * `end-of-day` is 23:59 local, so that the date people read is the last day on which they can answer; `same-time`
 * keeps the local time of day of the instant and suits reminders. Clock changes follow `instantOfLocal`.
 *
 * @param instant milliseconds
 * @param n whole number of working days, 0 or more
 * @throws RangeError when the zone or a date does not exist, or the calendar has no working day
 */
export function addWorkingDays(
  instant: number,
  n: number,
  calendar: ZonedCalendar,
  at: 'end-of-day' | 'same-time' = 'end-of-day',
): number {
  const local = localOfInstant(instant, offsetRegimes(calendar.zone, instant, instant));
  const today = Math.floor(local / DAY_MS);
  const day = nthWorkingDay(today, n, calendar);
  const sinceMidnight = at === 'same-time' ? local - today * DAY_MS : DAY_MS - MINUTE_MS;
  const utcMidnight = day * DAY_MS;
  return instantOfLocal(utcMidnight + sinceMidnight, offsetRegimes(calendar.zone, utcMidnight, utcMidnight));
}

/** Tells of a day number whether its week is closed. */
export function isClosedDay(calendar: Pick<ProgramCalendar, 'closedWeeks'>): (day: number) => boolean {
  const closed = closedMondays(calendar);
  return (day) => closed.has(mondayOf(day));
}

function nthWorkingDay(from: number, n: number, calendar: ProgramCalendar): number {
  if (!Number.isInteger(n) || n < 0)
    throw new RangeError('Working days are counted in whole numbers from 0.');
  const closed = closedMondays(calendar);
  let left = n;
  for (let day = n === 0 ? from : from + 1; day < from + FURTHEST_DAYS; day += 1) {
    if (!worksOn(day, calendar, closed)) continue;
    left -= 1;
    if (left <= 0) return day;
  }
  throw new RangeError('The program calendar has no working day: name at least one weekday.');
}

function worksOn(day: number, calendar: ProgramCalendar, closed: ReadonlySet<number>): boolean {
  return calendar.workingDays.includes(weekdayOfDayNumber(day)) && !closed.has(mondayOf(day));
}

function closedMondays(calendar: Pick<ProgramCalendar, 'closedWeeks'>): ReadonlySet<number> {
  return new Set(calendar.closedWeeks.map((date) => mondayOf(dayNumberOf(date))));
}

function mondayOf(day: number): number {
  return day - weekdayIndexOf(day);
}
