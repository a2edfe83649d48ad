import type { AssignmentProblem } from '#assignment';
import { createScoreKernel, packPeople, type PackedPeople, type ScoringContext } from '#scoring';
import type { PlainProblem } from './crew-message.js';
import type { EngineInput } from './engine-input.js';
import type { MemoryBudget } from './memory-budget.js';

/** Gets the people of an input ready to be scored, in buffers that several threads see. */
export function packInput(
  { mentees, mentors }: EngineInput,
  context: ScoringContext,
  budget: MemoryBudget,
): PackedPeople {
  return packPeople(mentees, mentors, context, budget.allocate);
}

/** A problem whose scores come from packed people. */
export function scoredProblem(plain: PlainProblem, packed: PackedPeople): AssignmentProblem {
  const kernel = createScoreKernel(packed);
  return {
    ...plain,
    scoreRow: (mentee, out) => {
      kernel.scoreRow(mentee, out);
    },
    scoreColumn: (mentor, out) => {
      kernel.scoreColumn(mentor, out);
    },
  };
}
