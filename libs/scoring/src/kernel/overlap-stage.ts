import { WEEK_MINUTES, weekShares } from '#availability';
import { overlapPoints } from './overlap-points.js';
import type { PackedOverlap, PackedRows, PackedSide } from './packed-people.js';

/** Rows that are added up in one pass. */
const AT_ONCE = 6;

/** What a person shares with everybody on one clock. */
export interface OverlapStage {
  /** Where `fill` leaves the shared units, two people in a word. */
  readonly shared: Int32Array;
  /** What so many units give. */
  readonly points: Int32Array;
  /** Fills `shared`, or adds to the sums at once what availability gives. */
  readonly fill: (head: number, clock: number, sums: Int32Array) => void;
}

/** Availability that gives nothing to anybody. */
export const noOverlap = (lines: PackedSide): OverlapStage => ({
  shared: new Int32Array((lines.count + 1) >> 1),
  points: new Int32Array(1),
  fill: () => undefined,
});

/** Adds up rows of words, two people at a time. */
export function overlapByRows(
  heads: PackedSide,
  lines: PackedSide,
  rows: PackedRows,
  { points }: PackedOverlap,
  clocks: number,
): OverlapStage {
  const { words, terms } = rows;
  const shared = new Int32Array((lines.count + 1) >> 1);
  const starts = new Int32Array(AT_ONCE);
  const factors = new Int32Array(AT_ONCE);
  const fill = (head: number, clock: number): void => {
    const from = lines.clockStart[clock] ?? 0;
    const to = lines.clockStart[clock + 1] ?? 0;
    const length = (to - from + 1) >> 1;
    let filled = 0;
    let first = true;
    const lastWindow = heads.windows.start[head + 1] ?? 0;
    for (let at = heads.windows.start[head] ?? 0; at < lastWindow; at += 1) {
      const list = (heads.windows.values[at] ?? 0) * clocks + clock;
      const end = terms.start[list + 1] ?? 0;
      for (let k = terms.start[list] ?? 0; k < end; k += 2) {
        starts[filled] = terms.values[k] ?? 0;
        factors[filled] = terms.values[k + 1] ?? 0;
        filled += 1;
        if (filled === AT_ONCE) {
          addRows(words, starts, factors, shared, length, first);
          first = false;
          filled = 0;
        }
      }
    }
    if (filled > 0 || first) {
      for (; filled < AT_ONCE; filled += 1) factors[filled] = 0;
      addRows(words, starts, factors, shared, length, first);
    }
  };
  return { shared, points, fill };
}

function addRows(
  words: Int32Array,
  starts: Int32Array,
  factors: Int32Array,
  shared: Int32Array,
  length: number,
  first: boolean,
): void {
  const s0 = starts[0] ?? 0;
  const s1 = starts[1] ?? 0;
  const s2 = starts[2] ?? 0;
  const s3 = starts[3] ?? 0;
  const s4 = starts[4] ?? 0;
  const s5 = starts[5] ?? 0;
  const f0 = factors[0] ?? 0;
  const f1 = factors[1] ?? 0;
  const f2 = factors[2] ?? 0;
  const f3 = factors[3] ?? 0;
  const f4 = factors[4] ?? 0;
  const f5 = factors[5] ?? 0;
  for (let k = 0; k < length; k += 1) {
    const sum =
      Math.imul(f0, words[s0 + k] ?? 0) +
      Math.imul(f1, words[s1 + k] ?? 0) +
      Math.imul(f2, words[s2 + k] ?? 0) +
      Math.imul(f3, words[s3 + k] ?? 0) +
      Math.imul(f4, words[s4 + k] ?? 0) +
      Math.imul(f5, words[s5 + k] ?? 0);
    shared[k] = first ? sum | 0 : ((shared[k] ?? 0) + sum) | 0;
  }
}

/** Lays the head's windows out over the week of each clock; for windows that start at any minute. */
export function overlapByTable(heads: PackedSide, lines: PackedSide, overlap: PackedOverlap): OverlapStage {
  const before = new Int32Array(WEEK_MINUTES + 1);
  const slope = new Int32Array(WEEK_MINUTES + 1);
  const fill = (head: number, clock: number, sums: Int32Array): void => {
    const own = overlap.clocks[heads.clock[head] ?? 0];
    const other = overlap.clocks[clock];
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
    const to = lines.clockStart[clock + 1] ?? 0;
    for (let at = lines.clockStart[clock] ?? 0; at < to; at += 1) {
      sums[at] = (sums[at] ?? 0) + overlapPoints(overlap, sharedOf(lines, at, before));
    }
  };
  return { ...noOverlap(lines), fill };
}

function sharedOf({ bounds }: PackedSide, at: number, before: Int32Array): number {
  let shared = 0;
  const last = bounds.start[at + 1] ?? 0;
  for (let k = bounds.start[at] ?? 0; k < last; k += 2) {
    shared += (before[bounds.values[k + 1] ?? 0] ?? 0) - (before[bounds.values[k] ?? 0] ?? 0);
  }
  return shared;
}
