import { GROUND as COMMON_GROUND } from './cells.js';
import type { Lanes } from './lanes.js';

// Constants of this module are part of the compiled loop; imported ones would be looked up for every person.
const GROUND = COMMON_GROUND;
const POINTS_MASK = COMMON_GROUND - 1;
const HALF = 16;
const HALF_MASK = 0xffff;

/** All that is known about each person by position, and how it counts. */
export interface Ending {
  /** Groups and working style. */
  readonly lanes: Lanes;
  /** Units shared over the term, two people in a word like lanes, and what so many give. */
  readonly shared: Int32Array;
  readonly points: Int32Array;
  /** Skills, see `SkillStage`. */
  readonly help: Float64Array;
  /** Index in the input. */
  readonly order: Int32Array;
}

/**
 * Adds up everything for the people from one position to another and writes out the points, or that there is no pair.
 *
 * Six people at a time: what the engine checks in each round of the loop costs as much as scoring one of them, and no more calls than
 * these are compiled into the loop.
 *
 * @param base points of every pair
 */
export function finish(ending: Ending, from: number, to: number, base: number, out: Int32Array): void {
  const { lanes, shared, points, help, order } = ending;
  // Known to have 32 bits, its sums need no check.
  const start = base | 0;
  let at = from;
  if ((at & 1) === 1 && at < to) {
    finishOne(ending, at, base, out);
    at += 1;
  }
  for (; at + 5 < to; at += 6) {
    finishTwo(lanes, shared, points, help, order, at, start, out);
    finishTwo(lanes, shared, points, help, order, at + 2, start, out);
    finishTwo(lanes, shared, points, help, order, at + 4, start, out);
  }
  for (; at < to; at += 1) finishOne(ending, at, base, out);
}

function finishTwo(
  lanes: Lanes,
  shared: Int32Array,
  points: Int32Array,
  help: Float64Array,
  order: Int32Array,
  at: number,
  base: number,
  out: Int32Array,
): void {
  const both = lanes[at >> 1] ?? 0;
  const units = shared[at >> 1] ?? 0;
  const left = ((both & HALF_MASK) + base + (points[units & HALF_MASK] ?? 0) + ((help[at] ?? 0) | 0)) | 0;
  const right = ((both >>> HALF) + base + (points[units >>> HALF] ?? 0) + ((help[at + 1] ?? 0) | 0)) | 0;
  // A sum below GROUND, negative or not, becomes -1: the sign of the difference fills every bit. So does NEVER_BIT.
  out[order[at] ?? 0] = (left & POINTS_MASK) | ((left - GROUND) >> 31) | ((both << HALF) >> 31);
  out[order[at + 1] ?? 0] = (right & POINTS_MASK) | ((right - GROUND) >> 31) | (both >> 31);
}

function finishOne(
  { lanes, shared, points, help, order }: Ending,
  at: number,
  base: number,
  out: Int32Array,
): void {
  const shift = HALF * (at & 1);
  const lane = ((lanes[at >> 1] ?? 0) >>> shift) & HALF_MASK;
  const units = ((shared[at >> 1] ?? 0) >>> shift) & HALF_MASK;
  const sum = lane + base + (points[units] ?? 0) + ((help[at] ?? 0) | 0);
  out[order[at] ?? 0] = (sum & POINTS_MASK) | ((sum - GROUND) >> 31) | ((lane << HALF) >> 31);
}
