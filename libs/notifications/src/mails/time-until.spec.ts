import { timeUntil } from './time-until.js';

describe('timeUntil', () => {
  it.each([
    [20_000, 'in 1 minute'],
    [40 * 60_000, 'in 40 minutes'],
    [58 * 60_000, 'in about an hour'],
    [61 * 60_000, 'in about an hour'],
    [3 * 3_600_000, 'in 3 hours'],
    [24 * 3_600_000, 'in 24 hours'],
    [49 * 3_600_000, 'in 2 days'],
  ])('%i ms is %s', (ms, words) => {
    expect(timeUntil(ms)).toBe(words);
  });
});
