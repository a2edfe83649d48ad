import { compareIds } from './compare-ids.js';
import { Lottery } from './lottery.js';
import type { AssignmentProblem, MenteeSpec, MentorSpec } from './problem.js';

/**
 * Indices of the mentees in the order in which they come to a place: rounds waited and priority (most first) when the
 * order is `waited`, then the lottery, then the id.
 */
export function menteesInOrder(
  problem: Pick<AssignmentProblem, 'seed' | 'objective' | 'order'> & {
    readonly mentees: readonly Pick<MenteeSpec, 'id' | 'roundsWaited' | 'priority'>[];
  },
): Int32Array {
  const people = problem.mentees;
  const ranked = placesGoByOrder(problem);
  const lottery = new Lottery(problem.seed, 'mentee');
  const keys = people.map((person, index) => ({
    index,
    id: person.id,
    waited: ranked ? (person.roundsWaited ?? 0) : 0,
    priority: ranked ? (person.priority ?? 0) : 0,
    ticket: lottery.ticket(person.id),
  }));
  keys.sort(
    (a, b) => b.waited - a.waited || b.priority - a.priority || a.ticket - b.ticket || compareIds(a.id, b.id),
  );
  return Int32Array.from(keys, (key) => key.index);
}

/** Indices of the mentors by lottery, then id: which of two equally good mentors is tried first. */
export function mentorsInOrder(problem: {
  readonly mentors: readonly Pick<MentorSpec, 'id'>[];
  readonly seed: string;
}): Int32Array {
  const lottery = new Lottery(problem.seed, 'mentor');
  const keys = problem.mentors.map((person, index) => ({
    index,
    id: person.id,
    ticket: lottery.ticket(person.id),
  }));
  keys.sort((a, b) => a.ticket - b.ticket || compareIds(a.id, b.id));
  return Int32Array.from(keys, (key) => key.index);
}

/** Whether the order decides who gets a place, and not the score. */
export function placesGoByOrder(problem: Pick<AssignmentProblem, 'objective' | 'order'>): boolean {
  return (problem.objective === 'coverage' || problem.objective === 'fair') && problem.order === 'waited';
}

/**
 * Position of a mentee's nth place (from 1) in the order of places: all first places come before all second ones.
 *
 * @param standing position of the mentee in {@link menteesInOrder}, from 0
 */
export function placePosition(nth: number, standing: number, mentees: number): number {
  return (nth - 1) * mentees + standing;
}
