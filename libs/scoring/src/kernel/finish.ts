import { GROUND, POINTS_MASK } from './cells.js';
import type { GroupStage } from './group-stage.js';
import type { OverlapStage } from './overlap-stage.js';
import type { SkillStage } from './skill-stage.js';

const HALF = 16;
const HALF_MASK = 0xffff;
const WORD = 32;

/** Classes of up to three groups in one word a person. */
export interface Keys {
  readonly words: Int32Array;
  readonly shifts: readonly [number, number];
  readonly masks: readonly [number, number, number];
  /** The groups in the words. */
  readonly within: readonly GroupStage[];
  /** Groups that did not fit; their cells are added beforehand. */
  readonly beside: readonly GroupStage[];
}

const MOST_WITHIN = 3;

/** Lays the classes of the first groups that fit side by side in one word. */
export function keysOf(groups: readonly GroupStage[], count: number): Keys {
  const within: GroupStage[] = [];
  const beside: GroupStage[] = [];
  const starts: number[] = [];
  let bits = 0;
  for (const group of groups) {
    const own = WORD - Math.clz32(Math.max(1, group.lineClasses - 1));
    if (within.length < MOST_WITHIN && bits + own < WORD) {
      within.push(group);
      starts.push(bits);
      bits += own;
    } else beside.push(group);
  }
  const words = new Int32Array(count);
  within.forEach(({ lineClass }, k) => {
    for (let at = 0; at < count; at += 1) {
      words[at] = (words[at] ?? 0) | ((lineClass[at] ?? 0) << (starts[k] ?? 0));
    }
  });
  const maskOf = (k: number): number => {
    const own = (starts[k + 1] ?? bits) - (starts[k] ?? bits);
    return 2 ** own - 1;
  };
  return {
    words,
    shifts: [starts[1] ?? 0, starts[2] ?? 0],
    masks: [maskOf(0), maskOf(1), maskOf(2)],
    within,
    beside,
  };
}

const NOTHING = new Int32Array(1);

/** Everything that is the same for all persons on both sides. */
export interface Ending {
  readonly keys: Keys;
  readonly overlap: OverlapStage;
  readonly skills: SkillStage;
  readonly order: Int32Array;
  readonly base: number;
}

/**
 * Adds groups, availability and skills to the sums and writes out what is left: the points, or that there is no pair.
 *
 * The loop takes two people at a time, which is a fifth faster, and they share a word anyway.
 */
export function finish(
  { keys, overlap, skills, order, base }: Ending,
  head: number,
  from: number,
  to: number,
  sums: Int32Array,
  out: Int32Array,
): void {
  const { words, shifts, masks, within, beside } = keys;
  for (const { lineClass, cellsOf } of beside) addCells(lineClass, cellsOf(head), from, to, sums);
  const cellsA = within[0]?.cellsOf(head) ?? NOTHING;
  const cellsB = within[1]?.cellsOf(head) ?? NOTHING;
  const cellsC = within[2]?.cellsOf(head) ?? NOTHING;
  const { help } = skills;
  const { shared, points } = overlap;
  const [shiftB, shiftC] = shifts;
  const [maskA, maskB, maskC] = masks;
  let k = 0;
  let at = from;
  for (; at + 1 < to; at += 2) {
    const both = shared[k >> 1] ?? 0;
    const left = words[at] ?? 0;
    const right = words[at + 1] ?? 0;
    k += 2;
    const sumA =
      (sums[at] ?? 0) +
      base +
      ((help[at] ?? 0) | 0) +
      (points[both & HALF_MASK] ?? 0) +
      (cellsA[left & maskA] ?? 0) +
      (cellsB[(left >>> shiftB) & maskB] ?? 0) +
      (cellsC[(left >>> shiftC) & maskC] ?? 0);
    const sumB =
      (sums[at + 1] ?? 0) +
      base +
      ((help[at + 1] ?? 0) | 0) +
      (points[both >>> HALF] ?? 0) +
      (cellsA[right & maskA] ?? 0) +
      (cellsB[(right >>> shiftB) & maskB] ?? 0) +
      (cellsC[(right >>> shiftC) & maskC] ?? 0);
    // A sum below GROUND, negative or not, becomes -1: the sign of the difference fills every bit.
    out[order[at] ?? 0] = (sumA & POINTS_MASK) | ((sumA - GROUND) >> 31);
    out[order[at + 1] ?? 0] = (sumB & POINTS_MASK) | ((sumB - GROUND) >> 31);
  }
  if (at === to) return;
  const word = words[at] ?? 0;
  const sum =
    (sums[at] ?? 0) +
    base +
    ((help[at] ?? 0) | 0) +
    (points[(shared[k >> 1] ?? 0) & HALF_MASK] ?? 0) +
    (cellsA[word & maskA] ?? 0) +
    (cellsB[(word >>> shiftB) & maskB] ?? 0) +
    (cellsC[(word >>> shiftC) & maskC] ?? 0);
  out[order[at] ?? 0] = (sum & POINTS_MASK) | ((sum - GROUND) >> 31);
}

function addCells(classes: Int32Array, cells: Int32Array, from: number, to: number, sums: Int32Array): void {
  for (let at = from; at < to; at += 1) sums[at] = (sums[at] ?? 0) + (cells[classes[at] ?? 0] ?? 0);
}
