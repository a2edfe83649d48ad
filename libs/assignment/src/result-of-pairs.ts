import { compareIds } from './compare-ids.js';
import type { AssignmentProblem } from './problem.js';
import type { AssignedPair, AssignmentResult } from './result.js';

/** What follows from the pairs: sums, and who and what is left over. */
export function resultOfPairs(
  problem: AssignmentProblem,
  pairs: readonly AssignedPair[],
): Omit<AssignmentResult, 'certificate'> {
  const given = new Map<string, number>();
  const taken = new Map<string, number>();
  let total = 0;
  for (const { menteeId, mentorId, score } of pairs) {
    given.set(menteeId, (given.get(menteeId) ?? 0) + 1);
    taken.set(mentorId, (taken.get(mentorId) ?? 0) + 1);
    total += score;
  }
  const byId = (a: { id: string }, b: { id: string }): number => compareIds(a.id, b.id);
  return {
    objective: problem.objective,
    order: problem.order,
    seed: problem.seed,
    pairs: [...pairs].sort(
      (a, b) => compareIds(a.menteeId, b.menteeId) || compareIds(a.mentorId, b.mentorId),
    ),
    unmatchedMentees: problem.mentees
      .map(({ id, demand = 1 }) => ({ id, missing: demand - (given.get(id) ?? 0) }))
      .filter(({ missing }) => missing > 0)
      .sort(byId),
    unmatchedMentors: problem.mentors
      .map(({ id, capacity }) => ({ id, free: capacity - (taken.get(id) ?? 0) }))
      .filter(({ free }) => free > 0)
      .sort(byId),
    value: { pairs: pairs.length, total },
  };
}
