import { Database } from '#database';
import { LoadSnapshot, rationaleOf, type RunParameters } from '#matching';
import { type ListedProfileView, MatchingProfiles, ProfileQueries, type PublicProfileView } from '#profiles';
import { contextOf, type MenteeProfile, rankMentors, scorePair, type ScoringContext } from '#scoring';
import type { INestApplicationContext } from '@nestjs/common';

/** A mentor as a mentee's list must show them. */
export interface ListedByHand extends Omit<ListedProfileView, 'skills'> {
  readonly skills: readonly {
    readonly skillId: string;
    readonly name: string;
    readonly level: number | null;
  }[];
  readonly freePlaces: number;
  readonly status: string;
  readonly reasons: readonly string[];
}

interface PersonRow {
  id: string;
  state: string;
  capacity: number;
  live: number;
  away: boolean;
}

/**
 * The list of mentors that a mentee must get, worked out from the tables each time by the reference scorer: everybody
 * is read, nothing is remembered. The program must have had a run.
 */
export class RankingByHand {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly programId: string,
  ) {}

  /** @param everybody as a search that everybody fits: also who is full or pauses */
  async list(menteeId: string, everybody: boolean): Promise<ListedByHand[]> {
    const people = await this.people();
    const status = (row: PersonRow): string =>
      row.state === 'paused' || row.away ? 'paused' : row.capacity > row.live ? 'open' : 'full';
    const wanted = people.filter((row) => everybody || status(row) === 'open');
    const { mentors } = await this.app.get(MatchingProfiles, { strict: false }).load(this.programId, {
      participationIds: wanted.map(({ id }) => id),
      includePaused: everybody,
    });
    const [mentee, context] = await Promise.all([this.mentee(menteeId), this.context()]);
    const rows = new Map(people.map((row) => [row.id, row]));
    const profiles = await this.app.get(ProfileQueries, { strict: false }).listPublic(
      this.programId,
      mentors.map(({ id }) => id),
    );
    return rankMentors(
      mentee,
      mentors.map((mentor) => ({ ...mentor, paused: false })),
      context,
    ).map(({ mentor }) => {
      const row = rows.get(mentor.id)!;
      const pair = scorePair(mentee, mentor, context);
      return {
        ...shownOf(profiles.get(mentor.id)!),
        freePlaces: Math.max(0, row.capacity - row.live),
        status: status(row),
        reasons: pair.feasible ? rationaleOf(pair.contributions).forMentee : [],
      };
    });
  }

  private async people(): Promise<PersonRow[]> {
    return this.app.get(Database).query<PersonRow>(
      `SELECT p.id, p.state, pr.capacity, coalesce(pr.away_until > now() + interval '14 days', false) AS away, (SELECT count(*)::int FROM mentorship m
         WHERE m.mentor_id = p.id AND m.state IN ('proposed', 'active', 'paused')) AS live
       FROM participation p JOIN profile pr ON pr.participation_id = p.id
       WHERE p.program_id = $1 AND p.role = 'mentor'`,
      [this.programId],
    );
  }

  private async mentee(menteeId: string): Promise<MenteeProfile> {
    const { mentees } = await this.app.get(MatchingProfiles, { strict: false }).load(this.programId, {
      participationIds: [menteeId],
      includePaused: true,
    });
    const wishes = await this.app.get(Database).query<{ mentor_id: string }>(
      `SELECT mentor_id FROM request WHERE mentee_id = $1
         AND state IN ('draft', 'queued', 'awaiting_admin', 'pending') ORDER BY rank, id`,
      [menteeId],
    );
    return { ...mentees[0]!, wishes: wishes.map(({ mentor_id: id }) => id), paused: false };
  }

  private async context(): Promise<ScoringContext> {
    const [run] = await this.app
      .get(Database)
      .query<{ parameters: RunParameters }>(
        `SELECT parameters FROM match_run WHERE program_id = $1 AND state = 'succeeded' ORDER BY id DESC LIMIT 1`,
        [this.programId],
      );
    return contextOf(
      await this.app.get(LoadSnapshot, { strict: false }).context(this.programId, run!.parameters),
    );
  }
}

function shownOf(view: PublicProfileView): Omit<ListedByHand, 'freePlaces' | 'status' | 'reasons'> {
  const { participationId, name, headline, country, city, organisation } = view;
  const { yearsExperience, languages, goals, timeZone, format } = view;
  const skills = view.skills.map(({ skillId, name: called, level }) => ({ skillId, name: called, level }));
  return {
    ...{ participationId, name, headline, country, city, organisation },
    ...{ yearsExperience, languages, goals, timeZone, format, skills },
  };
}
