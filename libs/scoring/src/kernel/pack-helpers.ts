import type { Arena } from './arena.js';
import type { PackedHelpers, PackedSide } from './packed-people.js';

/** What a step to the next position counts as. */
export const STEP = 4;

/** The longest step that a byte holds; a longer way takes several, all but the last to nobody in particular. */
const LONGEST = 63;

/** Positions, ascending, of those who help with a want class, and the most that each can do. */
export interface HelperList {
  readonly people: Int32Array;
  readonly values: Uint16Array;
}

/** Lays lists out one after the other. */
export function packHelpers(
  lists: readonly HelperList[],
  { block, blockStart }: PackedSide,
  arena: Arena,
): PackedHelpers {
  const blocks = blockStart.length - 1;
  const length = lists.reduce((sum, { people }) => sum + stepsTo(people), 0);
  const start = arena.int32(lists.length * blocks + 1);
  const before = arena.int32(lists.length * blocks);
  const steps = arena.uint8(length);
  const values = arena.uint16(length);
  let k = 0;
  lists.forEach((list, id) => {
    let next = id * blocks;
    let last = list.people[0] ?? 0;
    const openBlocks = (end: number): void => {
      for (; next < end; next += 1) {
        start[next] = k;
        before[next] = last;
      }
    };
    list.people.forEach((at, nth) => {
      for (; at - last > LONGEST; last += LONGEST) {
        steps[k] = STEP * LONGEST;
        k += 1;
      }
      openBlocks(id * blocks + (block[at] ?? 0) + 1);
      steps[k] = STEP * (at - last);
      values[k] = list.values[nth] ?? 0;
      k += 1;
      last = at;
    });
    openBlocks((id + 1) * blocks);
  });
  start[lists.length * blocks] = k;
  return { start, before, steps, values };
}

function stepsTo(people: Int32Array): number {
  let steps = 0;
  let last = people[0] ?? 0;
  for (const at of people) {
    steps += Math.max(1, Math.ceil((at - last) / LONGEST));
    last = at;
  }
  return steps;
}
