import { SeededRandom } from '../../../test/support/assignment/seeded-random.js';
import { indexById } from './people-index.js';
import { SortedIndex } from './sorted-index.js';

describe('SortedIndex', () => {
  it('finds what a map finds, whatever is asked for and in whatever order', () => {
    const random = new SeededRandom(3);
    for (let run = 0; run < 300; run++) {
      const name = (): string => `p${random.whole(0, 40)}${random.chance(0.2) ? 'é' : ''}`;
      const people = Array.from({ length: random.whole(0, 30) }, () => ({ id: name() }));
      const map = indexById(people);
      const index = new SortedIndex(people);
      expect(index.size).toBe(map.size);
      const asked = [...people.map(({ id }) => id), ...Array.from({ length: 20 }, name), ''];
      if (random.chance(0.5)) asked.sort();
      expect(asked.map((id) => index.get(id))).toEqual(asked.map((id) => map.get(id)));
      expect(asked.map((id) => index.has(id))).toEqual(asked.map((id) => map.has(id)));
    }
  });
});
