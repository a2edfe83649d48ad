import { type ClosedSpan, DEFAULT_SETTINGS } from '#programs';
import { suggestTimes, type SuggestedTimesRow } from './suggested-times.js';

const NOW = new Date('2026-03-01T09:00:00Z');
const person = (more: Partial<SuggestedTimesRow> = {}): SuggestedTimesRow => ({
  time_zone: 'UTC',
  windows: ['MO', 'TU', 'WE', 'TH', 'FR'].map((weekday) => ({ weekday, startMinute: 540, endMinute: 660 })),
  exceptions: [],
  away_until: null,
  busy: [],
  ...more,
});
const starts = (people: SuggestedTimesRow[], closedWeeks: ClosedSpan[] = []) =>
  suggestTimes(people, NOW, {
    timeZone: 'Europe/Berlin',
    settings: { ...DEFAULT_SETTINGS, closedWeeks },
  }).map(({ start }) => new Date(start).toISOString());

describe('suggestTimes', () => {
  it('names three days, not before tomorrow', () => {
    expect(starts([person(), person()])).toEqual([
      '2026-03-02T09:00:00.000Z',
      '2026-03-03T09:00:00.000Z',
      '2026-03-04T09:00:00.000Z',
    ]);
  });

  it('keeps clear of what either has already, of days away and of absence', () => {
    const busy = [{ start: '2026-03-02T09:00:00+00:00', end: '2026-03-02T10:30:00+00:00' }];
    const away = [{ date: '2026-03-03', kind: 'away' }];
    expect(starts([person({ busy }), person({ exceptions: away })])).toEqual([
      '2026-03-04T09:00:00.000Z',
      '2026-03-05T09:00:00.000Z',
      '2026-03-06T09:00:00.000Z',
    ]);
    const absent = person({ away_until: new Date('2026-03-12T00:00:00Z') });
    expect(starts([person(), absent])).toEqual(['2026-03-12T09:00:00.000Z', '2026-03-13T09:00:00.000Z']);
  });

  it('rests in closed weeks, however long they are', () => {
    const closed = [{ from: '2026-03-03', to: '2026-03-28' }];
    expect(starts([person(), person()], closed)).toEqual([
      '2026-03-30T09:00:00.000Z',
      '2026-03-31T09:00:00.000Z',
      '2026-04-01T09:00:00.000Z',
    ]);
  });

  it('has nothing to offer without two profiles or common time', () => {
    expect(starts([person()])).toEqual([]);
    expect(starts([person(), person({ time_zone: 'Asia/Tokyo' })])).toEqual([]);
  });

  it('leaves out windows that make no sense instead of failing', () => {
    const broken = [{ weekday: 'XX', startMinute: 10, endMinute: 5 }];
    expect(starts([person({ windows: broken }), person()])).toEqual([]);
  });
});
