import type { Result } from '#kernel';
import { ok } from '#kernel';
import { copyProblem } from '../copy-problem.js';
import type { AssignmentProblem } from '../problem.js';
import type { AssignedPair, AssignmentResult, SolveOptions, SolveRefusal } from '../result.js';
import { solve } from '../solve.js';
import { compareResults } from './compare-results.js';

/** A result beside the one that people know of already. */
export interface Rematch {
  readonly result: AssignmentResult;
  /** The problem that was solved: what the result is to be verified against. */
  readonly problem: AssignmentProblem;
  /** Earlier pairs that stay. */
  readonly kept: readonly AssignedPair[];
  /** Earlier pairs that are broken, also where one of the two has left. */
  readonly broken: readonly AssignedPair[];
  readonly added: readonly AssignedPair[];
}

/**
 * Matches again after a few people or settings changed, from where the earlier round ended if that is quicker: of equally
 * good matchings it may find another than a run from nothing does.
 *
 * @param previous the result of the earlier round, of whatever problem
 * @param penalty points that the total may fall for each earlier pair that stays; with `0` the result is worth what a
 * run that knows nothing of the earlier round finds. `stable` does not weigh it
 */
export function rematch(
  problem: AssignmentProblem,
  previous: AssignmentResult,
  penalty: number,
  options: SolveOptions = {},
): Result<Rematch, SolveRefusal> {
  const pairs = previous.pairs.map(({ menteeId, mentorId }) => ({ menteeId, mentorId }));
  const again = copyProblem(problem, { published: { pairs, penalty } });
  const solved = solve(again, { ...options, previous });
  if (!solved.ok) return solved;
  const { kept, lost, added } = compareResults(previous, solved.value);
  return ok({ result: solved.value, problem: again, kept, broken: lost, added });
}
