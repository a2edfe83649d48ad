import type { Diagnosis, ReasonsOf } from './diagnosis.js';
import { diagnoseMentees } from './diagnose-mentees.js';
import { diagnoseMentors } from './diagnose-mentors.js';
import { Ledger } from './ledger.js';
import type { AssignmentProblem } from './problem.js';
import type { AssignmentResult } from './result.js';

/**
 * Why people are left over, and the smallest change that would help.
 *
 * @param reasonsOf names the hard rules against a pair; asked only for people without any possible partner, and of
 * a bounded number of pairs. Bans and the
 * minimum score are added as `forbidden` and `below-minimum`; an excluded pair without a reason counts as `unnamed`
 */
export function diagnose(
  problem: AssignmentProblem,
  result: AssignmentResult,
  reasonsOf: ReasonsOf,
): Diagnosis {
  const ledger = new Ledger(problem, result);
  return { mentees: diagnoseMentees(ledger, reasonsOf), mentors: diagnoseMentors(ledger, reasonsOf) };
}
