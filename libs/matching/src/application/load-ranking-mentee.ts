import { MatchingProfiles } from '#profiles';
import { ownParticipation, type ProgramActor } from '#programs';
import type { MenteeProfile, PairIds, ScoringContext } from '#scoring';
import { Injectable } from '@nestjs/common';
import { PeopleRepository } from '../persistence/people.repository.js';

/** A mentee for whom mentors are ranked. */
export interface RankingMentee {
  readonly mentee: MenteeProfile;
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

/** Reads the mentee who looks at mentors. */
@Injectable()
export class LoadRankingMentee {
  constructor(
    private readonly profiles: MatchingProfiles,
    private readonly people: PeopleRepository,
  ) {}

  /** Null for whoever is no mentee of the program, or has no profile that could be ranked for. */
  async execute(actor: ProgramActor): Promise<RankingMentee | null> {
    const own = ownParticipation(actor, 'mentee');
    if (own === null) return null;
    const [{ mentees }, bonds] = await Promise.all([
      this.profiles.load(actor.programId, { participationIds: [own.id], includePaused: true }),
      this.people.findBonds(own.id),
    ]);
    const [mentee] = mentees;
    if (mentee === undefined) return null;
    const together = new Set(bonds.together);
    const earlier = new Set(bonds.ever.filter((id) => !together.has(id)));
    return {
      // Somebody who pauses may look around as before.
      mentee: { ...mentee, wishes: bonds.wishes, paused: false },
      together,
      earlier,
    };
  }
}
