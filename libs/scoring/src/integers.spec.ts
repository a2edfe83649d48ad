import fc from 'fast-check';
import { divideDown } from './integers.js';

describe('division without a fraction', () => {
  const most = 2 ** 52;

  it('is exact, also just below and above a whole quotient', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 30 }),
        fc.nat(most),
        fc.integer({ min: -1, max: 1 }),
        (denominator, any, step) => {
          const whole = any - (any % denominator) + step;
          for (const numerator of [any, Math.max(0, whole)])
            expect(BigInt(divideDown(numerator, denominator))).toBe(BigInt(numerator) / BigInt(denominator));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('by nothing is nothing', () => {
    expect([divideDown(7, 0), divideDown(7, -1)]).toEqual([0, 0]);
  });
});
