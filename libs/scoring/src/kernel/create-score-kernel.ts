import { INFEASIBLE } from '../score-pair.js';
import { finish, keysOf } from './finish.js';
import { groupStage } from './group-stage.js';
import { noOverlap, overlapByRows, overlapByTable } from './overlap-stage.js';
import type { OverlapStage } from './overlap-stage.js';
import type { PackedPeople, PackedSide } from './packed-people.js';
import type { Ragged } from './ragged.js';
import { skillsOfMentees, skillsOfMentors } from './skill-stage.js';
import { styleStage } from './style-stage.js';

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
  const addStyle = style === null ? null : styleStage(heads, lines, style);
  const sums = new Int32Array(lines.count);
  const ending = { keys: keysOf(groups, lines.count), overlap, skills, order: lines.order, base };
  return (index, out) => {
    const at = heads.position[index] ?? 0;
    const clock = heads.clock[at] ?? 0;
    const answered = addStyle !== null && at < (heads.answeredEnd[clock] ?? 0);
    skills.prepare(at);
    for (let other = 0; other < clocks; other += 1) {
      const from = lines.clockStart[other] ?? 0;
      const to = lines.clockStart[other + 1] ?? 0;
      if (from === to) continue;
      if (tooFar[forMentee ? clock * clocks + other : other * clocks + clock] === 1) {
        ruleOut(lines.order, from, to, out);
        continue;
      }
      const styledTo = answered ? (lines.answeredEnd[other] ?? 0) : from;
      if (answered) addStyle(at, from, styledTo, sums);
      sums.fill(0, styledTo, to);
      skills.write(other);
      overlap.fill(at, other, sums);
      finish(ending, at, from, to, sums, out);
    }
    addWishes(wishes, index, out);
    exclude(excluded, index, out);
  };
}

function overlapStage({ overlap, clocks }: PackedPeople, heads: PackedSide, lines: PackedSide): OverlapStage {
  if (overlap === null) return noOverlap(lines);
  return lines.rows === null
    ? overlapByTable(heads, lines, overlap)
    : overlapByRows(heads, lines, lines.rows, overlap, clocks);
}

function ruleOut(order: Int32Array, from: number, to: number, out: Int32Array): void {
  for (let at = from; at < to; at += 1) out[order[at] ?? 0] = INFEASIBLE;
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
