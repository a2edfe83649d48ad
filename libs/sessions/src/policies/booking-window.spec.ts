import { problemOfStart } from './booking-window.js';

const now = new Date('2027-03-02T12:00:30Z');
const rules = { sessionNoticeMinutes: 60, sessionHorizonDays: 60 };
const messageAt = (start: string, changes: Partial<typeof rules> = {}): string | null =>
  problemOfStart(new Date(start), { ...rules, ...changes }, now)?.message ?? null;

describe('problemOfStart', () => {
  it.each([
    ['2027-03-02T13:01:00Z', {}],
    ['2027-05-01T12:00:00Z', {}],
    ['2027-03-02T12:01:00Z', { sessionNoticeMinutes: 0 }],
  ])('accepts %s', (start, changes) => {
    expect(messageAt(start, changes)).toBeNull();
  });

  it.each([
    ['2027-03-02T13:00:00Z', {}, 'Choose a time that is at least one hour from now.'],
    [
      '2027-03-02T13:00:00Z',
      { sessionNoticeMinutes: 90 },
      'Choose a time that is at least 90 minutes from now.',
    ],
    [
      '2027-03-02T13:00:00Z',
      { sessionNoticeMinutes: 1440 },
      'Choose a time that is at least 24 hours from now.',
    ],
    ['2027-03-02T12:00:00Z', { sessionNoticeMinutes: 0 }, 'This time has passed; choose a later one.'],
    ['2027-05-01T12:01:00Z', {}, 'Choose a time within the next 60 days.'],
    ['2027-03-04T12:00:30Z', {}, 'Start on a full minute.'],
  ])('refuses %s with %j', (start, changes, message) => {
    expect(messageAt(start, changes)).toBe(message);
  });

  it('names the field', () => {
    expect(problemOfStart(now, rules, now)?.path).toBe('startsAt');
  });
});
