import fc from 'fast-check';
import { compareIds } from './compare-ids.js';
import { idOrder } from './id-order.js';

describe('the order of ids', () => {
  const sorted = (ids: readonly string[]): string[] => Array.from(idOrder(ids), (at) => ids[at] as string);

  it.each([
    ['short ones', fc.string({ maxLength: 4 })],
    ['long ones', fc.string({ maxLength: 40 })],
    ['any characters', fc.string({ unit: 'binary', maxLength: 12 })],
    ['universally unique ones', fc.uuid()],
    ['numbered ones', fc.nat().map((number) => `mentee-${number}`)],
  ])('is that of their code units: %s', (_, id) => {
    fc.assert(
      fc.property(fc.array(id, { maxLength: 60 }), (ids) => {
        expect(sorted(ids)).toEqual([...ids].sort(compareIds));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves equal ids in the order of the input', () => {
    expect([...idOrder(['b', 'a', 'b', 'a', ''])]).toEqual([4, 1, 3, 0, 2]);
    expect([...idOrder([])]).toEqual([]);
  });
});
