import type { Result } from '#kernel';
import { fail, ok } from '#kernel';
import { mergeChecks } from '../certify.js';
import { checkProblem } from '../check-problem.js';
import { checkRows } from '../check-rows.js';
import { copyProblem } from '../copy-problem.js';
import { optimise } from '../optimise.js';
import type { AssignmentProblem } from '../problem.js';
import { problemHash } from '../problem-hash.js';
import type { AssignmentResult, FairCertificate, SolveOptions, SolveRefusal } from '../result.js';
import { seal } from '../seal.js';
import { SolveStopped } from '../solve-stopped.js';
import { findWorst } from './find-worst.js';

/** Where the parts of the progress end: the worst score, and the best pairs that reach it; the rest is the proof. */
const WORST_FOUND = 0.4;
const BEST_FOUND = 0.8;

/**
 * Solves `fair`: as many places as can be given say how many pairs there can be and, with order `waited`, who has a part
 * in them; then the highest worst score by bisection (the bottleneck assignment of Fulkerson, Glicksberg and Gross 1953);
 * then the matching of `coverage` over the pairs that reach it.
 *
 * @returns the result with its certificate; or every fault of the problem, or `cancelled`
 */
export function solveFair(
  problem: AssignmentProblem,
  options: SolveOptions = {},
): Result<AssignmentResult, SolveRefusal> {
  const problems = checkProblem(problem);
  if (problems.length > 0) return fail({ code: 'invalid', problems });
  const isCancelled = (): boolean => options.isCancelled?.() === true;
  const onProgress = (share: number): void => options.onProgress?.(share);
  const check = (): void => {
    if (isCancelled()) throw new SolveStopped({ code: 'cancelled' });
  };
  try {
    check();
    onProgress(0);
    const worst = findWorst(problem, check);
    const minimumScore = Math.max(problem.minimumScore, worst.score ?? 0);
    const above = copyProblem(problem, { objective: 'coverage', minimumScore });
    // Helpers make lists of the problem as it was, and not of the pairs above the worst score.
    const best = optimise(above, {
      isCancelled,
      onProgress: (share) => {
        onProgress(WORST_FOUND + (BEST_FOUND - WORST_FOUND) * share);
      },
    });
    if (!best.ok) return best;
    check();
    const { closedAt } = worst;
    const optimum = { ...best.value, prices: { ...best.value.prices, closedAt } };
    const checked = checkRows(above, optimum.prices, 0, problem.mentees.length, isCancelled);
    if (checked === null) return fail({ code: 'cancelled' });
    const result = mergeChecks(above, optimum, [checked]);
    onProgress(1);
    const sealed = seal<FairCertificate>({
      ...result,
      objective: problem.objective,
      certificate: {
        ...result.certificate,
        kind: 'fair',
        worst: worst.score,
        most: worst.most,
        above: worst.above,
        problemHash: problemHash(problem, checked.digests),
      },
    });
    return ok(sealed);
  } catch (stopped) {
    if (stopped instanceof SolveStopped) return fail(stopped.refusal);
    throw stopped;
  }
}
