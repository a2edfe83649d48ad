import { compareIds } from './compare-ids.js';
import { idOrder } from './id-order.js';
import { indexPeople, type PeopleIndex } from './people-index.js';
import type { AssignmentProblem, PairOfIds } from './problem.js';
import type { AssignedPair, AssignmentResult } from './result.js';

/** What follows from the pairs: sums, and who and what is left over. */
export function resultOfPairs(
  problem: AssignmentProblem,
  pairs: readonly AssignedPair[],
): Omit<AssignmentResult, 'certificate'> {
  return resultOfCounted(problem, pairs, countsOf(problem, pairs));
}

/** How many pairs everybody has, by position in the input. */
export interface PairCounts {
  readonly given: Int32Array;
  readonly taken: Int32Array;
}

/** Counts pairs. */
export function countsOf(
  problem: AssignmentProblem,
  pairs: readonly PairOfIds[],
  people: PeopleIndex = indexPeople(problem),
): PairCounts {
  const given = new Int32Array(problem.mentees.length);
  const taken = new Int32Array(problem.mentors.length);
  for (const { menteeId, mentorId } of pairs) {
    const mentee = people.mentees.get(menteeId);
    const mentor = people.mentors.get(mentorId);
    if (mentee === undefined || mentor === undefined) continue;
    given[mentee] = (given[mentee] as number) + 1;
    taken[mentor] = (taken[mentor] as number) + 1;
  }
  return { given, taken };
}

/** The same where it is known how many pairs everybody has. */
export function resultOfCounted(
  problem: AssignmentProblem,
  pairs: readonly AssignedPair[],
  { given, taken }: PairCounts,
): Omit<AssignmentResult, 'certificate'> {
  const unmatchedMentees: { id: string; missing: number }[] = [];
  problem.mentees.forEach(({ id, demand = 1 }, at) => {
    const missing = demand - (given[at] as number);
    if (missing > 0) unmatchedMentees.push({ id, missing });
  });
  const unmatchedMentors: { id: string; free: number }[] = [];
  problem.mentors.forEach(({ id, capacity }, at) => {
    const free = capacity - (taken[at] as number);
    if (free > 0) unmatchedMentors.push({ id, free });
  });
  const byId = (a: { id: string }, b: { id: string }): number => compareIds(a.id, b.id);
  return {
    objective: problem.objective,
    order: problem.order,
    seed: problem.seed,
    pairs: inOrder(pairs),
    unmatchedMentees: unmatchedMentees.sort(byId),
    unmatchedMentors: unmatchedMentors.sort(byId),
    value: { pairs: pairs.length, total: pairs.reduce((total, { score }) => total + score, 0) },
  };
}

function inOrder(pairs: readonly AssignedPair[]): readonly AssignedPair[] {
  if (isInOrder(pairs)) return pairs;
  const sorted: AssignedPair[] = [];
  for (const at of idOrder(pairs.map(({ menteeId }) => menteeId))) sorted.push(pairs[at] as AssignedPair);
  return isInOrder(sorted) ? sorted : sorted.sort(byIds);
}

function isInOrder(pairs: readonly AssignedPair[]): boolean {
  for (let at = 1; at < pairs.length; at++)
    if (byIds(pairs[at - 1] as AssignedPair, pairs[at] as AssignedPair) > 0) return false;
  return true;
}

function byIds(a: PairOfIds, b: PairOfIds): number {
  return compareIds(a.menteeId, b.menteeId) || compareIds(a.mentorId, b.mentorId);
}
