import type { AssignmentProblem } from '#assignment';
import type { EngineInput } from './engine-input.js';
import type { PairScores } from './pair-scores.js';

/** The assignment problem of an input. */
export function problemOf(input: EngineInput, scores: Pick<PairScores, 'row'>): AssignmentProblem {
  const { objective, placeOrder, minimumScore, seed } = input.parameters;
  return {
    mentees: input.mentees.map(({ id, roundsWaited, priority }) => ({ id, roundsWaited, priority })),
    mentors: input.mentors.map(({ id, capacity }) => ({ id, capacity })),
    scoreRow: (mentee, out) => {
      scores.row(mentee, out);
    },
    locks: input.locks,
    forbidden: input.forbidden,
    minimumScore,
    objective,
    order: placeOrder,
    seed,
  };
}
