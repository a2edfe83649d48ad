import { checkProblem } from './check-problem.js';
import type { Finding } from './finding.js';
import { verifyFair } from './fair/verify-fair.js';
import { Ledger } from './ledger.js';
import type { AssignmentProblem } from './problem.js';
import { pricesOf } from './prices-of.js';
import { problemHash } from './problem-hash.js';
import type { AssignmentResult } from './result.js';
import { digestOf } from './seal.js';
import { placesGoByOrder } from './standing-order.js';
import { verifyStable } from './stable/verify-stable.js';
import { verifyClosed } from './verify-order.js';
import { verifyLists } from './verify-lists.js';
import { verifyPairs } from './verify-pairs.js';
import { verifyPrices } from './verify-prices.js';
import type { RowsVerified } from './rows-verified.js';
import { verifyRows } from './verify-rows.js';

/**
 * Checks a result against its problem without the solver: that every pair may be made, that nobody has too many, that
 * the prices prove the total to be the highest there is, and that the places went by the order, where one was asked for.
 * Every pair is scored again, so it costs as much as scoring the cohort.
 *
 * @param parts what `verifyRows` found, when threads shared that work: together every mentee once
 * @returns why the result is not to be trusted; empty when it is right
 */
export function verify(
  problem: AssignmentProblem,
  result: AssignmentResult,
  parts?: readonly RowsVerified[],
): readonly Finding[] {
  const faults = checkProblem(problem);
  if (faults.length > 0) return faults.map(({ message }) => ({ code: 'invalid-problem', message }));
  const findings: Finding[] = [];
  const { objective, order, seed } = result;
  if (objective !== problem.objective || order !== problem.order || seed !== problem.seed)
    findings.push({ code: 'other-problem', message: 'The result has another objective, order or seed.' });
  const rows = inOrder(problem, parts ?? allRows(problem, result));
  if (rows === null)
    return [...findings, { code: 'invalid-problem', message: 'The parts do not cover every mentee once.' }];
  const digests = new Uint32Array(2 * problem.mentees.length);
  for (const part of rows) digests.set(part.digests, 2 * part.from);
  if (result.certificate.problemHash !== problemHash(problem, digests))
    findings.push({ code: 'other-problem', message: 'The result was made for another input.' });
  if (result.certificate.digest !== digestOf(result))
    findings.push({ code: 'altered', message: 'The result is not as it was made: its digest is another.' });
  const ledger = new Ledger(problem, result);
  findings.push(...verifyPairs(ledger, rows));
  if (findings.some(({ code }) => code !== 'altered')) return findings;
  if (problem.objective === 'stable') return [...findings, ...verifyStable(problem, result)];
  const { certificate } = result;
  if (problem.objective === 'fair') findings.push(...verifyFair(ledger));
  else if (certificate.kind !== 'prices')
    findings.push({ code: 'no-proof', message: 'The certificate is not one of prices alone.' });
  const prices = pricesOf(certificate);
  if (prices !== null) findings.push(...verifyLists(ledger, prices));
  findings.push(...verifyPrices(ledger, rows));
  if (placesGoByOrder(problem)) findings.push(...verifyClosed(ledger));
  return findings.concat(...rows.map((part) => part.findings));
}

function allRows(problem: AssignmentProblem, result: AssignmentResult): RowsVerified[] {
  const rows = verifyRows(problem, result, 0, problem.mentees.length);
  return rows === null ? [] : [rows];
}

/** The parts by position; null when a mentee is missing or there twice. */
function inOrder(problem: AssignmentProblem, parts: readonly RowsVerified[]): readonly RowsVerified[] | null {
  const sorted = parts.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  let covered = 0;
  for (const { from, to } of sorted) {
    if (from !== covered) return null;
    covered = to;
  }
  return covered === problem.mentees.length ? sorted : null;
}
