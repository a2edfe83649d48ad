import { indexById } from './people-index.js';
import type { AssignmentProblem } from './problem.js';

/** For each mentee with locked or forbidden pairs the mentors of these, by position: pairs that are not free to be made. */
export function excludedPairs(problem: AssignmentProblem): ReadonlyMap<number, readonly number[]> {
  const excluded = new Map<number, number[]>();
  if (problem.locks.length + problem.forbidden.length === 0) return excluded;
  const mentees = indexById(problem.mentees);
  const mentors = indexById(problem.mentors);
  for (const pair of [...problem.locks, ...problem.forbidden]) {
    const mentee = mentees.get(pair.menteeId);
    const mentor = mentors.get(pair.mentorId);
    if (mentee === undefined || mentor === undefined) continue;
    const list = excluded.get(mentee);
    if (list === undefined) excluded.set(mentee, [mentor]);
    else list.push(mentor);
  }
  return excluded;
}
