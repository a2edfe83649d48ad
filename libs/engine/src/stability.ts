import { type AssignmentProblem, type AssignmentResult, blockingPairs, priceOfStability } from '#assignment';

/** How far a result is from a stable one. Null where it is not known: see {@link stabilityOf}. */
export interface Stability {
  /** Pairs of two who would both rather have each other than the least of whom they got. */
  readonly blockingPairs: number | null;
  /** What the stable matching has less than the one with the most pairs and then the most points. */
  readonly priceOfStability: {
    readonly pairs: number;
    /** Negative where more pairs are made at the expense of points. */
    readonly points: number;
  } | null;
}

/** Up to so many possible pairs counting those that block, one pass over all, takes less than a tenth of a run. */
const MOST_COUNTED = 50_000_000;

/** Up to so many the price, one or two runs without their explanations, takes about a tenth of a run, or two. */
const MOST_PRICED = 500_000;

/**
 * Counts the pairs that block a result and works out what stability would cost. Stable matchings are for one mentor
 * each: where somebody wants more neither is known, and in large cohorts they would take too long.
 *
 * @param result of this problem, whatever its objective
 */
export function stabilityOf(problem: AssignmentProblem, result: AssignmentResult): Stability {
  const { mentees, mentors } = problem;
  const possible = mentees.length * mentors.length;
  const isForOne = mentees.every(({ demand = 1 }) => demand <= 1);
  const price = isForOne && possible <= MOST_PRICED ? priceOfStability(problem, {}, result) : null;
  return {
    blockingPairs: isForOne && possible <= MOST_COUNTED ? blockingPairs(problem, result, 0).count : null,
    priceOfStability: price?.ok === true ? { pairs: price.value.pairs, points: price.value.points } : null,
  };
}
