import { INFEASIBLE } from '../score-pair.js';
import { finish } from './finish.js';
import { groupStage } from './group-stage.js';
import { laneStage } from './lane-stage.js';
import { lanesOf } from './lanes.js';
import { overlapStage } from './overlap-form.js';
import type { PackedPeople } from './packed-people.js';
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
  const { settings, clocks, style, base, unanswered, pairs } = packed;
  const forMentee = head === 'mentee';
  const heads = forMentee ? packed.mentees : packed.mentors;
  const lines = forMentee ? packed.mentors : packed.mentees;
  const skills = forMentee ? skillsOfMentors(lines, packed.skills) : skillsOfMentees(lines, packed.skills);
  const fillLanes = laneStage(packed.groups.map((group) => groupStage(group, head, settings)));
  const overlap = overlapStage(packed, heads, lines);
  const excluded = forMentee ? pairs.excludedOfMentee : pairs.excludedOfMentor;
  const wishes = forMentee ? pairs.wishesOfMentee : pairs.wishesOfMentor;
  const addStyle = style === null ? null : styleStage(heads, lines, style);
  const lanes = lanesOf(lines.count);
  const { shared, points } = overlap;
  const ending = { lanes, shared, points, help: skills.help, order: lines.order };
  return (index, out) => {
    const at = heads.position[index] ?? 0;
    const block = heads.block[at] ?? 0;
    out.fill(INFEASIBLE, 0, lines.count);
    skills.prepare(at);
    for (const stretch of lines.stretches[block % clocks] ?? []) {
      const { first, from, to } = stretch;
      fillLanes(at, lanes, from >> 1, (to + 1) >> 1);
      const answered = addStyle !== null && block < clocks && first < clocks;
      if (answered) addStyle(at, from, to, lanes);
      overlap.fill(at, stretch, lanes);
      skills.write(stretch);
      finish(ending, from, to, answered ? base : base + unanswered, out);
    }
    addWishes(wishes, index, out);
    exclude(excluded, index, out);
  };
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
