import { cityOf } from './time-zone.js';

interface Clock {
  readonly date: string;
  readonly time: string;
}

/**
 * An instant as people read it, in their zone and with its city: `Tue 3 Mar, 18:00 (Berlin)`.
 *
 * Other locales write the date in their own order; the time has 24 hours everywhere.
 *
 * @throws RangeError when there is no such zone or locale
 */
export function formatInstant(instant: number, zone: string, locale = 'en'): string {
  const { date, time } = clockAt(instant, zone, locale);
  return `${date}, ${time} (${cityOf(zone)})`;
}

/**
 * An instant on two clocks: `Tue 3 Mar, 18:00 (Berlin) / 22:30 (Kolkata)`.
 *
 * The second date is written only where it differs, and the second clock only where the city does.
 */
export function formatBothClocks(instant: number, zoneA: string, zoneB: string, locale = 'en'): string {
  const own = formatInstant(instant, zoneA, locale);
  if (cityOf(zoneA) === cityOf(zoneB)) return own;
  const a = clockAt(instant, zoneA, locale);
  const b = clockAt(instant, zoneB, locale);
  const other = a.date === b.date ? b.time : `${b.date}, ${b.time}`;
  return `${own} / ${other} (${cityOf(zoneB)})`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function clockAt(instant: number, zone: string, locale: string): Clock {
  const key = `${locale}|${zone}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    if (formats.size >= 1_000) formats.clear();
    formats.set(key, format);
  }
  const parts = format.formatToParts(instant);
  const value = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  const time = `${value('hour')}:${value('minute')}`;
  if (locale === 'en' || locale.startsWith('en-')) {
    return { date: `${value('weekday')} ${value('day')} ${value('month')}`, time };
  }
  const hourAt = parts.findIndex(({ type }) => type === 'hour');
  const dateEnds = parts.findLastIndex(
    ({ type }, index) => index < hourAt && (type === 'day' || type === 'month' || type === 'weekday'),
  );
  const date = parts
    .slice(0, dateEnds + 1)
    .map((part) => part.value)
    .join('');
  return { date, time };
}
