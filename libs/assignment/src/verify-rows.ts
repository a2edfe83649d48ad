import { type RowScan, rowScan } from './check-rows-scan.js';
import type { Finding } from './finding.js';
import { Ledger } from './ledger.js';
import { pairWeights } from './pair-weights.js';
import type { AssignmentProblem } from './problem.js';
import type { AssignmentResult } from './result.js';
import type { RowsVerified } from './rows-verified.js';
import { placesGoByOrder } from './standing-order.js';
import { OrderCheck } from './verify-order.js';
import { StatedPrices } from './verify-prices.js';

const PAIRS_BETWEEN_CHECKS = 1_000_000;

/** What the rows of a result are compared with: made once, however many parts they are verified in. */
export class RowChecks {
  readonly ledger: Ledger;
  readonly scan: RowScan;
  /** Null for `stable`, which has no prices. */
  readonly prices: StatedPrices | null;
  /** Null where no order was asked for. */
  readonly order: OrderCheck | null;
  private readonly findings: Finding[] = [];

  /** @param problem free of faults */
  constructor(problem: AssignmentProblem, result: AssignmentResult) {
    this.ledger = new Ledger(problem, result);
    this.prices = problem.objective === 'stable' ? null : new StatedPrices(this.ledger, this.findings);
    this.scan = rowScan(problem.mentors, this.prices?.mentors ?? null);
    this.order = placesGoByOrder(problem) ? new OrderCheck(this.ledger, this.findings) : null;
  }

  /** What was found since the last call. */
  takeFindings(): readonly Finding[] {
    return this.findings.splice(0);
  }
}

/**
 * Scores every pair of the mentees `from … to − 1` again and compares it with the stated prices, and with the order of
 * places where one was asked for. The problem must be free of faults (`checkProblem`).
 *
 * @param isCancelled asked every few milliseconds
 * @param checks of this very result, when several parts of it are verified
 * @returns null when cancelled
 */
export function verifyRows(
  problem: AssignmentProblem,
  result: AssignmentResult,
  from: number,
  to: number,
  isCancelled?: () => boolean,
  checks = new RowChecks(problem, result),
): RowsVerified | null {
  const columns = problem.mentors.length;
  const { ledger, scan, prices, order } = checks;
  const digests = new Uint32Array(2 * (to - from));
  const scores: number[] = [];
  const weights = pairWeights(problem) ?? { pairWeight: 0, scoreWeight: 1 };
  const { certificate } = result;
  const least = certificate.kind === 'fair' ? (certificate.worst ?? 0) : 0;
  const best = new Int16Array(to - from);
  const { row } = scan;
  let feasible = 0;
  let bound = 0n;
  let pairsChecked = 0;
  let sinceCheck = 0;
  for (let mentee = from; mentee < to; mentee++) {
    problem.scoreRow(mentee, row);
    for (const mentor of ledger.given[mentee]?.keys() ?? []) scores.push(row[mentor] as number);
    scan.look();
    digests.set(scan.digest, 2 * (mentee - from));
    best[mentee - from] = scan.highest;
    feasible += scan.feasible;
    scan.clip(problem.minimumScore);
    ledger.excludeListed(mentee, row);
    order?.check(mentee, row);
    const places = order === null ? ledger.needOf(mentee) : ledger.degreeOf(mentee);
    if (places !== 0 && prices !== null) {
      const price = prices.ofMentee(mentee);
      ledger.addExtra(mentee, row, least);
      bound += BigInt(price) * BigInt(places);
      const own = price - weights.pairWeight;
      if (scan.mayExceed(weights.scoreWeight, own, least))
        bound += surplusOf(row, prices.mentors, own, weights.scoreWeight, least);
      pairsChecked += columns;
    }
    sinceCheck += columns;
    if (sinceCheck >= PAIRS_BETWEEN_CHECKS) {
      sinceCheck = 0;
      if (isCancelled?.() === true) return null;
    }
  }
  const findings = checks.takeFindings();
  return {
    ...{ from, to, bound, pairsChecked, digests, scores: Int32Array.from(scores), feasible, best, findings },
  };
}

/** How far the pairs of a row are worth more than their prices. */
function surplusOf(
  row: Int32Array,
  mentorPrice: Float64Array,
  price: number,
  scoreWeight: number,
  least: number,
): bigint {
  let sum = 0n;
  for (let mentor = 0; mentor < mentorPrice.length; mentor++) {
    const score = row[mentor] as number;
    const over = scoreWeight * score - (mentorPrice[mentor] as number) - price;
    if (over > 0 && score >= least) sum += BigInt(over);
  }
  return sum;
}
