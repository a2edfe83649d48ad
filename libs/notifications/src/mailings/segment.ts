import type { FieldProblem } from '#kernel';

/** What narrows a segment further. */
export const SEGMENT_CONDITIONS = [
  'everybody',
  'enrolled',
  'not-enrolled',
  'matched',
  'unmatched',
  'not-ready',
  'not-confirmed',
] as const;
export type SegmentCondition = (typeof SEGMENT_CONDITIONS)[number];

/** States of a participation that a segment may name. */
export const SEGMENT_STATES = ['applied', 'approved', 'active', 'paused'] as const;

/** Whom a mailing goes to. */
export interface Segment {
  /** People who take part, or addresses that were invited and have not answered. */
  readonly audience: 'participants' | 'invited';
  /** Both when null. */
  readonly role: 'mentee' | 'mentor' | null;
  readonly states: readonly (typeof SEGMENT_STATES)[number][];
  readonly condition: SegmentCondition;
  /** The round that the condition is about. */
  readonly cohortId: string | null;
}

/** Somebody of a segment. */
export interface SegmentRow {
  /** Id of the account or of the invitation; orders the segment. */
  recipient_key: string;
  account_id: string | null;
  /** Participation or invitation. */
  about_id: string;
  email: string;
}

const ABOUT_COHORT: readonly SegmentCondition[] = ['enrolled', 'not-enrolled'];

/** What can't be meant, by field. */
export function problemsOfSegment({ audience, condition, cohortId }: Segment): FieldProblem[] {
  if (audience === 'invited' && condition !== 'everybody')
    return [{ path: 'segment.condition', message: 'Of those invited nothing is known yet; leave it out.' }];
  if (ABOUT_COHORT.includes(condition) && cohortId === null)
    return [{ path: 'segment.cohortId', message: 'Say in which cohort they are enrolled, or not.' }];
  return [];
}

const MATCHED = `EXISTS (SELECT 1 FROM mentorship m
  WHERE p.id IN (m.mentee_id, m.mentor_id) AND m.state IN ('proposed', 'active', 'paused'))`;
const ENROLLED = `EXISTS (SELECT 1 FROM cohort_member c WHERE c.cohort_id = $5 AND c.participation_id = p.id)`;

/** In SQL about a participation `p` and its profile `f`; `not-ready` is what `missingParts` of profiles says. */
const CONDITIONS: Readonly<Record<SegmentCondition, string>> = {
  everybody: 'true',
  enrolled: ENROLLED,
  'not-enrolled': `NOT ${ENROLLED}`,
  matched: MATCHED,
  unmatched: `NOT ${MATCHED}`,
  'not-ready': `(f.id IS NULL OR f.goals = '[]' OR f.languages = '[]' OR f.windows = '[]'
    OR (p.role = 'mentee' AND btrim(f.goal_statement) = '')
    OR NOT EXISTS (SELECT 1 FROM profile_skill s WHERE s.profile_id = f.id))`,
  'not-confirmed': 'p.privacy_confirmed_at IS NULL',
};

/**
 * The people of a segment who did not unsubscribe, each once, in SQL: columns of `SegmentRow`, in the order of the key.
 * `$1` program, `$2` roles, `$3` states, `$4` now, `$5` cohort, `$6` one participation or invitation, or null. People hidden until they confirm are mailed, because a
 * reminder to confirm is such a mail.
 */
export function segmentSql({ audience, condition }: Segment): string {
  if (audience === 'invited')
    return `SELECT DISTINCT ON (lower(i.email)) i.id::text AS recipient_key, a.id AS account_id, i.id AS about_id, i.email
      FROM invitation i LEFT JOIN account a ON a.email = lower(i.email)
      WHERE i.program_id = $1 AND i.role = ANY($2) AND i.email IS NOT NULL AND i.revoked_at IS NULL
        AND i.uses = 0 AND i.expires_at > $4 AND ($6::uuid IS NULL OR i.id = $6) AND $3::text[] IS NOT NULL AND $5::uuid IS NULL
        AND NOT EXISTS (SELECT 1 FROM mailing_opt_out o
          WHERE o.program_id = i.program_id AND o.recipient_key IN (lower(i.email), a.id::text))
      ORDER BY lower(i.email), i.id DESC`;
  return `SELECT DISTINCT ON (p.account_id) p.account_id::text AS recipient_key, p.account_id, p.id AS about_id, a.email
    FROM participation p JOIN account a ON a.id = p.account_id LEFT JOIN profile f ON f.participation_id = p.id
    WHERE p.program_id = $1 AND p.role = ANY($2) AND p.state = ANY($3) AND $4::timestamptz IS NOT NULL
      AND ($5::uuid IS NULL OR EXISTS (SELECT 1 FROM cohort h WHERE h.id = $5 AND h.program_id = p.program_id))
      AND ($6::uuid IS NULL OR p.id = $6) AND ${CONDITIONS[condition]}
      AND NOT EXISTS (SELECT 1 FROM mailing_opt_out o
        WHERE o.program_id = p.program_id AND o.recipient_key IN (a.email, a.id::text))
    ORDER BY p.account_id, p.role, p.id`;
}

/** Values of the parameters of `segmentSql`. */
export function segmentValues(
  programId: string,
  segment: Segment,
  now: Date,
  aboutId: string | null = null,
): readonly unknown[] {
  const { role, states, cohortId } = segment;
  return [programId, role === null ? ['mentee', 'mentor'] : [role], states, now, cohortId, aboutId];
}
