import { addOpenDays } from '#availability';
import { Database } from '#database';
import { Clock } from '#kernel';
import { calendarOf, type ParticipationState, ProgramQueries, type ProgramSettings } from '#programs';
import type { MenteeProfile, MentorProfile } from '#scoring';
import { Injectable } from '@nestjs/common';
import { toMenteeProfile, toMentorProfile } from '../persistence/matching.mapper.js';
import {
  PROFILE_COLUMNS,
  PROFILE_TABLES,
  ProfileRepository,
  SKILLS_COLUMN,
} from '../persistence/profile.repository.js';
import type { MatchingRow, MenteeFactsRow, MentorFactsRow } from '../persistence/profile.rows.js';

/** The people of a program as scoring reads them. Ids are of participations. */
export interface MatchingPeople {
  readonly mentors: readonly MentorProfile[];
  readonly mentees: readonly MenteeProfile[];
  /** Participations left out because the person has not confirmed the privacy notice yet. */
  readonly unconfirmed: readonly string[];
}

/** Which people are asked for. */
export interface MatchingFilter {
  /** Only these participations; everybody when missing. */
  readonly participationIds?: readonly string[] | undefined;
  /** Also those who pause or are away; they are marked `paused`. */
  readonly includePaused?: boolean | undefined;
}

/** A mentor whatever their state, with what decides whether they may be shown and asked. */
export interface MentorFacts {
  /** Never `paused`: that depends on the moment, see `state` and `awayUntil`. */
  readonly mentor: MentorProfile;
  readonly state: ParticipationState;
  /** The person has confirmed the privacy notice. */
  readonly confirmed: boolean;
  readonly awayUntil: Date | null;
  readonly headline: string;
}

/** A mentee whatever their state. */
export interface MenteeFacts extends Pick<MentorFacts, 'state' | 'confirmed'> {
  /** Never `paused`, and without wishes. */
  readonly mentee: MenteeProfile;
}

/** Which mentors are asked for. */
export interface MentorFactsFilter {
  readonly participationIds?: readonly string[];
  /** Continue behind this participation. */
  readonly after?: string;
  readonly limit?: number;
}

const FACTS_COLUMNS = `p.id, p.participation_id, pa.account_id, pa.state, pa.privacy_confirmed_at IS NOT NULL AS confirmed,
  a.name, p.country, p.city, p.organisation, p.department, p.grade, p.manager_email, manager.id AS manager_id,
  p.years_experience, p.languages, p.goals, p.capacity, p.time_zone, p.windows, p.format, p.working_style, p.fields, ${SKILLS_COLUMN}`;
const FACTS_TABLES = `${PROFILE_TABLES} LEFT JOIN account manager ON manager.email = p.manager_email`;

/**
 * Whoever is away beyond this instant (ms), longer than a first meeting may wait, counts as pausing. The wait stops in
 * closed weeks.
 */
export function awayLimit(
  program: { readonly timeZone: string; readonly settings: ProgramSettings },
  now: number,
): number {
  return addOpenDays(now, program.settings.firstMeetingWithinDays, calendarOf(program));
}

/** Reads profiles for ranking and matching; a handful of queries, however many people there are. */
@Injectable()
export class MatchingProfiles {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly programs: ProgramQueries,
    private readonly profiles: ProfileRepository,
  ) {}

  /**
   * Everybody approved or active with a profile, by participation id. Who is away for longer than a first meeting may
   * wait counts as pausing. Wishes, vetoes, load and rounds waited are for the caller to add.
   */
  async load(programId: string, filter: MatchingFilter = {}): Promise<MatchingPeople> {
    const program = await this.programs.getById(programId);
    const limit = awayLimit(program, this.clock.now().getTime());
    const rows = await this.db.query<MatchingRow>(
      `SELECT ${PROFILE_COLUMNS}, (pa.privacy_confirmed_at IS NOT NULL OR $3) AS confirmed, manager.id AS manager_id
       FROM ${PROFILE_TABLES} LEFT JOIN account manager ON manager.email = p.manager_email
       WHERE p.program_id = $1 AND pa.state IN ('approved', 'active', 'paused')
         AND ($2::uuid[] IS NULL OR p.participation_id = ANY($2))
       ORDER BY p.participation_id`,
      [programId, filter.participationIds ?? null, program.settings.organisationInformsPeople],
    );
    const isPaused = (row: MatchingRow): boolean =>
      row.state === 'paused' || (row.away_until?.getTime() ?? 0) > limit;
    const wanted = filter.includePaused === true ? rows : rows.filter((row) => !isPaused(row));
    const shown = wanted.filter((row) => row.confirmed);
    const skills = await this.profiles.findSkills(shown.map((row) => row.id));
    const of = (role: string): MatchingRow[] => shown.filter((row) => row.role === role);
    return {
      mentors: of('mentor').map((row) => toMentorProfile(row, skills.get(row.id) ?? [], isPaused(row))),
      mentees: of('mentee').map((row) => toMenteeProfile(row, skills.get(row.id) ?? [], isPaused(row))),
      unconfirmed: wanted.filter((row) => !row.confirmed).map((row) => row.participation_id),
    };
  }

  /** A mentee with a profile, in any state; else null. */
  async findMenteeFacts(programId: string, participationId: string): Promise<MenteeFacts | null> {
    const [row] = await this.db.query<MenteeFactsRow>(
      `SELECT ${FACTS_COLUMNS} FROM ${FACTS_TABLES}
       WHERE pa.id = $2 AND pa.program_id = $1 AND p.program_id = $1 AND pa.role = 'mentee' AND p.role = 'mentee'`,
      [programId, participationId],
    );
    if (row === undefined) return null;
    const { state, confirmed } = row;
    return { mentee: toMenteeProfile(row, row.skills, false), state, confirmed };
  }

  /** Mentors with a profile, in any state, by participation id. */
  async listMentorFacts(programId: string, filter: MentorFactsFilter = {}): Promise<MentorFacts[]> {
    const rows = await this.db.query<MentorFactsRow>(
      `SELECT ${FACTS_COLUMNS}, p.headline, p.away_until FROM ${FACTS_TABLES}
       WHERE pa.program_id = $1 AND p.program_id = $1 AND pa.role = 'mentor' AND p.role = 'mentor'
         AND ($2::uuid[] IS NULL OR pa.id = ANY($2)) AND ($3::uuid IS NULL OR pa.id > $3)
       ORDER BY pa.id LIMIT $4`,
      [programId, filter.participationIds ?? null, filter.after ?? null, filter.limit ?? null],
    );
    return rows.map((row) => ({
      mentor: toMentorProfile(row, row.skills, false),
      state: row.state,
      confirmed: row.confirmed,
      awayUntil: row.away_until,
      headline: row.headline,
    }));
  }
}
