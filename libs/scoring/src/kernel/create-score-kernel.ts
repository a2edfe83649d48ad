import { INFEASIBLE } from '../score-pair.js';
import { GROUND, POINTS_MASK } from './cells.js';
import { groupStage } from './group-stage.js';
import type { GroupStage } from './group-stage.js';
import { overlapByRows, overlapByTable } from './overlap-stage.js';
import type { OverlapStage } from './overlap-stage.js';
import type { PackedPeople, PackedSide } from './packed-people.js';
import type { Ragged } from './ragged.js';
import { skillsOfMentees, skillsOfMentors } from './skill-stage.js';
import { addStyle } from './style-stage.js';

/** The scores of a packed cohort: for every pair the number that `scoreOf` gives. People are named by their index in the input. */
export interface ScoreKernel {
  /** Fills `out[j]` with the score of the mentee and mentor j, or `INFEASIBLE`, for every mentor. */
  scoreRow(menteeIndex: number, out: Int32Array): void;
  /** Fills `out[i]` with the score of mentee i and the mentor, or `INFEASIBLE`, for every mentee. */
  scoreColumn(mentorIndex: number, out: Int32Array): void;
  /** How many points of a feasible pair's score come from the mentee's wish. */
  wishPoints(menteeIndex: number, mentorIndex: number): number;
}

type LineScorer = (head: number, out: Int32Array) => void;

/** Makes the kernel of a pack. It has scratch memory of its own, so each thread makes one; scoring allocates nothing. */
export function createScoreKernel(packed: PackedPeople): ScoreKernel {
  const { wishesOfMentee } = packed.pairs;
  let row: LineScorer | null = null;
  let column: LineScorer | null = null;
  return {
    scoreRow: (mentee, out) => {
      row ??= lineScorer(packed, 'mentee');
      row(mentee, out);
    },
    scoreColumn: (mentor, out) => {
      column ??= lineScorer(packed, 'mentor');
      column(mentor, out);
    },
    wishPoints: (mentee, mentor) => {
      const last = wishesOfMentee.start[mentee + 1] ?? 0;
      for (let k = wishesOfMentee.start[mentee] ?? 0; k < last; k += 2) {
        if (wishesOfMentee.values[k] === mentor) return wishesOfMentee.values[k + 1] ?? 0;
      }
      return 0;
    },
  };
}

function lineScorer(packed: PackedPeople, head: 'mentee' | 'mentor'): LineScorer {
  const { settings, clocks, tooFar, style, base, pairs } = packed;
  const forMentee = head === 'mentee';
  const heads = forMentee ? packed.mentees : packed.mentors;
  const lines = forMentee ? packed.mentors : packed.mentees;
  const skills = forMentee ? skillsOfMentors(lines, packed.skills) : skillsOfMentees(lines, packed.skills);
  const groups = packed.groups.map((group) => groupStage(group, head, settings));
  const overlap = overlapStage(packed, heads, lines);
  const excluded = forMentee ? pairs.excludedOfMentee : pairs.excludedOfMentor;
  const wishes = forMentee ? pairs.wishesOfMentee : pairs.wishesOfMentor;
  const sums = new Int32Array(lines.count);
  return (index, out) => {
    const at = heads.position[index] ?? 0;
    const clock = heads.clock[at] ?? 0;
    const answered = style !== null && at < (heads.answeredEnd[clock] ?? 0);
    skills(at, sums);
    for (let other = 0; other < clocks; other += 1) {
      const from = lines.clockStart[other] ?? 0;
      const to = lines.clockStart[other + 1] ?? 0;
      if (from === to) continue;
      if (tooFar[forMentee ? clock * clocks + other : other * clocks + clock] === 1) {
        rule(lines.order, from, to, out);
        continue;
      }
      if (answered) addStyle(heads, lines, style, at, from, lines.answeredEnd[other] ?? 0, sums);
      if (overlap !== null) overlap(at, other, sums);
      finish(groups, at, from, to, base, lines.order, sums, out);
    }
    addWishes(wishes, index, out);
    exclude(excluded, index, out);
  };
}

function overlapStage(
  { overlap, clocks }: PackedPeople,
  heads: PackedSide,
  lines: PackedSide,
): OverlapStage | null {
  if (overlap === null) return null;
  return lines.rows === null
    ? overlapByTable(heads, lines, overlap)
    : overlapByRows(heads, lines, lines.rows, overlap, clocks);
}

function rule(order: Int32Array, from: number, to: number, out: Int32Array): void {
  for (let at = from; at < to; at += 1) out[order[at] ?? 0] = INFEASIBLE;
}

/** Adds the groups to the sums and writes out what is left: the points, or that there is no pair. */
function finish(
  groups: readonly GroupStage[],
  head: number,
  from: number,
  to: number,
  base: number,
  order: Int32Array,
  sums: Int32Array,
  out: Int32Array,
): void {
  const first = groups[0];
  const second = groups[1];
  if (first === undefined) return;
  for (let k = 2; k < groups.length; k += 1) {
    const group = groups[k];
    if (group !== undefined) addCells(group.lineClass, group.cellsOf(head), from, to, sums);
  }
  if (second === undefined) writeOne(first.lineClass, first.cellsOf(head), from, to, base, order, sums, out);
  else {
    const [a, b] = [first.cellsOf(head), second.cellsOf(head)];
    writeTwo(first.lineClass, a, second.lineClass, b, from, to, base, order, sums, out);
  }
}

function addCells(classes: Int32Array, cells: Int32Array, from: number, to: number, sums: Int32Array): void {
  for (let at = from; at < to; at += 1) sums[at] = (sums[at] ?? 0) + (cells[classes[at] ?? 0] ?? 0);
}

// A sum below GROUND, negative or not, becomes -1: the sign of the difference fills every bit.
function writeOne(
  classes: Int32Array,
  cells: Int32Array,
  from: number,
  to: number,
  base: number,
  order: Int32Array,
  sums: Int32Array,
  out: Int32Array,
): void {
  for (let at = from; at < to; at += 1) {
    const sum = (sums[at] ?? 0) + (cells[classes[at] ?? 0] ?? 0) + base;
    out[order[at] ?? 0] = (sum & POINTS_MASK) | ((sum - GROUND) >> 31);
  }
}

function writeTwo(
  firstClasses: Int32Array,
  firstCells: Int32Array,
  secondClasses: Int32Array,
  secondCells: Int32Array,
  from: number,
  to: number,
  base: number,
  order: Int32Array,
  sums: Int32Array,
  out: Int32Array,
): void {
  for (let at = from; at < to; at += 1) {
    const sum =
      (sums[at] ?? 0) +
      (firstCells[firstClasses[at] ?? 0] ?? 0) +
      (secondCells[secondClasses[at] ?? 0] ?? 0) +
      base;
    out[order[at] ?? 0] = (sum & POINTS_MASK) | ((sum - GROUND) >> 31);
  }
}

function addWishes({ start, values }: Ragged, head: number, out: Int32Array): void {
  const last = start[head + 1] ?? 0;
  for (let k = start[head] ?? 0; k < last; k += 2) {
    const other = values[k] ?? 0;
    const score = out[other] ?? INFEASIBLE;
    if (score !== INFEASIBLE) out[other] = score + (values[k + 1] ?? 0);
  }
}

function exclude({ start, values }: Ragged, head: number, out: Int32Array): void {
  const last = start[head + 1] ?? 0;
  for (let k = start[head] ?? 0; k < last; k += 1) out[values[k] ?? 0] = INFEASIBLE;
}
