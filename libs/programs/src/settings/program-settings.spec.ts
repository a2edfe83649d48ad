import { addWorkingDaysToDate, isWorkingDay } from '#availability';
import fc from 'fast-check';
import { problemsOfSettings } from './check-settings.js';
import { calendarOf } from './program-calendar.js';
import { DEFAULT_SETTINGS, differences, settingsOf } from './program-settings.js';

describe('settings', () => {
  it('have valid defaults, of which nothing is stored', () => {
    expect(problemsOfSettings({ ...DEFAULT_SETTINGS })).toEqual([]);
    expect(differences(DEFAULT_SETTINGS)).toEqual({});
  });

  it('come back from what is stored', () => {
    const numbers = fc.record({
      answerWithinWorkingDays: fc.integer({ min: 1, max: 60 }),
      sessionReminderMinutes: fc.uniqueArray(fc.integer({ min: 1, max: 20_160 }), { maxLength: 5 }),
      approveMentors: fc.boolean(),
    });
    fc.assert(
      fc.property(numbers, (changes) => {
        expect(problemsOfSettings(changes)).toEqual([]);
        const settings = settingsOf(changes);
        expect(settingsOf(differences(settings))).toEqual(settings);
      }),
    );
  });

  it('of any other shape are refused by name', () => {
    const odd = fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.object(), fc.constant([null]));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(DEFAULT_SETTINGS)), odd, (name, value) => {
        const problems = problemsOfSettings({ [name]: value });
        const fine =
          (Number.isInteger(value) && typeof DEFAULT_SETTINGS[name as 'rankedChoices'] === 'number') ||
          (typeof value === 'string' && name === 'mailSenderName') ||
          (value === null && name === 'mailReplyTo');
        if (!fine) expect(problems.length).toBeGreaterThan(0);
        for (const { path } of problems) expect(path.startsWith(`settings.${name}`)).toBe(true);
      }),
    );
  });
});

describe('who mails come from', () => {
  const NAME = 'settings.mailSenderName';
  it.each([
    ['mailSenderName', 'Northwind\r\nBcc: eve@example.org', NAME],
    ['mailSenderName', 'Northwind" <eve@example.org>', NAME],
    ['mailSenderName', 'x'.repeat(81), NAME],
    ['mailReplyTo', 'sam@example.org', 'settings.mailReplyTo'],
    ['mailReplyTo', { name: 'Sam', email: 'a@x.org, b@x.org' }, 'settings.mailReplyTo.email'],
    ['mailReplyTo', { name: 'Sam', email: 'a@x.org\nBcc: b@x.org' }, 'settings.mailReplyTo.email'],
    ['mailReplyTo', { name: ' ', email: 'a@x.org' }, 'settings.mailReplyTo.name'],
    ['mailReplyTo', { name: 'Sam', email: 'a@x.org', cc: 'b@x.org' }, 'settings.mailReplyTo.cc'],
  ])('refuses %s %j', (name, value, path) => {
    expect(problemsOfSettings({ [name]: value }).map((problem) => problem.path)).toEqual([path]);
  });

  it('is a name and a person', () => {
    const mailReplyTo = { name: 'Zoë O’Brien', email: 'zoe@example.org' };
    expect(problemsOfSettings({ mailSenderName: 'דנה', mailReplyTo })).toEqual([]);
  });
});

describe('the calendar of a program', () => {
  const calendar = (from: string, to: string) =>
    calendarOf({
      timeZone: 'Europe/Berlin',
      settings: { workingDays: ['MO', 'TU', 'WE', 'TH', 'FR'], closedWeeks: [{ from, to }] },
    });

  it.each([
    // One day closes its week, and none beside it
    ['2027-08-04', '2027-08-04', '2027-07-30', '2027-08-02', '2027-08-09'],
    // Sunday to Monday is two weeks
    ['2027-08-08', '2027-08-09', '2027-07-30', '2027-08-13', '2027-08-16'],
    ['2027-08-02', '2027-08-22', '2027-07-30', '2027-08-20', '2027-08-23'],
  ])('from %s to %s stops every clock', (from, to, before, within, after) => {
    const closed = calendar(from, to);
    expect([before, within, after].map((date) => isWorkingDay(date, closed))).toEqual([true, false, true]);
    expect(addWorkingDaysToDate(before, 1, closed)).toBe(after);
  });
});
