import { INFEASIBLE } from '#scoring';
import fc from 'fast-check';
import { MentorOrder } from './mentor-order.js';

describe('the order of mentors', () => {
  const entry = fc.record({
    score: fc.oneof(
      fc.constantFrom(INFEASIBLE, 0, 1, 5000, 9999, 10_000),
      fc.integer({ min: 0, max: 10_000 }),
    ),
    wanted: fc.boolean(),
  });

  it('is that of sorting everybody, for every part of the list', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), fc.nat(42), fc.nat(42), (entries, from, length) => {
        const order = new MentorOrder(
          Int32Array.from(entries, ({ score }) => score),
          Uint8Array.from(entries, ({ wanted }) => (wanted ? 1 : 0)),
        );
        const sorted = entries
          .map(({ score, wanted }, place) => ({ score, wanted, place }))
          .filter(({ score, wanted }) => wanted && score !== INFEASIBLE)
          .sort((a, b) => b.score - a.score || a.place - b.place)
          .map(({ place }) => place);
        expect(order.slice(from, from + length)).toEqual(sorted.slice(from, from + length));
        expect(order.slice(0, Infinity)).toEqual(sorted);
        expect(order.first).toBe(sorted[0] ?? -1);
        for (let place = -1; place <= entries.length; place += 1)
          expect(order.indexOf(place)).toBe(sorted.indexOf(place));
      }),
      { numRuns: 500 },
    );
  });
});
