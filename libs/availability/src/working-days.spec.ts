import { addWorkingDays, addWorkingDaysToDate, isWorkingDay, workingDayBefore } from './working-days.js';

const OFFICE = { workingDays: ['MO', 'TU', 'WE', 'TH', 'FR'], closedWeeks: [] as string[] } as const;
const SUMMER = { ...OFFICE, closedWeeks: ['2026-08-05', '2026-08-10'] };

describe('addWorkingDaysToDate', () => {
  it.each([
    ['2026-03-02', 5, OFFICE, '2026-03-09'],
    ['2026-03-06', 1, OFFICE, '2026-03-09'],
    ['2026-03-07', 1, OFFICE, '2026-03-09'],
    ['2026-03-08', 0, OFFICE, '2026-03-09'],
    ['2026-03-04', 0, OFFICE, '2026-03-04'],
    ['2028-02-28', 1, OFFICE, '2028-02-29'],
    // Two closed weeks, 3–16 August: the clock stops
    ['2026-07-31', 1, SUMMER, '2026-08-17'],
    ['2026-07-30', 5, SUMMER, '2026-08-20'],
    ['2026-08-06', 2, SUMMER, '2026-08-18'],
    ['2026-03-05', 1, { workingDays: ['SU', 'TH'], closedWeeks: [] } as const, '2026-03-08'],
  ])('%s and %d working days', (date, n, calendar, expected) => {
    expect(addWorkingDaysToDate(date, n, calendar)).toBe(expected);
  });

  it('refuses a calendar that never works, and halves of days', () => {
    expect(() => addWorkingDaysToDate('2026-03-02', 1, { workingDays: [], closedWeeks: [] })).toThrow(
      RangeError,
    );
    expect(() => addWorkingDaysToDate('2026-03-02', 0.5, OFFICE)).toThrow(RangeError);
    expect(() => addWorkingDaysToDate('2026-03-02', -1, OFFICE)).toThrow(RangeError);
  });
});

describe('workingDayBefore', () => {
  it.each([
    ['2026-03-09', 1, OFFICE, '2026-03-06'],
    ['2026-03-12', 3, OFFICE, '2026-03-09'],
    ['2026-03-08', 1, OFFICE, '2026-03-06'],
    // Two closed weeks, 3–16 August: the clock stops
    ['2026-08-19', 3, SUMMER, '2026-07-31'],
  ])('%s and %d working days', (date, n, calendar, expected) => {
    expect(workingDayBefore(date, n, calendar)).toBe(expected);
  });

  it('refuses a calendar that never works', () => {
    expect(() => workingDayBefore('2026-03-02', 1, { workingDays: [], closedWeeks: [] })).toThrow(RangeError);
  });
});

describe('isWorkingDay', () => {
  it.each([
    ['2026-08-07', false],
    ['2026-08-16', false],
    ['2026-08-17', true],
    ['2026-08-22', false],
  ])('%s: %s', (date, works) => {
    expect(isWorkingDay(date, SUMMER)).toBe(works);
  });
});

describe('addWorkingDays', () => {
  it.each([
    // Monday 23:30 in Berlin is the Monday there, though a Tuesday is near
    ['2026-03-02T22:30Z', 5, 'Europe/Berlin', 'end-of-day', '2026-03-09T22:59Z'],
    ['2026-03-02T23:30Z', 5, 'Europe/Berlin', 'end-of-day', '2026-03-10T22:59Z'],
    ['2026-03-02T22:30Z', 5, 'Pacific/Auckland', 'end-of-day', '2026-03-10T10:59Z'],
    // Over the change of clocks
    ['2026-03-27T09:00Z', 2, 'Europe/Berlin', 'same-time', '2026-03-31T08:00Z'],
    ['2026-03-27T09:00Z', 2, 'Europe/Berlin', 'end-of-day', '2026-03-31T21:59Z'],
    ['2026-03-07T09:15:30Z', 1, 'UTC', 'same-time', '2026-03-09T09:15:30Z'],
  ] as const)('%s and %d in %s, %s', (at, n, zone, form, expected) => {
    const result = addWorkingDays(Date.parse(at), n, { ...OFFICE, zone }, form);
    expect(new Date(result).toISOString()).toBe(new Date(expected).toISOString());
  });

  it('ends the day unless told otherwise', () => {
    const at = Date.parse('2026-03-02T12:00Z');
    const calendar = { ...OFFICE, zone: 'UTC' };
    expect(addWorkingDays(at, 1, calendar)).toBe(addWorkingDays(at, 1, calendar, 'end-of-day'));
  });
});
