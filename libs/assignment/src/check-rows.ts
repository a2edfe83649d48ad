import { requireScores } from './bad-score.js';
import { earlierPairs } from './earlier-pairs.js';
import { excludedPairs } from './excluded-pairs.js';
import type { DualPrices } from './optimum.js';
import { rowScan } from './check-rows-scan.js';
import { INFEASIBLE, MAX_SCORE } from './problem.js';
import type { AssignmentProblem } from './problem.js';

/** What a pass over the pairs of some mentees found; plain data, to be handed between threads. */
export interface RowsChecked {
  /** First mentee, by position in the problem's list. */
  readonly from: number;
  /** The mentee after the last. */
  readonly to: number;
  /** How far pairs are worth more than their two prices: only pairs that were made may be. */
  readonly surplus: number;
  /** Pairs that were compared with the prices. */
  readonly pairsChecked: number;
  /** Two checksums for each mentee, for the hash of the problem. */
  readonly digests: Uint32Array;
}

/** Rows between two questions whether to go on. */
const PAIRS_BETWEEN_CHECKS = 1_000_000;

/**
 * Compares every pair of the mentees `from … to − 1` with the prices, scoring each again.
 *
 * @param isCancelled asked every few milliseconds
 * @param scan of these very prices, when several parts are compared with them
 * @returns null when cancelled
 * @throws SolveStopped when a score is out of range
 */
export function checkRows(
  problem: AssignmentProblem,
  prices: DualPrices,
  from: number,
  to: number,
  isCancelled?: () => boolean,
  scan = rowScan(problem.mentors, prices.mentors),
): RowsChecked | null {
  const columns = problem.mentors.length;
  const excluded = excludedPairs(problem);
  const earlier = earlierPairs(problem);
  const digests = new Uint32Array(2 * (to - from));
  const { row } = scan;
  const { pairWeight, scoreWeight } = prices;
  let surplus = 0;
  let pairsChecked = 0;
  let sinceCheck = 0;
  for (let mentee = from; mentee < to; mentee++) {
    problem.scoreRow(mentee, row);
    scan.look();
    if (scan.lowest < INFEASIBLE || scan.highest > MAX_SCORE) requireScores(problem, mentee, row);
    digests.set(scan.digest, 2 * (mentee - from));
    const price = prices.mentees[mentee] as number;
    if (!Number.isNaN(price)) {
      const banned = excluded.get(mentee);
      if (banned !== undefined) for (const mentor of banned) row[mentor] = INFEASIBLE;
      for (const mentor of earlier?.pairs.get(mentee) ?? [])
        if ((row[mentor] as number) >= problem.minimumScore)
          row[mentor] = (row[mentor] as number) + (earlier?.extra ?? 0);
      const own = price - pairWeight;
      if (scan.mayExceed(scoreWeight, own, problem.minimumScore))
        surplus += surplusOf(row, prices.mentors, own, scoreWeight, problem.minimumScore);
      pairsChecked += columns;
    }
    sinceCheck += columns;
    if (sinceCheck >= PAIRS_BETWEEN_CHECKS) {
      sinceCheck = 0;
      if (isCancelled?.() === true) return null;
    }
  }
  return { from, to, surplus, pairsChecked, digests };
}

function surplusOf(
  row: Int32Array,
  mentorPrice: Float64Array,
  price: number,
  scoreWeight: number,
  minimum: number,
): number {
  let sum = 0;
  for (let column = 0; column < mentorPrice.length; column++) {
    const score = row[column] as number;
    const over = scoreWeight * score - (mentorPrice[column] as number) - price;
    if (over > 0 && score >= minimum) sum += over;
  }
  return sum;
}
