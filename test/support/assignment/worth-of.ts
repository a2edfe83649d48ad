import type { AssignmentProblem, AssignmentResult } from '#assignment';

/** The total of a result and the penalties for the pairs of an earlier round that it keeps, as `BruteForceOptimum.worth`. */
export function worthOf({ published }: AssignmentProblem, { pairs, value }: AssignmentResult): number {
  const { penalty = 0, pairs: earlier = [] } = published ?? {};
  const kept = pairs.filter(({ menteeId, mentorId }) =>
    earlier.some((pair) => pair.menteeId === menteeId && pair.mentorId === mentorId),
  );
  return value.total + penalty * kept.length;
}
