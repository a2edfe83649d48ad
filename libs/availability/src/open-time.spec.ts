import { addOpenDays, openTime } from './open-time.js';
import { WEEKDAYS } from './weekly-window.js';

const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString();
const calendar = (...closedWeeks: string[]) => ({
  zone: 'Europe/Berlin',
  workingDays: WEEKDAYS,
  closedWeeks,
});

describe('addOpenDays', () => {
  it('keeps the local time of day, also when clocks change', () => {
    expect(iso(addOpenDays(at('2026-03-23T09:00:00Z'), 7, calendar()))).toBe('2026-03-30T08:00:00.000Z');
  });

  it('stops in closed weeks, however many', () => {
    const closed = calendar('2026-03-04', '2026-03-15');
    expect(iso(addOpenDays(at('2026-03-01T09:00:00Z'), 7, closed))).toBe('2026-03-22T09:00:00.000Z');
  });

  it('begins with the first open day when it starts in a closed week', () => {
    expect(iso(addOpenDays(at('2026-03-04T09:00:00Z'), 1, calendar('2026-03-04')))).toBe(
      '2026-03-09T09:00:00.000Z',
    );
  });

  it('begins the week on Monday of the program’s zone', () => {
    // Sunday evening in UTC is Monday in Berlin: the closed week has begun.
    expect(iso(addOpenDays(at('2026-03-01T23:30:00Z'), 1, calendar('2026-03-04')))).toBe(
      '2026-03-08T23:30:00.000Z',
    );
    expect(iso(addOpenDays(at('2026-03-01T22:30:00Z'), 1, calendar('2026-03-04')))).toBe(
      '2026-03-09T22:30:00.000Z',
    );
  });
});

describe('openTime', () => {
  const spans = (from: string, days: number, ...closed: string[]) =>
    openTime(at(from), days, calendar(...closed)).map(({ start, end }) => [iso(start), iso(end)]);

  it('is one span where nothing is closed', () => {
    expect(spans('2026-03-02T09:00:00Z', 14)).toEqual([
      ['2026-03-02T09:00:00.000Z', '2026-03-16T09:00:00.000Z'],
    ]);
  });

  it('leaves closed weeks out and goes on after them', () => {
    expect(spans('2026-03-05T09:00:00Z', 7, '2026-03-10')).toEqual([
      ['2026-03-05T09:00:00.000Z', '2026-03-08T23:00:00.000Z'],
      ['2026-03-15T23:00:00.000Z', '2026-03-19T09:00:00.000Z'],
    ]);
  });

  it('begins after a closed week in which it is asked for', () => {
    expect(spans('2026-03-11T09:00:00Z', 2, '2026-03-10')).toEqual([
      ['2026-03-15T23:00:00.000Z', '2026-03-17T09:00:00.000Z'],
    ]);
  });
});
