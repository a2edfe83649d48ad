import { WEEKDAYS } from './weekly-window.js';
import type { Weekday } from './weekly-window.js';

/** A calendar date `YYYY-MM-DD`, without a zone. */
export type LocalDate = string;

/** Milliseconds of a minute and of a day of 24 hours. */
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a date that the calendar has (`2027-02-29` is none). */
export function isLocalDate(text: string): boolean {
  return parse(text) !== null;
}

/**
 * Days from 1970-01-01 to a date.
 *
 * @throws RangeError when the text is no date
 */
export function dayNumberOf(date: LocalDate): number {
  const day = parse(date);
  if (day === null) throw new RangeError(`"${date}" is not a date: write it like 2027-03-01.`);
  return day;
}

/** The date that is so many days after 1970-01-01. */
export function dateOfDayNumber(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The weekday of a day number. */
export function weekdayOfDayNumber(day: number): Weekday {
  return WEEKDAYS[weekdayIndexOf(day)] ?? 'MO';
}

/** The weekday of a day number as an index, Monday 0 to Sunday 6. 1970-01-01 was a Thursday. */
export function weekdayIndexOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function parse(text: string): number | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(ms).toISOString().startsWith(text) ? ms / DAY_MS : null;
}
