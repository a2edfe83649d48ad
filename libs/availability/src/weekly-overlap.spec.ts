import { parseWeeklyWindows } from './parse-windows.js';
import { timeZoneGapHours } from './time-zone-gap.js';
import { overlapOfPrepared, prepareAvailability, weeklyOverlapMinutes } from './weekly-overlap.js';

function person(timeZone: string, text: string) {
  const windows = parseWeeklyWindows(text);
  if (!windows.ok) throw new Error(windows.error[0]!.message);
  return { timeZone, windows: windows.value };
}

describe('weeklyOverlapMinutes', () => {
  it.each([
    // Same zone, all year
    [
      person('Europe/Berlin', 'MO 18:00-20:00'),
      person('Europe/Berlin', 'MO 19:00-21:00'),
      '2027-01-04',
      26,
      60,
    ],
    // 18:00 in London is 23:45 in Kathmandu in winter, 22:45 in summer (from 28 March): 2 of 4 weeks
    [
      person('Europe/London', 'MO 18:00-19:00'),
      person('Asia/Kathmandu', 'MO 22:45-23:45'),
      '2027-03-15',
      4,
      30,
    ],
    // A window across midnight meets one of the other's next day
    [
      person('America/Los_Angeles', 'SU 20:00-22:00'),
      person('Pacific/Auckland', 'MO 17:00-18:00'),
      '2027-01-04',
      4,
      60,
    ],
    // New York changes two weeks before Berlin: one shared hour in seven weeks, rounded down
    [
      person('Europe/Berlin', 'SU 12:00-13:00'),
      person('America/New_York', 'SU 07:00-08:00'),
      '2027-03-15',
      7,
      8,
    ],
    [person('Europe/Berlin', ''), person('Europe/Berlin', 'MO 19:00-21:00'), '2027-01-04', 26, 0],
  ])('%j and %j from %s for %d weeks', (a, b, from, weeks, minutes) => {
    expect(weeklyOverlapMinutes(a, b, { from, weeks })).toBe(minutes);
  });

  it('keeps one run for a zone without changes and few for one with them', () => {
    const term = { from: '2027-01-04', weeks: 52 };
    expect(prepareAvailability(person('Asia/Kolkata', 'MO 18:00-20:00'), term).runs).toHaveLength(1);
    expect(prepareAvailability(person('Europe/Berlin', 'MO 18:00-20:00'), term).runs).toHaveLength(3);
  });

  it('refuses people prepared for different terms, and terms that are none', () => {
    const who = person('Europe/Berlin', 'MO 18:00-20:00');
    const spring = prepareAvailability(who, { from: '2027-01-04', weeks: 26 });
    const autumn = prepareAvailability(who, { from: '2027-07-05', weeks: 26 });
    expect(() => overlapOfPrepared(spring, autumn)).toThrow(RangeError);
    expect(() => prepareAvailability(who, { from: '2027-02-30', weeks: 26 })).toThrow(RangeError);
    expect(() => prepareAvailability(who, { from: '2027-02-01', weeks: 0 })).toThrow(RangeError);
    expect(() => prepareAvailability({ ...who, timeZone: 'Nowhere/Else' }, spring.term)).toThrow(RangeError);
  });
});

describe('timeZoneGapHours', () => {
  it.each([
    ['Europe/London', 'Asia/Kathmandu', '2027-01-04', 8, 5.75],
    ['Europe/London', 'Asia/Kathmandu', '2027-05-03', 8, 4.75],
    ['Europe/Berlin', 'America/New_York', '2027-01-04', 26, 6],
    ['Europe/Berlin', 'America/New_York', '2027-03-15', 1, 5],
    ['America/New_York', 'Europe/Berlin', '2027-03-15', 2, 6],
    ['Australia/Lord_Howe', 'Australia/Brisbane', '2027-01-04', 26, 1],
    ['Europe/Berlin', 'Europe/Paris', '2027-01-04', 26, 0],
    ['America/Los_Angeles', 'Pacific/Auckland', '2027-01-04', 4, 21],
  ])('%s and %s from %s for %d weeks: %d', (a, b, from, weeks, hours) => {
    expect(timeZoneGapHours(a, b, { from, weeks })).toBe(hours);
    expect(timeZoneGapHours(b, a, { from, weeks })).toBe(hours);
  });
});
