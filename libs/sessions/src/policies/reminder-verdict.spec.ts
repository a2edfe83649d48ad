import fc from 'fast-check';
import { reminderVerdict, type ReminderQuestion } from './reminder-verdict.js';

const MINUTE = 60_000;
const startsAt = new Date('2027-03-28T16:00:00Z');
const before = (minutes: number): Date => new Date(startsAt.getTime() - minutes * MINUTE);
const day: ReminderQuestion = {
  startsAt,
  leadMinutes: 1440,
  allLeads: [1440, 60],
  version: 3,
  eventVersion: 3,
  state: 'scheduled',
  now: before(1440),
};

describe('reminderVerdict', () => {
  it.each([
    ['when it is due', {}, 'send'],
    ['a little late', { now: before(1439) }, 'send'],
    ['hours late, before the next one is due', { now: before(61) }, 'send'],
    ['so late that the next one is due too', { now: before(60) }, 'drop'],
    ['the next one, at that moment', { leadMinutes: 60, now: before(60) }, 'send'],
    ['the last one, late', { leadMinutes: 60, now: before(1) }, 'send'],
    ['the last one, as the session begins', { leadMinutes: 60, now: startsAt }, 'drop'],
    ['after the start', { leadMinutes: 60, now: before(-30) }, 'drop'],
    ['the only one, late', { allLeads: [1440], now: before(5) }, 'send'],
    ['when its own lead is not listed', { allLeads: [], now: before(5) }, 'send'],
    [
      'a few minutes late between leads that are close',
      { leadMinutes: 15, allLeads: [15, 10], now: before(8) },
      'send',
    ],
    ['after a move', { eventVersion: 2 }, 'drop'],
    ['of a later version than the present one', { eventVersion: 4 }, 'drop'],
    ['after a cancellation', { state: 'cancelled' }, 'drop'],
    ['of a proposal', { state: 'proposed' }, 'drop'],
    ['of a meeting that is over', { state: 'completed' }, 'drop'],
  ])('%s', (_name, changes, verdict) => {
    expect(reminderVerdict({ ...day, ...changes })).toBe(verdict);
  });

  it('lets exactly one through after any outage that swallowed several', () => {
    const leads = fc.uniqueArray(fc.integer({ min: 12, max: 20_160 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(leads, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (allLeads, share) => {
        const left = Math.max(1, Math.floor(Math.min(...allLeads) * (1 - share)) - 11);
        const now = before(left);
        const sent = allLeads.filter(
          (leadMinutes) => reminderVerdict({ ...day, allLeads, leadMinutes, now }) === 'send',
        );
        expect(sent).toContain(Math.min(...allLeads));
        expect(sent.filter((lead) => lead - left > 10)).toEqual(
          Math.min(...allLeads) - left > 10 ? [Math.min(...allLeads)] : [],
        );
      }),
    );
  });
});
