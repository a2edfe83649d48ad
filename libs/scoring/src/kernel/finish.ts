import { GROUND, POINTS_MASK } from './cells.js';
import { HALF, HALF_MASK } from './lanes.js';
import type { Lanes } from './lanes.js';

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
 * @param base points of every pair
 */
export function finish(ending: Ending, from: number, to: number, base: number, out: Int32Array): void {
  const { lanes, shared, points, help, order } = ending;
  let at = from;
  if ((at & 1) === 1 && at < to) {
    finishOne(ending, at, base, out);
    at += 1;
  }
  for (; at + 1 < to; at += 2) {
    const both = lanes[at >> 1] ?? 0;
    const units = shared[at >> 1] ?? 0;
    const left = (both & HALF_MASK) + base + (points[units & HALF_MASK] ?? 0) + ((help[at] ?? 0) | 0);
    const right = (both >>> HALF) + base + (points[units >>> HALF] ?? 0) + ((help[at + 1] ?? 0) | 0);
    // A sum below GROUND, negative or not, becomes -1: the sign of the difference fills every bit. So does NEVER_BIT.
    out[order[at] ?? 0] = (left & POINTS_MASK) | ((left - GROUND) >> 31) | ((both << HALF) >> 31);
    out[order[at + 1] ?? 0] = (right & POINTS_MASK) | ((right - GROUND) >> 31) | (both >> 31);
  }
  if (at < to) finishOne(ending, at, base, out);
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
