import { halfWordOf } from './cells.js';
import type { PackedOverlap, PackedRows, PackedSide } from './packed-people.js';
import type { Room } from './room.js';
import type { Stage, Sums } from './stage.js';
import type { Stretch } from './stretches.js';

/** Rows that are added up in one pass. */
const AT_ONCE = 6;

/** Adds up rows of words, two people at a time; stretches are single blocks. */
export function overlapByRows(
  heads: PackedSide,
  lines: PackedSide,
  { words, terms }: PackedRows,
  { points: pointsOf }: PackedOverlap,
  room: Room,
  sums: Sums,
): Stage {
  const blocks = lines.blockStart.length - 1;
  const units = room.part(Int32Array, (lines.count >> 1) + 2);
  const points = room.copy(Uint16Array, Uint16Array.from(pointsOf, halfWordOf));
  const starts = new Int32Array(AT_ONCE);
  const factors = new Int32Array(AT_ONCE);
  const fill = (head: number, { first: block, from, to }: Stretch): void => {
    const shared = units.view;
    const firstWord = from >> 1;
    const lastWord = (to + 1) >> 1;
    let filled = 0;
    let first = true;
    const lastWindow = heads.windows.start[head + 1] ?? 0;
    for (let at = heads.windows.start[head] ?? 0; at < lastWindow; at += 1) {
      const list = (heads.windows.values[at] ?? 0) * blocks + block;
      const end = terms.start[list + 1] ?? 0;
      for (let k = terms.start[list] ?? 0; k < end; k += 2) {
        starts[filled] = (terms.values[k] ?? 0) - firstWord;
        factors[filled] = terms.values[k + 1] ?? 0;
        filled += 1;
        if (filled === AT_ONCE) {
          addRows(words, starts, factors, shared, firstWord, lastWord, first);
          first = false;
          filled = 0;
        }
      }
    }
    if (filled > 0 || first) {
      for (; filled < AT_ONCE; filled += 1) {
        starts[filled] = -firstWord;
        factors[filled] = 0;
      }
      addRows(words, starts, factors, shared, firstWord, lastWord, first);
    }
  };
  return {
    prepare: () => undefined,
    add: (head, stretch) => {
      const { from, to } = stretch;
      fill(head, stretch);
      room.module.addLongPoints(sums.at + 2 * from, units.at + 2 * from, points.at, to - from);
    },
  };
}

function addRows(
  words: Int32Array,
  starts: Int32Array,
  factors: Int32Array,
  shared: Int32Array,
  from: number,
  to: number,
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
  for (let k = from; k < to; k += 1) {
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
