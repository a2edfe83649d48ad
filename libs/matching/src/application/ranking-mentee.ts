import type { MenteeFacts } from '#profiles';
import { LIVE_STATES } from '#programs';
import { mayMeetAgain, type MenteeProfile, type PairIds, type ScoringContext } from '#scoring';
import type { RankingRow } from '../persistence/ranking.rows.js';

/** A mentee for whom mentors are ranked. */
export interface RankingMentee {
  readonly mentee: MenteeProfile;
  /** Has confirmed the privacy notice. */
  readonly confirmed: boolean;
  /** Mentors with whom the mentee is together at present, and those with whom they were before, until which day. */
  readonly together: ReadonlySet<string>;
  readonly earlier: ReadonlyMap<string, string | null>;
}

/** A context that also knows one mentee's partners; scores nobody else. */
export function contextFor(
  { mentee, together, earlier }: RankingMentee,
  context: ScoringContext,
): ScoringContext {
  const { rules, term } = context;
  const out = new Set(
    [...earlier.keys()].filter((id) => !mayMeetAgain(earlier.get(id) ?? undefined, rules, term.from)),
  );
  const listed = (ids: ReadonlySet<string>): PairIds[] =>
    [...ids].map((mentorId) => ({ menteeId: mentee.id, mentorId }));
  return {
    ...context,
    listed: { ...context.listed, forbidden: listed(together), earlier: listed(out) },
    isForbidden: (_, mentor) => together.has(mentor.id),
    wereEarlierPartners: (_, mentor) => out.has(mentor.id),
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
    earlier: new Map(
      ever.flatMap(({ mentorId, endedOn }) => (present.has(mentorId) ? [] : [[mentorId, endedOn]])),
    ),
  };
}
