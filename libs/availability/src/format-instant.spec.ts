import { formatBothClocks, formatInstant } from './format-instant.js';

const TUESDAY = Date.parse('2026-03-03T17:00Z');

describe('formatInstant', () => {
  it.each([
    ['2026-03-03T17:00Z', 'Europe/Berlin', 'en', 'Tue 3 Mar, 18:00 (Berlin)'],
    ['2026-03-03T23:05Z', 'Europe/Berlin', 'en-GB', 'Wed 4 Mar, 00:05 (Berlin)'],
    ['2026-09-01T03:30Z', 'America/New_York', 'en', 'Mon 31 Aug, 23:30 (New York)'],
    ['2026-03-03T17:00Z', 'UTC', 'en', 'Tue 3 Mar, 17:00 (UTC)'],
    ['2026-03-03T17:00Z', 'Europe/Berlin', 'de', 'Di., 3. März, 18:00 (Berlin)'],
  ])('%s in %s, %s: %s', (at, zone, locale, text) => {
    expect(formatInstant(Date.parse(at), zone, locale)).toBe(text);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => formatInstant(TUESDAY, 'Europe/Berln')).toThrow(RangeError);
  });
});

describe('formatBothClocks', () => {
  it.each([
    ['Europe/Berlin', 'Asia/Kolkata', 'Tue 3 Mar, 18:00 (Berlin) / 22:30 (Kolkata)'],
    ['Europe/Berlin', 'Pacific/Auckland', 'Tue 3 Mar, 18:00 (Berlin) / Wed 4 Mar, 06:00 (Auckland)'],
    ['Europe/Berlin', 'Europe/Paris', 'Tue 3 Mar, 18:00 (Berlin) / 18:00 (Paris)'],
    ['Europe/Berlin', 'Europe/Berlin', 'Tue 3 Mar, 18:00 (Berlin)'],
  ])('%s and %s: %s', (a, b, text) => {
    expect(formatBothClocks(TUESDAY, a, b)).toBe(text);
  });
});
