import { excludedPairs } from './excluded-pairs.js';
import { lockedPairs } from './locked-pairs.js';
import { indexPeople, type PeopleIndex } from './people-index.js';
import type { AssignmentProblem } from './problem.js';
import type { AssignedPair } from './result.js';
import { menteesInOrder, mentorsInOrder } from './standing-order.js';

/** What is left to decide once locks are made: people by position in an order that does not depend on the input. */
export interface CompactProblem {
  /** Input indices by id. */
  readonly people: PeopleIndex;
  /** Input index of the mentee at each position, in standing order. */
  readonly menteeAt: Int32Array;
  /** Input index of the mentor at each position. */
  readonly mentorAt: Int32Array;
  /** Mentors that the mentee at each position still wants. */
  readonly need: Int32Array;
  /** Mentees that the mentor at each position can still take; at most one more than there are. */
  readonly room: Int32Array;
  /** Locked pairs of the mentee at each position. */
  readonly locked: Int32Array;
  /** By input index of the mentee the mentors with whom no pair may be made freely. */
  readonly excluded: ReadonlyMap<number, readonly number[]>;
  readonly locks: readonly AssignedPair[];
}

/** Brings a checked problem into the solver's form. */
export function compactProblem(
  problem: AssignmentProblem,
  people: PeopleIndex = indexPeople(problem),
): CompactProblem {
  const menteeAt = menteesInOrder(problem);
  const mentorAt = mentorsInOrder(problem);
  const { pairs, need, room } = lockedPairs(problem);
  return {
    people,
    menteeAt,
    mentorAt,
    locks: pairs,
    locked: menteeAt.map((mentee) => (problem.mentees[mentee]?.demand ?? 1) - (need[mentee] as number)),
    need: menteeAt.map((mentee) => need[mentee] as number),
    room: mentorAt.map((mentor) => Math.min(room[mentor] as number, menteeAt.length + 1)),
    excluded: excludedPairs(problem),
  };
}
