import { SeededRandom } from '../../../test/support/assignment/seeded-random.js';
import { EventHeap } from './event-heap.js';

describe('EventHeap', () => {
  it('gives back what was put in, by key and then by number, also after being cleared', () => {
    const heap = new EventHeap();
    const random = new SeededRandom(1);
    for (let run = 0; run < 50; run++) {
      heap.push(-1, 1);
      heap.clear();
      const entries = Array.from({ length: run * 5 }, (_, code) => ({ key: random.whole(0, 9), code }));
      for (const { key, code } of random.shuffle(entries)) heap.push(key, code);
      const taken = entries.map(() => ({ code: heap.pop(), key: heap.poppedKey }));
      expect(taken).toEqual([...entries].sort((a, b) => a.key - b.key || a.code - b.code));
      expect([heap.pop(), heap.poppedKey]).toEqual([-1, Infinity]);
    }
  });
});
