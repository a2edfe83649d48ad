import type { Result } from '#kernel';
import { ok } from '#kernel';
import { copyProblem } from '../copy-problem.js';
import type { AssignmentProblem } from '../problem.js';
import type { AssignmentResult, RunWatch, SolveRefusal } from '../result.js';
import { solve } from '../solve.js';

/** A stable matching beside the one that gives the most pairs and then the most points. */
export interface PriceOfStability {
  readonly stable: AssignmentResult['value'];
  readonly coverage: AssignmentResult['value'];
  /** Pairs that stability costs; never negative. */
  readonly pairs: number;
  /** Points that it costs; negative where `coverage` gives places to people with lower scores, or makes more pairs at their expense. */
  readonly points: number;
}

/**
 * What stability costs: `stable` against `coverage`, both solved from scratch unless one of them is given.
 *
 * @returns a refusal as `solve` does, also when somebody wants more than one mentor
 */
export function priceOfStability(
  problem: AssignmentProblem,
  watch: RunWatch = {},
  known: AssignmentResult | null = null,
): Result<PriceOfStability, SolveRefusal> {
  const values: Record<'stable' | 'coverage', AssignmentResult['value']> = {
    stable: { pairs: 0, total: 0 },
    coverage: { pairs: 0, total: 0 },
  };
  for (const [at, objective] of (['stable', 'coverage'] as const).entries()) {
    const found: Result<AssignmentResult, SolveRefusal> =
      known?.objective === objective
        ? ok(known)
        : solve(copyProblem(problem, { objective }), {
            isCancelled: () => watch.isCancelled?.() === true,
            onProgress: (share) => watch.onProgress?.((at + share) / 2),
          });
    if (!found.ok) return found;
    values[objective] = found.value.value;
  }
  const { stable, coverage } = values;
  return ok({
    ...values,
    pairs: coverage.pairs - stable.pairs,
    points: coverage.total - stable.total,
  });
}
