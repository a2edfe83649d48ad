import { addDays, formatDay, instantOn } from './instant-on.js';

describe('instantOn', () => {
  it.each([
    ['2027-03-01', 0, 'Europe/Berlin', '2027-02-28T23:00Z'],
    ['2027-03-01', 8 * 60, 'Europe/Berlin', '2027-03-01T07:00Z'],
    ['2027-03-29', 8 * 60, 'Europe/Berlin', '2027-03-29T06:00Z'],
    ['2027-03-01', 0, 'Pacific/Auckland', '2027-02-28T11:00Z'],
    ['2027-03-01', 0, 'America/Los_Angeles', '2027-03-01T08:00Z'],
    // 02:30 does not exist on the night on which clocks go forward
    ['2027-03-28', 150, 'Europe/Berlin', '2027-03-28T01:00Z'],
  ])('%s at minute %d in %s', (date, minute, zone, expected) => {
    expect(new Date(instantOn(date, minute, zone)).toISOString()).toBe(new Date(expected).toISOString());
  });

  it('refuses what is no date', () => {
    expect(() => instantOn('2027-02-29', 0, 'UTC')).toThrow(RangeError);
  });
});

describe('addDays and formatDay', () => {
  it('count over months, and read like a calendar', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(formatDay('2026-03-03')).toBe('Tue 3 Mar');
  });
});
