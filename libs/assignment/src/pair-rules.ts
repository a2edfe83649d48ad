import type { ReasonsOf } from './diagnosis.js';
import type { Ledger } from './ledger.js';
import { pairKey } from './people-index.js';

/** Rule codes of this library, beside those of the caller. */
export const FORBIDDEN_RULE = 'forbidden';
export const BELOW_MINIMUM_RULE = 'below-minimum';
export const UNNAMED_RULE = 'unnamed';

/** Everything that keeps two people apart, at least one code; asked only for pairs that may not be made. */
export function rulesAgainst(
  ledger: Ledger,
  reasonsOf: ReasonsOf,
  mentee: number,
  mentor: number,
  score: number,
): readonly string[] {
  const { problem } = ledger;
  const rules = new Set(reasonsOf(mentee, mentor));
  const menteeId = problem.mentees[mentee]?.id ?? '';
  const mentorId = problem.mentors[mentor]?.id ?? '';
  if (ledger.forbidden.has(pairKey({ menteeId, mentorId }))) rules.add(FORBIDDEN_RULE);
  if (score >= 0 && score < problem.minimumScore) rules.add(BELOW_MINIMUM_RULE);
  return rules.size > 0 ? [...rules] : [UNNAMED_RULE];
}
