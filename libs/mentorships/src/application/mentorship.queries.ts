import { Database } from '#database';
import { decodeCursor, encodeCursor } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import { inSite, isAdmin, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { MentorshipUnknownError } from '../mentorships.errors.js';
import { type Reader, toMentorshipView } from '../persistence/mentorship.mapper.js';
import type { MentorshipViewRow } from '../persistence/mentorship.rows.js';
import type { MentorshipCounts, MentorshipView } from './mentorship.view.js';

/** What a list of mentorships is narrowed to. */
export interface MentorshipFilter {
  readonly state?: string;
  /** Participation of either side. */
  readonly participationId?: string;
}

const SELECT = `SELECT m.id, m.program_id, m.mentor_id, m.mentee_id, m.state, m.version, m.source, m.rationale,
    m.started_at, m.ends_at, m.ended_at, m.ended_by, m.end_reason, c.answers, c.answer_by,
    mentor.account_id AS mentor_account_id, mentee.account_id AS mentee_account_id,
    a.name AS mentor_name, a.email AS mentor_email, coalesce(ap.time_zone, a.time_zone) AS mentor_time_zone,
    b.name AS mentee_name, b.email AS mentee_email, coalesce(bp.time_zone, b.time_zone) AS mentee_time_zone
  FROM mentorship m
  JOIN participation mentor ON mentor.id = m.mentor_id JOIN account a ON a.id = mentor.account_id
  JOIN participation mentee ON mentee.id = m.mentee_id JOIN account b ON b.id = mentee.account_id
  LEFT JOIN profile ap ON ap.participation_id = mentor.id
  LEFT JOIN profile bp ON bp.participation_id = mentee.id
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(side, coalesce(answer, 'awaited')) AS answers, min(answer_by) AS answer_by
    FROM mentorship_confirmation WHERE mentorship_id = m.id) c ON true`;

const ALL_SAID_YES = `NOT EXISTS (
  SELECT 1 FROM mentorship_confirmation a WHERE a.mentorship_id = m.id AND a.answer IS DISTINCT FROM 'confirmed')`;

/** Whether an account is of the pair; whoever is not asked sees a proposal once those who are have said yes. */
const seenBy = (account: string): string =>
  `((mentor.account_id = ${account} AND (jsonb_exists(c.answers, 'mentor') OR ${ALL_SAID_YES}))
    OR (mentee.account_id = ${account} AND (jsonb_exists(c.answers, 'mentee') OR ${ALL_SAID_YES})))`;

/** Two participations who are or were together. */
export interface PairOfPeople {
  readonly mentorId: string;
  readonly menteeId: string;
  /** Together at present. */
  readonly live: boolean;
  /** Day on which it ended last, as `YYYY-MM-DD` in UTC. */
  readonly endedOn: string | null;
}

/** Reads mentorships, each as its reader may see it. */
@Injectable()
export class MentorshipQueries {
  constructor(private readonly db: Database) {}

  /** The actor's own mentorships in the program, newest first. */
  async listMine(actor: ProgramActor, page: PageRequest): Promise<Page<MentorshipView>> {
    return this.list(actor.programId, page, readerOf(actor), `AND ${seenBy('$4::uuid')}`, [actor.accountId]);
  }

  /** All mentorships of the program, newest first; for admins. */
  async listForProgram(
    actor: ProgramActor,
    filter: MentorshipFilter,
    page: PageRequest,
  ): Promise<Page<MentorshipView>> {
    return this.list(
      actor.programId,
      page,
      readerOf(actor),
      `AND ($4::text IS NULL OR m.state = $4) AND ($5::uuid IS NULL OR m.mentor_id = $5 OR m.mentee_id = $5)
         AND ${inSite(6, 'mentor', 'mentee')}`,
      [filter.state ?? null, filter.participationId ?? null, actor.site ?? null],
    );
  }

  /** One mentorship, for its people and for admins; @throws MentorshipUnknownError also for everybody else */
  async get(id: string, actor: ProgramActor): Promise<MentorshipView> {
    const [row] = await this.db.query<MentorshipViewRow>(
      `${SELECT} WHERE m.id = $1 AND m.program_id = $2 AND ($4 OR ${seenBy('$3::uuid')})`,
      [id, actor.programId, actor.accountId, isAdmin(actor)],
    );
    if (row === undefined) throw new MentorshipUnknownError();
    return toMentorshipView(row, readerOf(actor));
  }

  /** One mentorship for one of its two people, whatever the program; null for everybody else. */
  async findForParty(id: string, accountId: string): Promise<MentorshipView | null> {
    const [row] = await this.db.query<MentorshipViewRow>(
      `${SELECT} WHERE m.id = $1 AND ${seenBy('$2::uuid')}`,
      [id, accountId],
    );
    return row === undefined ? null : toMentorshipView(row, { accountId, admin: false });
  }

  /** Participation of the mentee, or null. */
  async findMentee(id: string): Promise<string | null> {
    const [row] = await this.db.query<{ mentee_id: string }>(
      `SELECT mentee_id FROM mentorship WHERE id = $1`,
      [id],
    );
    return row?.mentee_id ?? null;
  }

  /** How many are in each state, at one site or at all. */
  async counts({ programId, site }: Pick<ProgramActor, 'programId' | 'site'>): Promise<MentorshipCounts> {
    const rows = await this.db.query<{ state: keyof MentorshipCounts; count: number }>(
      `SELECT m.state, count(*)::int AS count FROM mentorship m
       JOIN participation mentor ON mentor.id = m.mentor_id JOIN participation mentee ON mentee.id = m.mentee_id
       WHERE m.program_id = $1 AND ${inSite(2, 'mentor', 'mentee')} GROUP BY m.state`,
      [programId, site ?? null],
    );
    const counts = { proposed: 0, active: 0, paused: 0, completed: 0, ended: 0 };
    for (const { state, count } of rows) counts[state] = count;
    return counts;
  }

  /** Every pair of the program that is or was together; one whose publication was taken back never was. */
  async listPairs(programId: string): Promise<readonly PairOfPeople[]> {
    return this.db.query(
      `SELECT mentor_id AS "mentorId", mentee_id AS "menteeId", bool_or(state IN ('proposed', 'active', 'paused')) AS live,
         max(ended_at AT TIME ZONE 'UTC')::date::text AS "endedOn"
       FROM mentorship WHERE program_id = $1 AND NOT (source = 'run' AND end_reason IS NOT DISTINCT FROM 'withdrawn')
       GROUP BY mentor_id, mentee_id ORDER BY mentor_id, mentee_id`,
      [programId],
    );
  }

  private async list(
    programId: string,
    page: PageRequest,
    reader: Reader,
    where: string,
    more: readonly unknown[],
  ): Promise<Page<MentorshipView>> {
    const after = decodeCursor(page.cursor, ['id'])?.[0] ?? null;
    const rows = await this.db.query<MentorshipViewRow>(
      `${SELECT} WHERE m.program_id = $1 AND ($2::uuid IS NULL OR m.id < $2::uuid) ${where} ORDER BY m.id DESC LIMIT $3`,
      [programId, after, page.limit + 1, ...more],
    );
    const cut = toPage(rows, page.limit, (row) => encodeCursor([row.id]));
    return { items: cut.items.map((row) => toMentorshipView(row, reader)), nextCursor: cut.nextCursor };
  }
}

function readerOf(actor: ProgramActor): Reader {
  return { accountId: actor.accountId, admin: isAdmin(actor) };
}
