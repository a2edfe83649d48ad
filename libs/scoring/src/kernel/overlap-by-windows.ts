import type { OverlapStage } from './overlap-stage.js';
import type { PackedOverlap, PackedSide, PackedWindowRows } from './packed-people.js';
import type { Stretch } from './stretches.js';

/** The first and second person of a word with four; eight bits higher, the other two. */
const FIRST_TWO = 0x00ff00ff;
const LAST_TWO = 8;

/** Adds up what each window of a person shares with everybody, four people at a time. */
export function overlapByWindows(
  heads: PackedSide,
  lines: PackedSide,
  { words, start: rowStart }: PackedWindowRows,
  { points }: PackedOverlap,
): OverlapStage {
  const shared = new Int32Array(2 * (lines.count >> 2) + 4);
  const { start, values } = heads.windows;
  const rowOf = (k: number): number => rowStart[values[k] ?? 0] ?? 0;
  const fill = (head: number, { from, to, before }: Stretch): void => {
    const first = from >> 2;
    const last = (to + 3) >> 2;
    const own = before - first;
    const end = start[head + 1] ?? 0;
    let k = start[head] ?? 0;
    if (k === end) shared.fill(0, 2 * first, 2 * last);
    else if (k + 1 === end) fillOne(shared, words, rowOf(k) + own, first, last);
    else if (k + 2 === end) fillTwo(shared, words, rowOf(k) + own, rowOf(k + 1) + own, first, last);
    else fillThree(shared, words, rowOf(k) + own, rowOf(k + 1) + own, rowOf(k + 2) + own, first, last);
    for (k += 3; k < end; k += 1) addOne(shared, words, rowOf(k) + own, first, last);
  };
  return { shared, points, fill };
}

function fillOne(shared: Int32Array, words: Int32Array, a: number, from: number, to: number): void {
  for (let k = from; k < to; k += 1) {
    const word = words[a + k] ?? 0;
    shared[2 * k] = word & FIRST_TWO;
    shared[2 * k + 1] = (word >>> LAST_TWO) & FIRST_TWO;
  }
}

function fillTwo(
  shared: Int32Array,
  words: Int32Array,
  a: number,
  b: number,
  from: number,
  to: number,
): void {
  for (let k = from; k < to; k += 1) {
    const first = words[a + k] ?? 0;
    const second = words[b + k] ?? 0;
    shared[2 * k] = (first & FIRST_TWO) + (second & FIRST_TWO);
    shared[2 * k + 1] = ((first >>> LAST_TWO) & FIRST_TWO) + ((second >>> LAST_TWO) & FIRST_TWO);
  }
}

function fillThree(
  shared: Int32Array,
  words: Int32Array,
  a: number,
  b: number,
  c: number,
  from: number,
  to: number,
): void {
  for (let k = from; k < to; k += 1) {
    const first = words[a + k] ?? 0;
    const second = words[b + k] ?? 0;
    const third = words[c + k] ?? 0;
    shared[2 * k] = (first & FIRST_TWO) + (second & FIRST_TWO) + (third & FIRST_TWO);
    shared[2 * k + 1] =
      ((first >>> LAST_TWO) & FIRST_TWO) +
      ((second >>> LAST_TWO) & FIRST_TWO) +
      ((third >>> LAST_TWO) & FIRST_TWO);
  }
}

function addOne(shared: Int32Array, words: Int32Array, a: number, from: number, to: number): void {
  for (let k = from; k < to; k += 1) {
    const word = words[a + k] ?? 0;
    shared[2 * k] = ((shared[2 * k] ?? 0) + (word & FIRST_TWO)) | 0;
    shared[2 * k + 1] = ((shared[2 * k + 1] ?? 0) + ((word >>> LAST_TWO) & FIRST_TWO)) | 0;
  }
}
