import * as fc from 'fast-check';
import { termClock } from './term-clock.js';
import { weekMinutes } from './week-minutes.js';
import { sharedMinutes, weekShares } from './week-share.js';
import type { Term } from './term.js';
import { weeklyOverlapMinutes } from './weekly-overlap.js';
import type { ZonedWindows } from './weekly-window.js';

const zones = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Africa/Cairo',
  'UTC',
];

const windowsIn = (step: number) =>
  fc.array(
    fc
      .record({
        weekday: fc.constantFrom(...(['MO', 'TU', 'SA', 'SU', 'SU', 'SU'] as const)),
        startMinute: fc.integer({ min: 0, max: 1440 / step - 1 }).map((k) => k * step),
        length: fc.integer({ min: 1, max: 480 / step }).map((k) => k * step),
      })
      .map(({ weekday, startMinute, length }) => ({
        weekday,
        startMinute,
        endMinute: Math.min(1440, startMinute + length),
      })),
    { maxLength: 5 },
  );

const someone = (step: number): fc.Arbitrary<ZonedWindows> =>
  fc.record({ timeZone: fc.constantFrom(...zones), windows: windowsIn(step) });

const term: fc.Arbitrary<Term> = fc.record({
  from: fc.constantFrom(
    '2027-01-04',
    '2027-03-14',
    '2027-03-28',
    '2027-04-04',
    '2027-10-31',
    '2027-11-01',
    '2026-12-30',
  ),
  weeks: fc.constantFrom(1, 2, 5, 26, 53),
});

function byShares(a: ZonedWindows, b: ZonedWindows, over: Term, step: number): number {
  const own = termClock(a.timeZone, over);
  const other = termClock(b.timeZone, over);
  const bounds = weekMinutes(b.windows);
  const mine = weekMinutes(a.windows);
  let sum = 0;
  for (let k = 0; k < mine.length; k += 2) {
    sum += sharedMinutes(weekShares(mine[k]!, mine[k + 1]!, own, other, step), bounds);
  }
  return Math.floor(sum / over.weeks);
}

describe('shares of a week', () => {
  it.each([1, 15])('add up to the overlap of the two people, on a grid of %d minutes', (step) => {
    fc.assert(
      fc.property(someone(step), someone(step), term, (a, b, over) => {
        expect(byShares(a, b, over, step)).toBe(weeklyOverlapMinutes(a, b, over));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are few where both clocks keep their distance', () => {
    const over = { from: '2027-01-04', weeks: 26 };
    const shares = weekShares(1080, 1200, termClock('Europe/Berlin', over), termClock('Europe/Lisbon', over));
    expect(shares).toEqual([{ from: 1020, to: 1140, times: 26 }]);
  });

  it('tell zones apart by their clocks, not by their names', () => {
    const over = { from: '2027-01-04', weeks: 26 };
    expect(termClock('Europe/Paris', over).key).toBe(termClock('Europe/Berlin', over).key);
    expect(termClock('Europe/London', over).key).not.toBe(termClock('Europe/Berlin', over).key);
    expect(termClock('UTC', over).key).not.toBe(termClock('Europe/London', over).key);
  });
});

describe('minutes of a week', () => {
  it('join what touches, drop what is empty and cut at the end of the week', () => {
    expect(
      weekMinutes([
        { weekday: 'SU', startMinute: 1380, endMinute: 1440 },
        { weekday: 'MO', startMinute: 600, endMinute: 660 },
        { weekday: 'MO', startMinute: 660, endMinute: 700 },
        { weekday: 'TU', startMinute: 5, endMinute: 5 },
      ]),
    ).toEqual([600, 700, 10_020, 10_080]);
  });
});
