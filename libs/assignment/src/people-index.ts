import type { AssignmentProblem, PairOfIds } from './problem.js';
import { SortedIndex } from './sorted-index.js';

/** Where each person stands in the list; the first place when an id is listed twice. */
export function indexById(people: readonly { readonly id: string }[]): Map<string, number> {
  const index = new Map<string, number>();
  for (let at = people.length - 1; at >= 0; at--) index.set((people[at] as { readonly id: string }).id, at);
  return index;
}

/** Where everybody stands in the input. */
export interface PeopleIndex {
  readonly mentees: SortedIndex;
  readonly mentors: ReadonlyMap<string, number>;
}

export function indexPeople(problem: Pick<AssignmentProblem, 'mentees' | 'mentors'>): PeopleIndex {
  return { mentees: new SortedIndex(problem.mentees), mentors: indexById(problem.mentors) };
}

/** One string for a pair, different for different pairs. */
export function pairKey(pair: PairOfIds): string {
  return `${pair.menteeId.length}:${pair.menteeId}${pair.mentorId}`;
}

/** The pairs without repetitions. */
export function distinctPairs(pairs: readonly PairOfIds[]): readonly PairOfIds[] {
  return [...new Map(pairs.map((pair) => [pairKey(pair), pair])).values()];
}
