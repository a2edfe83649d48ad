import type { MenteeFacts } from '#profiles';
import { LIVE_STATES } from '#programs';
import type { MenteeProfile, PairIds, ScoringContext } from '#scoring';
import type { RankingRow } from '../persistence/ranking.rows.js';

/** A mentee for whom mentors are ranked. */
export interface RankingMentee {
  readonly mentee: MenteeProfile;
  /** Has confirmed the privacy notice. */
  readonly confirmed: boolean;
  /** Mentors with whom the mentee is together at present, and those with whom they were before. */
  readonly together: ReadonlySet<string>;
  readonly earlier: ReadonlySet<string>;
}

/** A context that also knows one mentee's partners; scores nobody else. */
export function contextFor(
  { mentee, together, earlier }: RankingMentee,
  context: ScoringContext,
): ScoringContext {
  const listed = (ids: ReadonlySet<string>): PairIds[] =>
    [...ids].map((mentorId) => ({ menteeId: mentee.id, mentorId }));
  return {
    ...context,
    listed: { ...context.listed, forbidden: listed(together), earlier: listed(earlier) },
    isForbidden: (_, mentor) => together.has(mentor.id),
    wereEarlierPartners: (_, mentor) => earlier.has(mentor.id),
  };
}

/** The mentee who looks at mentors; null when they take no part at present. */
export function rankingMenteeOf(
  { mentee, state, confirmed }: MenteeFacts,
  { wishes, together, ever }: RankingRow,
): RankingMentee | null {
  if (!LIVE_STATES.includes(state)) return null;
  const present = new Set(together);
  return {
    // Somebody who pauses may look around as before.
    mentee: { ...mentee, wishes },
    confirmed,
    together: present,
    earlier: new Set(ever.filter((id) => !present.has(id))),
  };
}
