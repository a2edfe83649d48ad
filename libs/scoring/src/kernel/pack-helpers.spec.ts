import { Arena } from './arena.js';
import { packHelpers, STEP } from './pack-helpers.js';
import type { PackedSide } from './packed-people.js';

const BLOCKS = 3;

/** A side of 1000 people in three blocks, the second of which is empty. */
const side = {
  block: Int32Array.from({ length: 1000 }, (_, at) => (at < 400 ? 0 : 2)),
  blockStart: Int32Array.of(0, 400, 400, 1000),
} as Partial<PackedSide> as PackedSide;

const lists = [[], [5], [0, 1, 64, 399, 400, 999], [999], [300, 301, 700]].map((people) => ({
  people: Int32Array.from(people),
  values: Uint16Array.from(people, (at) => at + 1),
}));

describe('helpers of a want class', () => {
  const { start, before, steps, values } = packHelpers(lists, side, new Arena());

  it.each([
    [0, 3],
    [0, 1],
    [1, 2],
    [1, 3],
    [2, 3],
  ])('are found from block %d to %d', (first, end) => {
    const from = side.blockStart[first] ?? 0;
    const to = side.blockStart[end] ?? 0;
    const found = lists.map((_, id) => {
      const people: number[][] = [];
      let at = before[id * BLOCKS + first] ?? 0;
      for (let k = start[id * BLOCKS + first]!; k < start[id * BLOCKS + end]!; k += 1) {
        at += steps[k]! / STEP;
        if (values[k] !== 0) people.push([at, values[k]!]);
      }
      return people;
    });
    const near = (at: number): boolean => at >= from && at < to;
    expect(found).toEqual(lists.map(({ people }) => [...people].filter(near).map((at) => [at, at + 1])));
  });
});
