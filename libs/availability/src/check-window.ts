import { isLocalDate } from './local-date.js';
import type { DatedException } from './expand-windows.js';
import { MINUTES_A_DAY, WEEKDAYS } from './weekly-window.js';
import type { WeeklyWindow } from './weekly-window.js';

/** A weekly window as a request or a stored row gives it: right in form, unchecked in meaning. */
export interface UncheckedWindow {
  readonly weekday: string;
  readonly startMinute: number;
  readonly endMinute: number;
}

/** A dated exception as a request or a stored row gives it. */
export interface UncheckedException {
  readonly date: string;
  readonly kind: string;
  readonly startMinute?: number | null | undefined;
  readonly endMinute?: number | null | undefined;
}

/** What is wrong with a window and what to write, or null when nothing is. */
export function problemOfWindow(window: UncheckedWindow): string | null {
  if (!WEEKDAYS.some((day) => day === window.weekday)) {
    return `"${window.weekday}" is not a weekday: write one of ${WEEKDAYS.join(', ')}.`;
  }
  return problemOfMinutes(window.startMinute, window.endMinute);
}

/** Whether a window can be reckoned with; narrows its type. */
export function isWeeklyWindow(window: UncheckedWindow): window is WeeklyWindow {
  return problemOfWindow(window) === null;
}

/** What is wrong with a dated exception and what to write, or null when nothing is. */
export function problemOfException(exception: UncheckedException): string | null {
  const { date, kind } = exception;
  if (!isLocalDate(date)) return `"${date}" is not a date: write it like 2027-03-01.`;
  if (kind !== 'away' && kind !== 'extra') return `"${kind}" is unknown: write "away" or "extra".`;
  return problemOfMinutes(exception.startMinute ?? 0, exception.endMinute ?? MINUTES_A_DAY);
}

/** Whether an exception can be reckoned with; narrows its type. */
export function isDatedException(exception: UncheckedException): exception is DatedException {
  return problemOfException(exception) === null;
}

function problemOfMinutes(start: number, end: number): string | null {
  if (!isMinute(start) || !isMinute(end)) {
    return `Minutes are counted from local midnight, in whole numbers from 0 to ${MINUTES_A_DAY}.`;
  }
  if (end > start) return null;
  return 'The time ends before it starts: write a later end, or one part for each day when it crosses midnight.';
}

function isMinute(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MINUTES_A_DAY;
}
