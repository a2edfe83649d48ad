import { findCommonSlots } from './common-slots.js';
import type { SlotSearch } from './common-slots.js';
import { hourFairness, isOddHour } from './hour-fairness.js';

const MONDAY = { weekday: 'MO', startMinute: 18 * 60, endMinute: 20 * 60 } as const;
const BERLIN = { windows: [MONDAY], timeZone: 'Europe/Berlin' };
const ALL_DAY = { windows: [{ ...MONDAY, startMinute: 0, endMinute: 1440 }], timeZone: 'Asia/Kathmandu' };

function starts(search: Partial<SlotSearch>): string[] {
  return findCommonSlots({
    people: [BERLIN],
    from: Date.parse('2027-01-04T00:00Z'),
    to: Date.parse('2027-01-11T00:00Z'),
    lengthMinutes: 60,
    ...search,
  }).map(({ start }) => new Date(start).toISOString().slice(11, 16));
}

describe('findCommonSlots', () => {
  it('steps on the first person’s clock', () => {
    expect(starts({})).toEqual(['17:00', '17:30', '18:00']);
    expect(starts({ people: [BERLIN, ALL_DAY] })).toEqual(['17:00']);
    // 00:00 in Kathmandu is 18:15 UTC: its half hours lie on quarters for Berlin
    expect(starts({ people: [ALL_DAY, BERLIN] })).toEqual(['17:15']);
  });

  it('keeps a buffer to what is busy, for either person', () => {
    const busy = [{ start: Date.parse('2027-01-04T18:00Z'), end: Date.parse('2027-01-04T18:10Z') }];
    const late = { ...BERLIN, windows: [{ ...MONDAY, endMinute: 22 * 60 }] };
    expect(starts({ people: [{ ...late, busy }] })).toEqual(['17:00', '18:30', '19:00', '19:30', '20:00']);
    expect(starts({ people: [late, { ...late, busy }], bufferMinutes: 30 })).toEqual([
      '19:00',
      '19:30',
      '20:00',
    ]);
  });

  it('starts no earlier than told, and stops at the limit', () => {
    expect(starts({ notBefore: Date.parse('2027-01-04T17:01Z') })).toEqual(['17:30', '18:00']);
    expect(starts({ limit: 2 })).toEqual(['17:00', '17:30']);
    expect(starts({ notBefore: Date.parse('2027-02-01T00:00Z') })).toEqual([]);
  });

  it('runs on across midnight', () => {
    const night = [
      { weekday: 'MO', startMinute: 23 * 60, endMinute: 1440 },
      { weekday: 'TU', startMinute: 0, endMinute: 60 },
    ] as const;
    expect(starts({ people: [{ windows: night, timeZone: 'UTC' }], lengthMinutes: 90 })).toEqual([
      '23:00',
      '23:30',
    ]);
  });

  it('refuses what could never end', () => {
    expect(() => starts({ stepMinutes: 0 })).toThrow(RangeError);
    expect(() => starts({ lengthMinutes: -30 })).toThrow(RangeError);
    expect(() => starts({ people: [] })).toThrow(RangeError);
  });
});

describe('hourFairness', () => {
  const at = (iso: string, minutes = 60) => ({
    start: Date.parse(iso),
    end: Date.parse(iso) + minutes * 60_000,
  });

  it('is nothing between 07:00 and 22:00 for everybody', () => {
    expect(hourFairness(at('2027-01-04T07:00Z'), ['UTC', 'Asia/Kolkata'])).toBe(0);
    expect(hourFairness(at('2027-01-04T21:00Z'), ['UTC'])).toBe(0);
    expect(isOddHour(at('2027-01-04T21:00Z'), 'UTC')).toBe(false);
    expect(isOddHour(at('2027-01-04T21:01Z'), 'UTC')).toBe(true);
  });

  it('prefers a burden shared', () => {
    expect(hourFairness(at('2027-01-04T06:00Z'), ['UTC'])).toBe(3_600);
    expect(hourFairness(at('2027-01-04T04:30Z'), ['UTC'])).toBe(22_500);
    expect(hourFairness(at('2027-01-04T06:30Z'), ['UTC', 'UTC'])).toBeLessThan(
      hourFairness(at('2027-01-04T06:00Z'), ['UTC']),
    );
  });
});
