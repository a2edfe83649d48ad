import { dateOfDayNumber, dayNumberOf, isLocalDate, type LocalDate } from '#availability';
import type { ClosedSpan } from './program-settings.js';

/** A date so many days later, or null where the calendar has four digits for the year no longer. */
export function shiftDate(date: LocalDate, days: number): LocalDate | null {
  const shifted = dateOfDayNumber(dayNumberOf(date) + days);
  return isLocalDate(shifted) ? shifted : null;
}

/**
 * Closed spans for a later edition, by whole weeks, the nearest to the shift: a span closes every week that it touches,
 * so on other weekdays it would close one week more.
 *
 * @returns null when a date is out of the calendar
 */
export function shiftClosedWeeks(spans: readonly ClosedSpan[], days: number): ClosedSpan[] | null {
  const wholeWeeks = Math.round(days / 7) * 7;
  const shifted: ClosedSpan[] = [];
  for (const span of spans) {
    const from = shiftDate(span.from, wholeWeeks);
    const to = shiftDate(span.to, wholeWeeks);
    if (from === null || to === null) return null;
    shifted.push({ from, to });
  }
  return shifted;
}
