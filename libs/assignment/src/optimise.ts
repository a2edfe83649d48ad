import type { Result } from '#kernel';
import { fail, ok } from '#kernel';
import { buildOptimum } from './build-optimum.js';
import { checkProblem } from './check-problem.js';
import { compactProblem } from './compact-problem.js';
import { pairWeights } from './pair-weights.js';
import { indexPeople } from './people-index.js';
import type { Optimum } from './optimum.js';
import type { AssignmentProblem } from './problem.js';
import type { SolveOptions, SolveRefusal } from './result.js';
import { SolveStopped } from './solve-stopped.js';
import { findPairs } from './solver/find-pairs.js';

/**
 * Finds the best matching of a cohort and its prices, exactly. What is still to be done for a proof that anybody can
 * check is `certify`.
 *
 * The same problem always gives the same result, in whatever order its people are listed: between equally good
 * matchings the lottery of the seed decides, then the ids.
 *
 * @returns the optimum; or every fault of the problem, or `cancelled`
 */
export function optimise(
  problem: AssignmentProblem,
  options: SolveOptions = {},
): Result<Optimum, SolveRefusal> {
  const people = indexPeople(problem);
  const problems = checkProblem(problem, people);
  const weights = pairWeights(problem);
  if (problems.length > 0 || weights === null) return fail({ code: 'invalid', problems });
  const check = (): void => {
    if (options.isCancelled?.() === true) throw new SolveStopped({ code: 'cancelled' });
  };
  const onProgress = (share: number): void => options.onProgress?.(share);
  try {
    check();
    onProgress(0);
    const compact = compactProblem(problem, people);
    const found = findPairs(
      problem,
      compact,
      weights,
      {
        check,
        onProgress,
        allocate: (bytes) => options.helpers?.allocate(bytes) ?? new ArrayBuffer(bytes),
        makeRows: options.helpers?.makeLists.bind(options.helpers),
      },
      options.previous,
    );
    check();
    onProgress(1);
    return ok(buildOptimum({ problem, compact, weights, found }));
  } catch (stopped) {
    if (stopped instanceof SolveStopped) return fail(stopped.refusal);
    throw stopped;
  }
}
