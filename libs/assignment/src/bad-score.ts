import type { AssignmentProblem } from './problem.js';
import { INFEASIBLE, MAX_SCORE } from './problem.js';
import { SolveStopped } from './solve-stopped.js';

/** What stops a run that was given a score out of range. */
export function badScore(
  { mentees, mentors }: AssignmentProblem,
  mentee: number,
  mentor: number,
  score: number,
): SolveStopped {
  const menteeId = mentees[mentee]?.id ?? '';
  const mentorId = mentors[mentor]?.id ?? '';
  const message = `Mentee ${menteeId} with mentor ${mentorId} scores ${score}: a score is from 0 to ${MAX_SCORE}, or ${INFEASIBLE}.`;
  return new SolveStopped({
    code: 'invalid',
    problems: [{ code: 'bad-score', message, menteeId, mentorId }],
  });
}

/** @throws SolveStopped when a score of a mentee's row is out of range */
export function requireScores(problem: AssignmentProblem, mentee: number, row: Int32Array): void {
  let range = 0;
  for (let mentor = 0; mentor < row.length; mentor++) {
    const score = row[mentor] as number;
    range |= (score - INFEASIBLE) | (MAX_SCORE - score);
  }
  if (range >= 0) return;
  const at = row.findIndex((score) => score < INFEASIBLE || score > MAX_SCORE);
  throw badScore(problem, mentee, at, row[at] as number);
}
