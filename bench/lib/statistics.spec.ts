import { median, percentile, rounded } from './statistics.js';

describe('the statistics of a measurement', () => {
  it('take the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(median([])).toBeNaN();
  });

  it('take percentiles by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([50, 95, 99, 100].map((percent) => percentile(hundred, percent))).toEqual([50, 95, 99, 100]);
    expect(percentile([7], 1)).toBe(7);
  });

  it('round to what can be read', () => {
    expect([0.012345, 3.4123, 99.96, 13_044.4].map(rounded)).toEqual([0.0123, 3.41, 100, 13_044]);
  });
});
