import { INFEASIBLE } from '../score-pair.js';
import { groupStage } from './group-stage.js';
import { overlapStage } from './overlap-stage.js';
import type { PackedPeople } from './packed-people.js';
import type { Ragged } from './ragged.js';
import { Room } from './room.js';
import { ROUND_DOWN, skillsOfMentees, skillsOfMentors } from './skill-stage.js';
import type { Stretch } from './stretches.js';
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

/** `INFEASIBLE` as a half word. */
const NOBODY = 0xffff;

/** Scores that are brought into order in one go: few enough to be copied from the nearest memory. */
const PLACED_TOGETHER = 2048;

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
  const { clocks, base, unanswered, pairs } = packed;
  const forMentee = head === 'mentee';
  const heads = forMentee ? packed.mentees : packed.mentors;
  const lines = forMentee ? packed.mentors : packed.mentees;
  const excluded = forMentee ? pairs.excludedOfMentee : pairs.excludedOfMentor;
  const wishes = forMentee ? pairs.wishesOfMentee : pairs.wishesOfMentor;
  const room = new Room();
  const sums = room.part(Uint16Array, lines.count);
  const places = room.copy(
    Int32Array,
    lines.position.map((at) => sums.at + 2 * at),
  );
  const scores = room.part(Int32Array, PLACED_TOGETHER);
  const style = packed.style === null ? null : styleStage(heads, lines, packed.style, room, sums);
  const overlap = overlapStage(packed, heads, lines, room, sums);
  const skills = (forMentee ? skillsOfMentors : skillsOfMentees)(lines, packed.skills, room, sums);
  const stages = [
    ...packed.groups.map((group) => groupStage(group, head, packed.settings, room, sums)),
    ...(overlap === null ? [] : [overlap]),
    skills,
  ];
  room.open();
  const { module } = room;
  const scoreStretch = (at: number, stretch: Stretch, answered: boolean): void => {
    const { from, to } = stretch;
    const own = sums.at + 2 * from;
    module.start(own, to - from, answered ? 0 : unanswered);
    if (answered) style?.add(at, stretch);
    for (const stage of stages) stage.add(at, stretch);
    const { help, scales, step } = skills;
    const scale = scales.at + (step / 2) * from;
    module.finish(own, help.at + 4 * from, scale, step, to - from, ROUND_DOWN, base);
  };
  return (index, out) => {
    const at = heads.position[index] ?? 0;
    const block = heads.block[at] ?? 0;
    sums.view.fill(NOBODY);
    for (const stage of stages) stage.prepare(at);
    for (const stretch of lines.stretches[block % clocks] ?? []) {
      scoreStretch(at, stretch, block < clocks && stretch.first < clocks);
    }
    for (let from = 0; from < lines.count; from += PLACED_TOGETHER) {
      const count = Math.min(PLACED_TOGETHER, lines.count - from);
      module.place(scores.at, places.at + 4 * from, count);
      out.set(count < PLACED_TOGETHER ? scores.view.subarray(0, count) : scores.view, from);
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
