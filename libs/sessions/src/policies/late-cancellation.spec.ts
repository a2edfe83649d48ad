import { isLateCancellation } from './late-cancellation.js';

const starts = new Date('2027-03-28T02:30:00Z');

describe('isLateCancellation', () => {
  it.each([
    ['2027-03-27T23:29:59.999Z', 3, false],
    ['2027-03-27T23:30:00Z', 3, true],
    ['2027-03-28T02:29:00Z', 3, true],
    ['2027-03-28T02:29:00Z', 0, false],
  ])('at %s with %i hours: %s', (at, hours, late) => {
    expect(isLateCancellation(starts, new Date(at), hours)).toBe(late);
  });
});
