import type { AssignedPair, AssignmentProblem, AssignmentResult, Certificate } from '#assignment';

/** A stored result as it was when it was computed. */
export function resultOfPairs(
  problem: AssignmentProblem,
  pairs: readonly AssignedPair[],
  certificate: Certificate,
): AssignmentResult {
  const given = new Map<string, number>();
  const taken = new Map<string, number>();
  for (const { menteeId, mentorId } of pairs) {
    given.set(menteeId, (given.get(menteeId) ?? 0) + 1);
    taken.set(mentorId, (taken.get(mentorId) ?? 0) + 1);
  }
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  return {
    objective: problem.objective,
    order: problem.order,
    seed: problem.seed,
    pairs: [...pairs].sort((a, b) => compare(a.menteeId, b.menteeId) || compare(a.mentorId, b.mentorId)),
    unmatchedMentees: problem.mentees
      .map(({ id, demand = 1 }) => ({ id, missing: demand - (given.get(id) ?? 0) }))
      .filter(({ missing }) => missing > 0)
      .sort(byId),
    unmatchedMentors: problem.mentors
      .map(({ id, capacity }) => ({ id, free: capacity - (taken.get(id) ?? 0) }))
      .filter(({ free }) => free > 0)
      .sort(byId),
    value: { pairs: pairs.length, total: pairs.reduce((sum, { score }) => sum + score, 0) },
    certificate,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
