import type { AssignmentProblem } from './problem.js';
import { MAX_SCORE } from './problem.js';
import { placesGoByOrder } from './standing-order.js';

/** What a pair is worth: `pairWeight + scoreWeight · points`; its points are its score and what it is worth to keep it. */
export interface PairWeights {
  readonly pairWeight: number;
  readonly scoreWeight: number;
}

/**
 * Turns an objective of two steps into one integer, so that the first step always outweighs the whole of the second.
 *
 * With order `waited` the people are fixed beforehand, which fixes the number of pairs, so points alone remain.
 * Null when the sums would leave the exact integers (2^53).
 */
export function pairWeights(problem: AssignmentProblem): PairWeights | null {
  const most = mostPairs(problem);
  const oneMore = most + 1;
  const mostPoints = MAX_SCORE + (problem.published?.penalty ?? 0);
  let weights: PairWeights;
  if (problem.objective === 'total') weights = { pairWeight: 1, scoreWeight: oneMore };
  else if (placesGoByOrder(problem)) weights = { pairWeight: 0, scoreWeight: 1 };
  else weights = { pairWeight: oneMore * (mostPoints + 1), scoreWeight: 1 };
  const worth = weights.pairWeight + weights.scoreWeight * mostPoints;
  return 4 * worth * oneMore <= Number.MAX_SAFE_INTEGER ? weights : null;
}

/** Upper limit on the number of pairs. */
function mostPairs(problem: AssignmentProblem): number {
  const wanted = problem.mentees.reduce((sum, mentee) => sum + (mentee.demand ?? 1), 0);
  const places = problem.mentors.reduce(
    (sum, mentor) => sum + Math.min(mentor.capacity, problem.mentees.length),
    0,
  );
  return Math.min(wanted, places);
}
