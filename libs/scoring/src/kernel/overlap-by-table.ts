import { WEEK_MINUTES, weekShares } from '#availability';
import { overlapPoints } from './overlap-points.js';
import type { PackedOverlap, PackedSide } from './packed-people.js';
import type { Stage, Sums } from './stage.js';
import { addToSum } from './sums.js';

/** Lays the head's windows out over the week of each clock; for windows that start at any minute. */
export function overlapByTable(
  heads: PackedSide,
  lines: PackedSide,
  overlap: PackedOverlap,
  sums: Sums,
): Stage {
  const before = new Int32Array(WEEK_MINUTES + 1);
  const slope = new Int32Array(WEEK_MINUTES + 1);
  const fill = (head: number, block: number): void => {
    const clocks = overlap.clocks.length;
    const own = overlap.clocks[(heads.block[head] ?? 0) % clocks];
    const other = overlap.clocks[block % clocks];
    if (own === undefined || other === undefined) return;
    slope.fill(0);
    const { start, values } = heads.bounds;
    for (let k = start[head] ?? 0; k < (start[head + 1] ?? 0); k += 2) {
      for (const { from, to, times } of weekShares(values[k] ?? 0, values[k + 1] ?? 0, own, other)) {
        slope[from] = (slope[from] ?? 0) + times;
        slope[to] = (slope[to] ?? 0) - times;
      }
    }
    let sum = 0;
    let running = 0;
    for (let minute = 0; minute <= WEEK_MINUTES; minute += 1) {
      before[minute] = sum;
      running += slope[minute] ?? 0;
      sum += running;
    }
    const to = lines.blockStart[block + 1] ?? 0;
    for (let at = lines.blockStart[block] ?? 0; at < to; at += 1) {
      addToSum(sums.view, at, overlapPoints(overlap, sharedOf(lines, at, before)));
    }
  };
  return {
    prepare: () => undefined,
    add: (head, { first, end }) => {
      for (let block = first; block < end; block += 1) fill(head, block);
    },
  };
}

function sharedOf({ bounds }: PackedSide, at: number, before: Int32Array): number {
  let shared = 0;
  const last = bounds.start[at + 1] ?? 0;
  for (let k = bounds.start[at] ?? 0; k < last; k += 2) {
    shared += (before[bounds.values[k + 1] ?? 0] ?? 0) - (before[bounds.values[k] ?? 0] ?? 0);
  }
  return shared;
}
