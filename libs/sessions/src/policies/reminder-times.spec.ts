import { formatInstant } from '#availability';
import { reminderTimes } from './reminder-times.js';

const at = (text: string): Date => new Date(text);

describe('reminderTimes', () => {
  it('counts real minutes back from the start, longest lead first', () => {
    expect(reminderTimes(at('2027-03-10T17:00:00Z'), [60, 1440, 60], at('2027-03-01T00:00:00Z'))).toEqual([
      { leadMinutes: 1440, dueAt: at('2027-03-09T17:00:00Z') },
      { leadMinutes: 60, dueAt: at('2027-03-10T16:00:00Z') },
    ]);
  });

  it('leaves out leads that have passed, also the one that is due this moment', () => {
    const starts = at('2027-03-10T17:00:00Z');
    expect(reminderTimes(starts, [1440, 60], at('2027-03-10T15:59:59Z'))).toHaveLength(1);
    expect(reminderTimes(starts, [1440, 60], at('2027-03-10T16:00:00Z'))).toEqual([]);
    expect(reminderTimes(starts, [], at('2027-03-01T00:00:00Z'))).toEqual([]);
  });

  it.each([
    ['spring', '2027-03-28T16:00:00Z', 'Sat 27 Mar, 17:00 (Berlin)', 'Sun 28 Mar, 17:00 (Berlin)'],
    ['autumn', '2027-10-31T17:00:00Z', 'Sat 30 Oct, 19:00 (Berlin)', 'Sun 31 Oct, 17:00 (Berlin)'],
  ])(
    'are 24 and 1 real hours before a start on the day of the change in %s',
    (_name, starts, long, short) => {
      const times = reminderTimes(at(starts), [1440, 60], at('2027-03-01T00:00:00Z'));
      expect(times.map(({ dueAt }) => formatInstant(dueAt.getTime(), 'Europe/Berlin'))).toEqual([
        long,
        short,
      ]);
    },
  );
});
