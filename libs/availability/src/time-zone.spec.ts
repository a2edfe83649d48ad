import { suggestTimeZone } from './suggest-time-zone.js';
import { cityOf, isTimeZone } from './time-zone.js';

describe('time zone names', () => {
  it.each([
    'Europe/Berlin',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'America/Argentina/Buenos_Aires',
    'UTC',
    'Etc/GMT+5',
  ])('knows %s', (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  });

  it.each(['Europe/Berln', 'Berlin', 'CET', 'EST', '+02:00', 'GMT+2', '', 'europe/berlin', 'Europe/Berlin '])(
    'refuses %j',
    (zone) => {
      expect(isTimeZone(zone)).toBe(false);
    },
  );

  it.each([
    ['Europe/Berln', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['Europe / Berlin', 'Europe/Berlin'],
    ['Berlin', 'Europe/Berlin'],
    ['berlni', 'Europe/Berlin'],
    ['CET', 'Europe/Berlin'],
    ['EST', 'America/New_York'],
    ['new york', 'America/New_York'],
    ['New_York', 'America/New_York'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Kolkatta', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Mumbai', 'Asia/Kolkata'],
    ['Germany', 'Europe/Berlin'],
    ['utc', 'UTC'],
    ['Middle-earth', null],
    ['IST', null],
    ['', null],
    ['x'.repeat(5_000), null],
  ])('suggests for %j: %j', (text, zone) => {
    expect(suggestTimeZone(text)).toBe(zone);
  });

  it.each([
    ['Europe/Berlin', 'Berlin'],
    ['America/New_York', 'New York'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
    ['UTC', 'UTC'],
    ['Etc/UTC', 'UTC'],
    ['Etc/GMT+5', 'UTC-5'],
  ])('%s is %s in front of people', (zone, city) => {
    expect(cityOf(zone)).toBe(city);
  });
});
