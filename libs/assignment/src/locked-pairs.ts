import { distinctPairs, indexById } from './people-index.js';
import type { AssignmentProblem } from './problem.js';
import type { AssignedPair } from './result.js';

/** The locked pairs of a checked problem with their scores, and what they leave of everybody's places. */
export interface LockedPairs {
  readonly pairs: readonly AssignedPair[];
  /** Mentors that each mentee wants beyond the locked ones. */
  readonly need: Int32Array;
  /** Places of each mentor beyond the locked ones. */
  readonly room: Int32Array;
}

/** Makes the locked pairs. */
export function lockedPairs(problem: AssignmentProblem): LockedPairs {
  const mentees = indexById(problem.locks.length === 0 ? [] : problem.mentees);
  const mentors = indexById(problem.locks.length === 0 ? [] : problem.mentors);
  const need = new Int32Array(problem.mentees.length);
  problem.mentees.forEach(({ demand = 1 }, index) => (need[index] = demand));
  const room = new Int32Array(problem.mentors.length);
  problem.mentors.forEach(({ capacity }, index) => (room[index] = capacity));
  const row = new Int32Array(problem.mentors.length);
  const pairs = distinctPairs(problem.locks).map(({ menteeId, mentorId }) => {
    const mentee = mentees.get(menteeId) ?? 0;
    const mentor = mentors.get(mentorId) ?? 0;
    need[mentee] = (need[mentee] as number) - 1;
    room[mentor] = (room[mentor] as number) - 1;
    problem.scoreRow(mentee, row);
    return { menteeId, mentorId, score: row[mentor] as number, locked: true };
  });
  return { pairs, need, room };
}
