import { formatDate } from './format-date.js';

describe('formatDate', () => {
  it('writes weekday, day, month and year', () => {
    expect(formatDate('2028-03-06')).toBe('Mon 6 Mar 2028');
    expect(formatDate('2027-12-31')).toBe('Fri 31 Dec 2027');
  });

  it('refuses what is no date', () => {
    expect(() => formatDate('2027-02-29')).toThrow(RangeError);
  });
});
