import fc from 'fast-check';
import { findCommonSlots } from './common-slots.js';
import { expandWindows } from './expand-windows.js';
import { instantsOfTerm } from './term.js';
import type { Term } from './term.js';
import { WEEKDAYS } from './weekly-window.js';
import type { WeeklyWindow } from './weekly-window.js';
import { weeklyOverlapMinutes } from './weekly-overlap.js';

// The oracle asks the runtime what the clock shows at every quarter of an hour and knows nothing of our arithmetic.

const QUARTER = 15 * 60_000;
const DAY = 86_400_000;
const ZONES = [
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
  'Africa/Cairo',
  'Asia/Beirut',
  'America/Asuncion',
  'America/St_Johns',
  'Africa/Casablanca',
  'Pacific/Auckland',
] as const;
const TERMS: readonly Term[] = [
  { from: '2024-03-04', weeks: 5 },
  { from: '2024-04-22', weeks: 1 },
  { from: '2024-09-24', weeks: 6 },
  { from: '2028-02-23', weeks: 2 },
];

/** What a clock shows; `foldEnd` is set while it shows times for the second time. All as if they were UTC. */
interface Reading {
  readonly instant: number;
  readonly local: number;
  readonly foldEnd: number | null;
}

const tables = new Map<string, readonly Reading[]>();

function readings(zone: string, term: Term): readonly Reading[] {
  const key = `${zone}${term.from}`;
  let table = tables.get(key);
  if (table === undefined) tables.set(key, (table = readClock(zone, term)));
  return table;
}

function readClock(zone: string, term: Term): Reading[] {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const { start, end } = instantsOfTerm(term);
  const table: Reading[] = [];
  let furthest = -Infinity;
  for (let instant = start; instant < end; instant += QUARTER) {
    const part = Object.fromEntries(
      format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
    );
    const local = Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute']);
    table.push({ instant, local, foldEnd: local < furthest ? furthest : null });
    furthest = Math.max(furthest, local + QUARTER);
  }
  return table;
}

function isFree(windows: readonly WeeklyWindow[], { local, foldEnd }: Reading): boolean {
  const midnight = Math.floor(local / DAY) * DAY;
  const weekday = WEEKDAYS[(new Date(local).getUTCDay() + 6) % 7];
  return windows.some((window) => {
    const start = midnight + window.startMinute * 60_000;
    const end = midnight + window.endMinute * 60_000;
    if (window.weekday !== weekday) return false;
    return foldEnd === null ? start <= local && local < end : start < foldEnd && foldEnd <= end;
  });
}

const aWindow = fc
  .tuple(fc.constantFrom(...WEEKDAYS), fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 40 }))
  .map(([weekday, from, length]) => ({
    weekday,
    startMinute: from * 15,
    endMinute: Math.min(96, from + length) * 15,
  }));
const someWindows = fc.array(aWindow, { maxLength: 8 });
const aZone = fc.constantFrom(...ZONES);
const aTerm = fc.constantFrom(...TERMS);

describe('against the clock, quarter by quarter', () => {
  it('expands windows to exactly the instants at which the clock lies in them', () => {
    fc.assert(
      fc.property(someWindows, aZone, aTerm, (windows, zone, term) => {
        const { start, end } = instantsOfTerm(term);
        const expanded = expandWindows(windows, zone, start, end);
        const free = readings(zone, term).filter((reading) => isFree(windows, reading));
        const inside = readings(zone, term).filter(({ instant }) =>
          expanded.some((interval) => interval.start <= instant && instant < interval.end),
        );
        expect(inside).toEqual(free);
        expect(expanded.every(({ start: s, end: e }) => s % QUARTER === 0 && e % QUARTER === 0)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('counts the weekly overlap as the shared minutes of the term, divided by its weeks', () => {
    fc.assert(
      fc.property(someWindows, aZone, someWindows, aZone, aTerm, (ours, zoneA, theirs, zoneB, term) => {
        const b = readings(zoneB, term);
        const shared = readings(zoneA, term).filter(
          (reading, index) => isFree(ours, reading) && isFree(theirs, b[index]!),
        );
        const person = { windows: ours, timeZone: zoneA };
        const other = { windows: theirs, timeZone: zoneB };
        const expected = Math.floor((shared.length * 15) / term.weeks);
        expect(weeklyOverlapMinutes(person, other, term)).toBe(expected);
        expect(weeklyOverlapMinutes(other, person, term)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('finds every common slot and none outside anybody’s free time', () => {
    const aPerson = fc.record({
      windows: fc.array(aWindow, { minLength: 3, maxLength: 12 }),
      timeZone: aZone,
      busy: fc.array(fc.tuple(fc.nat({ max: 600 }), fc.integer({ min: 1, max: 12 })), { maxLength: 4 }),
    });
    const lengths = fc.constantFrom(15, 30, 45, 60);
    const steps = fc.constantFrom(15, 30, 60);
    const buffers = fc.constantFrom(0, 15, 30);
    fc.assert(
      fc.property(
        fc.array(aPerson, { minLength: 1, maxLength: 3 }),
        aTerm,
        lengths,
        steps,
        buffers,
        fc.nat({ max: 300 }),
        (drawn, term, lengthMinutes, stepMinutes, bufferMinutes, skip) => {
          const { start, end } = instantsOfTerm(term);
          const people = drawn.map((person) => ({
            ...person,
            busy: person.busy.map(([at, quarters]) => ({
              start: start + at * QUARTER,
              end: start + (at + quarters) * QUARTER,
            })),
          }));
          const notBefore = start + skip * QUARTER;
          const search = { people, from: start, to: end, lengthMinutes, stepMinutes, bufferMinutes };
          const slots = findCommonSlots({ ...search, notBefore, limit: 100_000 });

          const buffer = bufferMinutes * 60_000;
          const free = readings('UTC', term).map(({ instant }, index) =>
            people.every(
              ({ windows, timeZone, busy }) =>
                isFree(windows, readings(timeZone, term)[index]!) &&
                !busy.some((b) => b.start - buffer <= instant && instant < b.end + buffer),
            ),
          );
          const expected = readings(people[0]!.timeZone, term)
            .filter(({ instant, local }, index) => {
              const cells = free.slice(index, index + lengthMinutes / 15);
              const aligned = (local % DAY) % (stepMinutes * 60_000) === 0;
              const fits = cells.length === lengthMinutes / 15 && cells.every(Boolean);
              return aligned && fits && instant >= notBefore;
            })
            .map(({ instant }) => ({ start: instant, end: instant + lengthMinutes * 60_000 }));
          expect(slots).toEqual(expected);
          expect(findCommonSlots({ ...search, notBefore, limit: 3 })).toEqual(expected.slice(0, 3));
        },
      ),
      { numRuns: 150 },
    );
  });
});
