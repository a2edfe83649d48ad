import { DAY_MS, dayNumberOf, type LocalDate } from './local-date.js';

const format = new Intl.DateTimeFormat('en', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/**
 * A date as people read it, with its year: `Mon 6 Mar 2028`.
 *
 * @throws RangeError when the text is no date
 */
export function formatDate(date: LocalDate): string {
  const parts = format.formatToParts(dayNumberOf(date) * DAY_MS);
  const value = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  return `${value('weekday')} ${value('day')} ${value('month')} ${value('year')}`;
}
