import type { SolveRefusal } from '#assignment';
import type { ScoringContext } from '#scoring';
import type { EngineInput } from './engine-input.js';
import type { InputFault } from './engine-output.js';
import { rulesOf } from './rules-of.js';

/** Why the solver refused an input, with the rules that a lock breaks. */
export function inputFaults(
  refusal: SolveRefusal,
  input: EngineInput,
  context: ScoringContext,
): readonly InputFault[] {
  if (refusal.code === 'cancelled') return [];
  return refusal.problems.map(({ code, message, menteeId, mentorId }) => ({
    code,
    message,
    menteeId: menteeId ?? null,
    mentorId: mentorId ?? null,
    rules:
      menteeId === undefined || mentorId === undefined
        ? []
        : rulesOf(
            input,
            context,
            input.mentees.findIndex(({ id }) => id === menteeId),
            input.mentors.findIndex(({ id }) => id === mentorId),
          ),
  }));
}
