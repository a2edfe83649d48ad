import type { AssignmentProblem } from './problem.js';

/** Where scores come from. */
export type ScoreSource = Pick<AssignmentProblem, 'scoreRow' | 'scoreColumn'>;

/** A copy of a problem with some of it changed; its scores stay those of the original, or of another source. */
export function copyProblem(
  problem: AssignmentProblem,
  changes: Partial<Omit<AssignmentProblem, 'scoreRow' | 'scoreColumn'>> = {},
  source: ScoreSource = problem,
): AssignmentProblem {
  const { mentees, mentors, locks, forbidden, minimumScore, objective, order, seed, published } = problem;
  const copy: AssignmentProblem = {
    ...{ mentees, mentors, locks, forbidden, minimumScore, objective, order, seed },
    ...(published === undefined ? {} : { published }),
    ...changes,
    scoreRow: (mentee, out) => {
      source.scoreRow(mentee, out);
    },
  };
  if (source.scoreColumn === undefined) return copy;
  return {
    ...copy,
    scoreColumn: (mentor, out) => {
      source.scoreColumn?.(mentor, out);
    },
  };
}
