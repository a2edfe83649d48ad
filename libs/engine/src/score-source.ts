import type { AssignmentProblem } from '#assignment';
import { type MenteeProfile, type MentorProfile, scoreOf, scoreRow, type ScoringContext } from '#scoring';
import type { PlainProblem } from './crew-message.js';
import type { EngineInput } from './engine-input.js';
import type { MemoryBudget } from './memory-budget.js';

/** Up to so many pairs the scores are kept (two bytes each); beyond it a row is worked out whenever it is asked for. */
const MOST_KEPT = 64_000_000;

/** People ready to be scored. */
export interface PackedPeople {
  readonly mentees: readonly MenteeProfile[];
  readonly mentors: readonly MentorProfile[];
  readonly context: ScoringContext;
  readonly kept: Int16Array | null;
}

/** Gets the people of an input ready to be scored. */
export function packInput(
  { mentees, mentors }: EngineInput,
  context: ScoringContext,
  budget: MemoryBudget,
): PackedPeople {
  const size = mentees.length * mentors.length;
  const kept = size <= MOST_KEPT ? new Int16Array(budget.allocate(2 * size)) : null;
  const row = new Int32Array(mentors.length);
  if (kept !== null)
    mentees.forEach((mentee, index) => {
      scoreRow(mentee, mentors, context, row);
      kept.set(row, index * mentors.length);
    });
  return { mentees, mentors, context, kept };
}

/** A problem whose scores come from packed people. */
export function scoredProblem(plain: PlainProblem, packed: PackedPeople): AssignmentProblem {
  const { mentees, mentors, context, kept } = packed;
  const width = mentors.length;
  return {
    ...plain,
    scoreRow: (index, out) => {
      const mentee = mentees[index];
      if (mentee === undefined) return;
      if (kept === null) scoreRow(mentee, mentors, context, out);
      else out.set(kept.subarray(index * width, (index + 1) * width));
    },
    scoreColumn: (index, out) => {
      const mentor = mentors[index];
      if (mentor === undefined) return;
      mentees.forEach((mentee, at) => {
        out[at] = kept === null ? scoreOf(mentee, mentor, context) : (kept[at * width + index] as number);
      });
    },
  };
}
