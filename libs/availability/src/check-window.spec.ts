import { isDatedException, isWeeklyWindow, problemOfException, problemOfWindow } from './check-window.js';

describe('problemOfWindow', () => {
  it.each([
    ['MO', 0, 1440, null],
    ['SU', 1439, 1440, null],
    ['MO', 1080, 1080, 'write a later end'],
    ['MO', 1320, 120, 'crosses midnight'],
    ['MO', -1, 60, 'from 0 to 1440'],
    ['MO', 0, 1441, 'from 0 to 1440'],
    ['MO', 0.5, 60, 'whole numbers'],
    ['MO', Number.NaN, 60, 'whole numbers'],
    ['Monday', 0, 60, 'one of MO, TU'],
    ['constructor', 0, 60, 'one of MO, TU'],
  ])('%s %d-%d: %s', (weekday, startMinute, endMinute, problem) => {
    const window = { weekday, startMinute, endMinute };
    expect(isWeeklyWindow(window)).toBe(problem === null);
    expect(problemOfWindow(window) ?? 'nothing').toContain(problem ?? 'nothing');
  });
});

describe('problemOfException', () => {
  it.each([
    [{ date: '2028-02-29', kind: 'away' }, null],
    [{ date: '2028-02-29', kind: 'extra', startMinute: 600, endMinute: 660 }, null],
    [{ date: '2028-02-29', kind: 'extra', startMinute: null, endMinute: 660 }, null],
    [{ date: '2027-02-29', kind: 'away' }, 'is not a date'],
    [{ date: '2027-2-1', kind: 'away' }, 'is not a date'],
    [{ date: '2027-02-01', kind: 'maybe' }, 'write "away" or "extra"'],
    [{ date: '2027-02-01', kind: 'away', startMinute: 660, endMinute: 600 }, 'write a later end'],
  ])('%j: %s', (exception, problem) => {
    expect(isDatedException(exception)).toBe(problem === null);
    expect(problemOfException(exception) ?? 'nothing').toContain(problem ?? 'nothing');
  });
});
