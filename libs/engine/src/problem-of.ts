import type { PlainProblem } from './crew-message.js';
import type { EngineInput } from './engine-input.js';

/** The assignment problem of an input, without its scores. */
export function plainProblemOf(input: EngineInput): PlainProblem {
  const { objective, placeOrder, minimumScore, seed } = input.parameters;
  return {
    mentees: input.mentees.map(({ id, roundsWaited, priority }) => ({ id, roundsWaited, priority })),
    mentors: input.mentors.map(({ id, capacity }) => ({ id, capacity })),
    locks: input.locks,
    forbidden: input.forbidden,
    minimumScore,
    objective,
    order: placeOrder,
    seed,
  };
}
