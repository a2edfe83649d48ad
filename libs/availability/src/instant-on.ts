import { DAY_MS, MINUTE_MS, dayNumberOf } from './local-date.js';
import type { LocalDate } from './local-date.js';
import { instantOfLocal } from './local-time.js';
import { offsetRegimes } from './zone-offsets.js';

/**
 * The instant, in milliseconds, at which the clocks of a zone show a time on a date. Clock changes follow `instantOfLocal`.
 *
 * @param minute minutes since local midnight
 * @throws RangeError when the date or the zone does not exist
 */
export function instantOn(date: LocalDate, minute: number, zone: string): number {
  const midnight = dayNumberOf(date) * DAY_MS;
  return instantOfLocal(midnight + minute * MINUTE_MS, offsetRegimes(zone, midnight, midnight));
}

/** A date that is so many days later, or earlier when `days` is negative. @throws RangeError when the text is no date */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date((dayNumberOf(date) + days) * DAY_MS).toISOString().slice(0, 10);
}

const asDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

/** A date as people read it: `Tue 3 Mar`. @throws RangeError when the text is no date */
export function formatDay(date: LocalDate): string {
  return asDay.format(dayNumberOf(date) * DAY_MS).replace(',', '');
}
