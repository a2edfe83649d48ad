import { SeededRandom } from '../../../test/support/assignment/seeded-random.js';
import { selectLargest } from './select-largest.js';

describe('selectLargest', () => {
  it('puts the largest numbers first, ties or not, and leaves the others alone', () => {
    for (let run = 0; run < 3000; run++) {
      const random = new SeededRandom(run);
      const size = random.whole(1, 40);
      const top = random.chance(0.5) ? 4 : 1_000;
      const numbers = Float64Array.from({ length: size + 3 }, () => random.whole(-top, top));
      const before = [...numbers];
      const count = random.whole(1, size);
      const least = selectLargest(numbers, size, count);
      const ranked = before.slice(0, size).sort((a, b) => b - a);
      expect(least).toBe(ranked[count - 1]);
      expect([...numbers.subarray(0, count)].sort((a, b) => b - a)).toEqual(ranked.slice(0, count));
      expect([...numbers.subarray(count, size)].sort((a, b) => b - a)).toEqual(ranked.slice(count));
      expect([...numbers.subarray(size)]).toEqual(before.slice(size));
    }
  });
});
