import { checkProblem } from './check-problem.js';
import type { Finding } from './finding.js';
import { Ledger } from './ledger.js';
import type { AssignmentProblem } from './problem.js';
import { problemHash } from './problem-hash.js';
import type { AssignmentResult } from './result.js';
import { placesGoByOrder } from './standing-order.js';
import { verifyOrder } from './verify-order.js';
import { verifyPairs } from './verify-pairs.js';
import { verifyPrices } from './verify-prices.js';

/**
 * Checks a result against its problem without the solver: that every pair may be made, that nobody has too many, that
 * the prices prove the total to be the highest there is, and that the places went by the order, where one was asked for.
 * Every pair is scored again, so it costs as much as scoring the cohort.
 *
 * @returns why the result is not to be trusted; empty when it is right
 */
export function verify(problem: AssignmentProblem, result: AssignmentResult): readonly Finding[] {
  const faults = checkProblem(problem);
  if (faults.length > 0) return faults.map(({ message }) => ({ code: 'invalid-problem', message }));
  const findings: Finding[] = [];
  const { objective, order, seed } = result;
  if (objective !== problem.objective || order !== problem.order || seed !== problem.seed)
    findings.push({ code: 'other-problem', message: 'The result has another objective, order or seed.' });
  if (result.certificate.problemHash !== problemHash(problem))
    findings.push({ code: 'other-problem', message: 'The result was made for another input.' });
  const ledger = new Ledger(problem, result);
  findings.push(...verifyPairs(ledger));
  if (findings.length > 0) return findings;
  findings.push(...verifyPrices(ledger));
  if (placesGoByOrder(problem)) findings.push(...verifyOrder(ledger));
  return findings;
}
