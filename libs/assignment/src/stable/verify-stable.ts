import type { Finding } from '../finding.js';
import type { AssignmentProblem } from '../problem.js';
import type { AssignmentResult } from '../result.js';
import { blockingPairs } from './blocking-pairs.js';

/** Checks by a look at every pair that a matching is stable, and that its certificate says so. */
export function verifyStable(problem: AssignmentProblem, result: AssignmentResult): readonly Finding[] {
  const { certificate } = result;
  if (certificate.kind !== 'stable')
    return [{ code: 'no-proof', message: 'The certificate is not one of a stable matching.' }];
  const findings: Finding[] = [];
  const { count, worst, pairsChecked } = blockingPairs(problem, result);
  if (count > 0) {
    const names = worst.map(({ menteeId, mentorId }) => `${menteeId} with ${mentorId}`).join(', ');
    findings.push({ code: 'blocking-pair', message: `${count} pairs block the matching, as ${names}.` });
  }
  const stated: Readonly<Record<'version' | 'blockingPairs' | 'pairsChecked', number>> = certificate;
  if (stated.version !== 2 || stated.blockingPairs !== 0 || stated.pairsChecked !== pairsChecked)
    findings.push({ code: 'wrong-bound', message: 'The certificate counts the pairs wrongly.' });
  return findings;
}
