import type { Result } from '#kernel';
import { fail } from '#kernel';
import { certify } from './certify.js';
import { checkProblem } from './check-problem.js';
import { solveFair } from './fair/solve-fair.js';
import { optimise } from './optimise.js';
import type { AssignmentProblem } from './problem.js';
import { indexById } from './people-index.js';
import type { AssignedPair, AssignmentResult, SolveOptions, SolveRefusal } from './result.js';
import { solveStable } from './stable/solve-stable.js';

/** Part of the progress that finding takes; the rest is the pass over all pairs. */
const SHARE_OF_FINDING = 0.8;

/**
 * Finds the best matching of a cohort, exactly, and proves it.
 *
 * The same problem always gives the same result, in whatever order its people are listed: between equally good
 * matchings the lottery of the seed decides, then the ids.
 *
 * @returns the result with its certificate; or every fault of the problem, or `cancelled`
 */
export function solve(
  problem: AssignmentProblem,
  options: SolveOptions = {},
): Result<AssignmentResult, SolveRefusal> {
  if (problem.objective === 'stable') {
    const problems = checkProblem(problem);
    return problems.length > 0 ? fail({ code: 'invalid', problems }) : solveStable(problem, options);
  }
  if (problem.objective === 'fair') return solveFair(problem, options);
  const part = (start: number, length: number): SolveOptions => ({
    ...options,
    onProgress: (share) => options.onProgress?.(start + length * share),
  });
  const optimum = optimise(problem, part(0, SHARE_OF_FINDING));
  if (!optimum.ok) return optimum;
  const certified = certify(problem, optimum.value, part(SHARE_OF_FINDING, 1 - SHARE_OF_FINDING));
  if (options.previous === undefined || !certified.ok) return certified;
  const { pairs, certificate } = certified.value;
  if (certificate.gap === 0 && scoreAsSaid(problem, pairs)) return certified;
  // More has changed since than a few people: what was taken for granted does not hold.
  const isCancelled = (): boolean => options.isCancelled?.() === true;
  return solve(problem, { isCancelled });
}

/** Whether pairs have the scores that they are listed with. */
function scoreAsSaid(problem: AssignmentProblem, pairs: readonly AssignedPair[]): boolean {
  const mentees = indexById(problem.mentees);
  const mentors = indexById(problem.mentors);
  const row = new Int32Array(problem.mentors.length);
  return pairs.every(({ menteeId, mentorId, score }) => {
    problem.scoreRow(mentees.get(menteeId) ?? 0, row);
    return row[mentors.get(mentorId) ?? 0] === score;
  });
}
