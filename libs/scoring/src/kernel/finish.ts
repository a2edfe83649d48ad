import { GROUND, POINTS_MASK } from './cells.js';
import type { GroupStage } from './group-stage.js';
import type { OverlapStage } from './overlap-stage.js';

/** Groups that are added while the scores are written; there must be as many. */
export const WRITTEN_AT_ONCE = 3;

const HALF = 16;
const HALF_MASK = 0xffff;

/** Adds groups and availability to the sums and writes out what is left: the points, or that there is no pair. */
export function finish(
  groups: readonly GroupStage[],
  overlap: OverlapStage,
  head: number,
  from: number,
  to: number,
  base: number,
  order: Int32Array,
  sums: Int32Array,
  out: Int32Array,
): void {
  const [first, second, third] = groups;
  if (first === undefined || second === undefined || third === undefined) return;
  for (let k = WRITTEN_AT_ONCE; k < groups.length; k += 1) {
    const group = groups[k];
    if (group !== undefined) addCells(group.lineClass, group.cellsOf(head), from, to, sums);
  }
  write(
    sums,
    overlap.shared,
    overlap.points,
    first.lineClass,
    first.cellsOf(head),
    second.lineClass,
    second.cellsOf(head),
    third.lineClass,
    third.cellsOf(head),
    base,
    order,
    from,
    to,
    out,
  );
}

function addCells(classes: Int32Array, cells: Int32Array, from: number, to: number, sums: Int32Array): void {
  for (let at = from; at < to; at += 1) sums[at] = (sums[at] ?? 0) + (cells[classes[at] ?? 0] ?? 0);
}

function write(
  sums: Int32Array,
  shared: Int32Array,
  points: Int32Array,
  classesA: Int32Array,
  cellsA: Int32Array,
  classesB: Int32Array,
  cellsB: Int32Array,
  classesC: Int32Array,
  cellsC: Int32Array,
  base: number,
  order: Int32Array,
  from: number,
  to: number,
  out: Int32Array,
): void {
  let k = 0;
  let at = from;
  let word = 0;
  for (; at < to; at += 1) {
    if (((at - from) & 1) === 0) {
      word = shared[k] ?? 0;
      k += 1;
    } else word >>>= HALF;
    const sum =
      base +
      (sums[at] ?? 0) +
      (points[word & HALF_MASK] ?? 0) +
      (cellsA[classesA[at] ?? 0] ?? 0) +
      (cellsB[classesB[at] ?? 0] ?? 0) +
      (cellsC[classesC[at] ?? 0] ?? 0);
    // A sum below GROUND, negative or not, becomes -1: the sign of the difference fills every bit.
    out[order[at] ?? 0] = (sum & POINTS_MASK) | ((sum - GROUND) >> 31);
  }
}
