import { halfWordOf, NEVER_BIT } from './cells.js';

/**
 * Sums of people by position, two in a word: the even position in the low half. A half word has points, `GROUND` once at most, and
 * `NEVER_BIT`.
 */
export type Lanes = Int32Array;

/** Bits of a half word. */
const HALF = 16;

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

/** Adds words of which none says `NEVER_BIT`, or all lanes have none. */
export function addLanes(lanes: Lanes, more: Lanes, start: number, from: number, to: number): void {
  for (let k = from; k < to; k += 1) lanes[k] = ((lanes[k] ?? 0) + (more[start + k] ?? 0)) | 0;
}

/** Fills the words with the sums of three, the first of which may be `lanes` from 0 on. Several words at a time, see `finish`. */
export function fillThreeLanes(
  lanes: Lanes,
  first: Lanes,
  firstStart: number,
  second: Lanes,
  secondStart: number,
  third: Lanes,
  thirdStart: number,
  from: number,
  to: number,
): void {
  let k = from;
  for (; k + 3 < to; k += 4) {
    const a = firstStart + k;
    const b = secondStart + k;
    const c = thirdStart + k;
    lanes[k] = ((first[a] ?? 0) + (second[b] ?? 0) + (third[c] ?? 0)) | 0;
    lanes[k + 1] = ((first[a + 1] ?? 0) + (second[b + 1] ?? 0) + (third[c + 1] ?? 0)) | 0;
    lanes[k + 2] = ((first[a + 2] ?? 0) + (second[b + 2] ?? 0) + (third[c + 2] ?? 0)) | 0;
    lanes[k + 3] = ((first[a + 3] ?? 0) + (second[b + 3] ?? 0) + (third[c + 3] ?? 0)) | 0;
  }
  for (; k < to; k += 1) {
    lanes[k] =
      ((first[firstStart + k] ?? 0) + (second[secondStart + k] ?? 0) + (third[thirdStart + k] ?? 0)) | 0;
  }
}

/** Adds words where both may say `NEVER_BIT`. */
export function joinLanes(lanes: Lanes, more: Lanes, start: number, from: number, to: number): void {
  for (let k = from; k < to; k += 1) {
    const left = lanes[k] ?? 0;
    const right = more[start + k] ?? 0;
    lanes[k] = ((left & ~NEVER_BITS) + (right & ~NEVER_BITS)) | ((left | right) & NEVER_BITS);
  }
}
