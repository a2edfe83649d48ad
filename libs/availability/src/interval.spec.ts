import fc from 'fast-check';
import { intersect, subtract, union } from './interval.js';
import type { Interval } from './interval.js';

const anInterval = fc
  .tuple(fc.nat({ max: 40 }), fc.nat({ max: 8 }))
  .map(([start, length]) => ({ start, end: start + length }));
const someIntervals = fc.array(anInterval, { maxLength: 8 });

function cells(list: readonly Interval[]): number[] {
  return Array.from({ length: 60 }, (_, at) => at).filter((at) =>
    list.some(({ start, end }) => start <= at && at < end),
  );
}

describe('intervals', () => {
  it('union sorts, joins what touches and keeps every instant', () => {
    fc.assert(
      fc.property(someIntervals, someIntervals, (a, b) => {
        const joined = union(a, b);
        expect(cells(joined)).toEqual(cells([...a, ...b]));
        expect(joined.every(({ start, end }, i) => start < end && (joined[i - 1]?.end ?? -1) < start)).toBe(
          true,
        );
      }),
    );
  });

  it('intersect and subtract agree with membership', () => {
    fc.assert(
      fc.property(
        someIntervals.map((l) => union(l)),
        someIntervals.map((l) => union(l)),
        (a, b) => {
          const inB = new Set(cells(b));
          expect(cells(intersect(a, b))).toEqual(cells(a).filter((at) => inB.has(at)));
          expect(cells(subtract(a, b))).toEqual(cells(a).filter((at) => !inB.has(at)));
          expect(union(subtract(a, b), intersect(a, b))).toEqual(a);
        },
      ),
    );
  });
});
