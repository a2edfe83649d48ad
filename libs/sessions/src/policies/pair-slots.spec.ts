import { formatInstant, type WeeklyWindow } from '#availability';
import fc from 'fast-check';
import { commonSlots, isCommonFree, nearestSlots, type PairTimes, whyNoSlots } from './pair-slots.js';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);
const window = (weekday: WeeklyWindow['weekday'], from: number, to: number): WeeklyWindow => ({
  weekday,
  startMinute: from * 60,
  endMinute: to * 60,
});
const person = (timeZone: string, windows: WeeklyWindow[], more: object = {}) => ({
  timeZone,
  windows,
  ...more,
});
const pair = (people: PairTimes['people'], changes: Partial<PairTimes> = {}): PairTimes => ({
  people,
  lengthMinutes: 60,
  bufferMinutes: 0,
  earliest: at('2027-03-15T00:00:00Z'),
  latest: at('2027-05-14T00:00:00Z'),
  ...changes,
});
const berlin = person('Europe/Berlin', [window('SU', 17, 20)]);
const newYork = person('America/New_York', [window('SU', 11, 15)]);

describe('commonSlots', () => {
  it('keeps to both clocks on both sides of a clock change', () => {
    const slots = commonSlots(
      pair([berlin, newYork]),
      at('2027-03-15T00:00:00Z'),
      at('2027-04-05T00:00:00Z'),
    );
    expect(slots.map(({ start }) => formatInstant(start, 'Europe/Berlin'))).toEqual([
      // Five hours apart for a week, six afterwards.
      'Sun 21 Mar, 17:00 (Berlin)',
      'Sun 21 Mar, 17:30 (Berlin)',
      'Sun 21 Mar, 18:00 (Berlin)',
      'Sun 21 Mar, 18:30 (Berlin)',
      'Sun 21 Mar, 19:00 (Berlin)',
      'Sun 28 Mar, 17:00 (Berlin)',
      'Sun 28 Mar, 17:30 (Berlin)',
      'Sun 28 Mar, 18:00 (Berlin)',
      'Sun 28 Mar, 18:30 (Berlin)',
      'Sun 28 Mar, 19:00 (Berlin)',
      'Sun 4 Apr, 17:00 (Berlin)',
      'Sun 4 Apr, 17:30 (Berlin)',
      'Sun 4 Apr, 18:00 (Berlin)',
      'Sun 4 Apr, 18:30 (Berlin)',
      'Sun 4 Apr, 19:00 (Berlin)',
    ]);
  });

  it('start within the range and the window of booking; the last may reach beyond', () => {
    const times = pair([berlin, berlin], {
      earliest: at('2027-03-21T16:30:00Z'),
      latest: at('2027-03-21T17:30:00Z'),
    });
    const starts = commonSlots(times, at('2027-03-15T00:00:00Z'), at('2027-04-15T00:00:00Z'));
    expect(starts.map(({ start }) => new Date(start).toISOString())).toEqual([
      '2027-03-21T16:30:00.000Z',
      '2027-03-21T17:00:00.000Z',
      '2027-03-21T17:30:00.000Z',
    ]);
    const cut = commonSlots(times, at('2027-03-15T00:00:00Z'), at('2027-03-21T17:00:00Z'));
    expect(cut).toHaveLength(1);
  });

  it('are all accepted, and what is accepted avoids everything busy by the buffer', () => {
    const hour = fc.integer({ min: 0, max: 14 * 24 });
    const busyOf = (hours: number[]) =>
      hours.map((h) => ({
        start: at('2027-03-20T00:00:00Z') + h * HOUR,
        end: at('2027-03-20T00:00:00Z') + (h + 1) * HOUR,
      }));
    fc.assert(
      fc.property(
        fc.array(hour, { maxLength: 20 }),
        fc.array(hour, { maxLength: 20 }),
        fc.integer({ min: 0, max: 45 }),
        (a, b, bufferMinutes) => {
          const days = (['MO', 'WE', 'SA', 'SU'] as const).map((day) => window(day, 8, 20));
          const times = pair(
            [
              person('Europe/Berlin', days, { busy: busyOf(a) }),
              person('America/Sao_Paulo', days, { busy: busyOf(b) }),
            ],
            { bufferMinutes },
          );
          const slots = commonSlots(times, at('2027-03-20T00:00:00Z'), at('2027-04-03T00:00:00Z'));
          const gap = bufferMinutes * 60_000;
          for (const slot of slots) {
            expect(isCommonFree(times, slot)).toBe(true);
            for (const busy of busyOf([...a, ...b]))
              expect(slot.end + gap <= busy.start || busy.end + gap <= slot.start).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('isCommonFree', () => {
  const free = (start: string, end: string) =>
    isCommonFree(pair([berlin, newYork]), { start: at(start), end: at(end) });

  it('takes any minute inside of what suits both, to the very edges', () => {
    expect(free('2027-03-21T16:00:00Z', '2027-03-21T19:00:00Z')).toBe(true);
    expect(free('2027-03-21T16:07:00Z', '2027-03-21T16:12:00Z')).toBe(true);
  });

  it('takes nothing that leaves it by a minute', () => {
    expect(free('2027-03-21T15:59:00Z', '2027-03-21T17:00:00Z')).toBe(false);
    expect(free('2027-03-21T18:30:00Z', '2027-03-21T19:01:00Z')).toBe(false);
  });

  it('moves with the clocks', () => {
    // 17:00 in Berlin is 16:00 UTC in winter and 15:00 UTC in summer.
    expect(free('2027-03-21T15:00:00Z', '2027-03-21T16:00:00Z')).toBe(false);
    expect(free('2027-03-28T15:00:00Z', '2027-03-28T16:00:00Z')).toBe(true);
  });
});

describe('nearestSlots', () => {
  it('offers a few on both sides of the wanted time, never that time itself', () => {
    const times = pair([berlin, newYork]);
    const wanted = at('2027-03-21T17:00:00Z');
    expect(nearestSlots(times, wanted).map(({ start }) => new Date(start).toISOString())).toEqual([
      '2027-03-21T16:00:00.000Z',
      '2027-03-21T16:30:00.000Z',
      '2027-03-21T17:30:00.000Z',
    ]);
  });

  it('goes to the first free times when nothing lies near', () => {
    const away = { ...berlin, exceptions: { awayUntil: at('2027-04-20T00:00:00Z') } };
    const [first] = nearestSlots(pair([away, newYork]), at('2027-03-21T17:00:00Z'));
    expect(new Date(first?.start ?? 0).toISOString()).toBe('2027-04-25T15:00:00.000Z');
  });

  it('offers nothing where there is nothing', () => {
    expect(nearestSlots(pair([berlin, person('UTC', [])]), at('2027-03-21T17:00:00Z'))).toEqual([]);
  });
});

describe('whyNoSlots', () => {
  const empty = person('UTC', []);
  const monday = person('UTC', [window('MO', 9, 10)]);

  it.each([
    ['first-has-no-windows', [empty, empty]],
    ['second-has-no-windows', [berlin, empty]],
    ['never-common', [berlin, monday]],
    ['nothing-free', [berlin, newYork]],
  ] as const)('%s', (why, people) => {
    expect(whyNoSlots(pair(people))).toBe(why);
  });

  it('never common is also what is shorter than a session', () => {
    const half = person('UTC', [{ weekday: 'MO', startMinute: 570, endMinute: 600 }]);
    expect(whyNoSlots(pair([monday, half]))).toBe('never-common');
  });
});
