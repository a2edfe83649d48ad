import type { PackedSide, PackedStyle } from './packed-people.js';

const PICKS = 2;

function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Adds what working style gives beyond one half to the sums of everybody from one position to another who answered. */
export function addStyle(
  heads: PackedSide,
  lines: PackedSide,
  { itemWords, valueWords, stride, points, width }: PackedStyle,
  head: number,
  from: number,
  to: number,
  sums: Int32Array,
): void {
  const own = heads.style;
  const theirs = lines.style;
  const mine = head * stride;
  for (let at = from; at < to; at += 1) {
    const other = at * stride;
    // Four bits for each item that both answered, less those that differ.
    let asked = 0;
    let differ = 0;
    for (let k = 0; k < itemWords; k += 1) {
      const both = (own[mine + itemWords + k] ?? 0) & (theirs[other + itemWords + k] ?? 0);
      asked += bitsOf(both);
      differ += bitsOf(both & ((own[mine + k] ?? 0) ^ (theirs[other + k] ?? 0)));
    }
    let ownPicks = 0;
    let theirPicks = 0;
    let common = 0;
    for (let k = 2 * itemWords; k < 2 * itemWords + valueWords; k += 1) {
      const left = own[mine + k] ?? 0;
      const right = theirs[other + k] ?? 0;
      ownPicks |= left;
      theirPicks |= right;
      common += bitsOf(left & right);
    }
    let answers = asked >> 2;
    let quarters = asked - differ;
    if (ownPicks !== 0 && theirPicks !== 0) {
      answers += 1;
      quarters += 2 * Math.min(common, PICKS);
    }
    sums[at] = (sums[at] ?? 0) + (points[quarters * width + answers] ?? 0);
  }
}
