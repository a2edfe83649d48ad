import { halfWordOf, NEVER_BIT } from './cells.js';

/**
 * Sums of people by position, two in a word: the even position in the low half. A half word has points, `GROUND` once at most, and
 * `NEVER_BIT`.
 */
export type Lanes = Int32Array;

/** Bits of a half word. */
export const HALF = 16;
export const HALF_MASK = 0xffff;

/** `NEVER_BIT` in both halves. */
const NEVER_BITS = NEVER_BIT | (NEVER_BIT << HALF);

/** Lanes of so many people; full words beyond the last person may be touched. */
export const lanesOf = (count: number): Lanes => new Int32Array((count >> 1) + 2);

/** Adds points, or `NEVER`, to one person. */
export function addToLane(lanes: Lanes, at: number, points: number): void {
  const shift = HALF * (at & 1);
  const word = lanes[at >> 1] ?? 0;
  lanes[at >> 1] = points < 0 ? word | (halfWordOf(points) << shift) : word + (points << shift);
}

/** Fills the words from one to another with what `more` has from `start` on. */
export function fillLanes(lanes: Lanes, more: Lanes, start: number, from: number, to: number): void {
  for (let k = from; k < to; k += 1) lanes[k] = more[start + k] ?? 0;
}

/** Fills the words with the sums of two. */
export function fillTwoLanes(
  lanes: Lanes,
  first: Lanes,
  firstStart: number,
  second: Lanes,
  secondStart: number,
  from: number,
  to: number,
): void {
  for (let k = from; k < to; k += 1) {
    lanes[k] = ((first[firstStart + k] ?? 0) + (second[secondStart + k] ?? 0)) | 0;
  }
}

/** Adds words of which none says `NEVER_BIT`, or all lanes have none. */
export function addLanes(lanes: Lanes, more: Lanes, start: number, from: number, to: number): void {
  for (let k = from; k < to; k += 1) lanes[k] = ((lanes[k] ?? 0) + (more[start + k] ?? 0)) | 0;
}

/** Adds words where both may say `NEVER_BIT`. */
export function joinLanes(lanes: Lanes, more: Lanes, start: number, from: number, to: number): void {
  for (let k = from; k < to; k += 1) {
    const left = lanes[k] ?? 0;
    const right = more[start + k] ?? 0;
    lanes[k] = ((left & ~NEVER_BITS) + (right & ~NEVER_BITS)) | ((left | right) & NEVER_BITS);
  }
}
