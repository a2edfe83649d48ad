import type { Result } from '#kernel';
import { fail, ok } from '#kernel';
import { AugmentingSearch } from './augmenting-search.js';
import { buildOptimum } from './build-optimum.js';
import { checkProblem } from './check-problem.js';
import type { CompactProblem } from './compact-problem.js';
import { compactProblem } from './compact-problem.js';
import { MatchingState } from './matching-state.js';
import { pairWeights } from './pair-weights.js';
import type { Optimum } from './optimum.js';
import type { AssignmentProblem } from './problem.js';
import type { SolveOptions, SolveRefusal } from './result.js';
import { SolveStopped } from './solve-stopped.js';
import { placePosition, placesGoByOrder } from './standing-order.js';

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
  const problems = checkProblem(problem);
  const weights = pairWeights(problem);
  if (problems.length > 0 || weights === null) return fail({ code: 'invalid', problems });
  const check = (): void => {
    if (options.isCancelled?.() === true) throw new SolveStopped({ code: 'cancelled' });
  };
  try {
    check();
    const compact = compactProblem(problem);
    const state = new MatchingState(compact);
    const byOrder = placesGoByOrder(problem);
    const search = new AugmentingSearch(compact, state, weights, !byOrder, check);
    giveAll(compact, search, byOrder, options);
    check();
    return ok(buildOptimum({ problem, compact, state, weights }));
  } catch (stopped) {
    if (stopped instanceof SolveStopped) return fail(stopped.refusal);
    throw stopped;
  }
}

/** Hands out the places: everybody's first before anybody's second, in standing order. */
function giveAll(
  { need, locked }: CompactProblem,
  search: AugmentingSearch,
  byOrder: boolean,
  options: SolveOptions,
): void {
  const rows = need.length;
  const units = need.reduce((sum, wanted) => sum + wanted, 0);
  const most = need.reduce((top, wanted, row) => Math.max(top, wanted + (locked[row] ?? 0)), 0);
  const done = new Uint8Array(rows);
  const step = Math.max(1, Math.ceil(units / 100));
  let given = 0;
  options.onProgress?.(0);
  for (let nth = 1; nth <= most; nth++)
    for (let row = 0; row < rows; row++) {
      const held = locked[row] ?? 0;
      if (nth <= held || nth > held + (need[row] ?? 0)) continue;
      if (++given % step === 0 && given < units) options.onProgress?.(given / units);
      if (done[row] === 1) continue;
      if (search.give(row, placePosition(nth, row, rows)) === 'closed' && byOrder) done[row] = 1;
    }
  options.onProgress?.(1);
}
