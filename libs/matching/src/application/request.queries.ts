import { Database } from '#database';
import { decodeCursor, encodeCursor } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import { inSite, isAdmin, ownParticipation, type ProgramActor, ProgramQueries } from '#programs';
import { Injectable } from '@nestjs/common';
import { toRequestView } from '../persistence/request.mapper.js';
import { RequestRepository } from '../persistence/request.repository.js';
import type { RequestViewRow } from '../persistence/request.rows.js';
import { RequestUnknownError } from '../requests.errors.js';
import { menteeOf } from './request-mentee.js';
import type { MyRequests, ReceivedRequests, RequestView } from './request.view.js';

const SELECT = `SELECT r.id, r.program_id, r.state, r.rank, r.note, r.question, r.asked_at, r.answer, r.answered_at,
    r.decision_reason, r.pending_at, r.answer_by, r.closed_at, r.created_at, r.mentorship_id, r.version,
    r.mentor_id, mentor.account_id AS mentor_account_id, a.name AS mentor_name, ap.headline AS mentor_headline,
    coalesce(ap.time_zone, a.time_zone) AS mentor_time_zone,
    r.mentee_id, mentee.account_id AS mentee_account_id, b.name AS mentee_name, bp.headline AS mentee_headline,
    bp.goal_statement AS mentee_goal_statement, coalesce(bp.time_zone, b.time_zone) AS mentee_time_zone
  FROM request r
  JOIN participation mentor ON mentor.id = r.mentor_id JOIN account a ON a.id = mentor.account_id
  JOIN participation mentee ON mentee.id = r.mentee_id JOIN account b ON b.id = mentee.account_id
  LEFT JOIN profile ap ON ap.participation_id = mentor.id
  LEFT JOIN profile bp ON bp.participation_id = mentee.id`;

/** The order in which a mentee reads: what is under way by rank, then drafts, then what is over, newest first. */
const MINE = `CASE WHEN r.state IN ('queued', 'awaiting_admin', 'pending') THEN 0 WHEN r.state = 'draft' THEN 1 ELSE 2 END,
  CASE WHEN r.closed_at IS NULL THEN r.rank END, r.closed_at DESC, r.id`;

/** Longest list of somebody's own requests. */
const OWN_MAX = 200;

/** Reads requests, each as its reader may see it. */
@Injectable()
export class RequestQueries {
  constructor(
    private readonly db: Database,
    private readonly programs: ProgramQueries,
    private readonly requests: RequestRepository,
  ) {}

  /** The actor's own choices as a mentee. */
  async listMine(actor: ProgramActor): Promise<MyRequests> {
    const rows = await this.db.query<RequestViewRow>(
      `${SELECT} WHERE r.mentee_id = $1 ORDER BY ${MINE} LIMIT ${OWN_MAX}`,
      [menteeOf(actor)],
    );
    const { settings } = await this.programs.getById(actor.programId);
    return {
      items: rows.map((row) => toRequestView(row, actor.accountId)),
      rankedChoices: settings.rankedChoices,
      pendingAtOnce: settings.requestsPendingPerMentee,
    };
  }

  /** What the actor was asked as a mentor: what waits first, the most urgent on top, then what is over. */
  async listReceived(actor: ProgramActor): Promise<ReceivedRequests> {
    const mentorId = ownParticipation(actor, 'mentor')?.id ?? null;
    if (mentorId === null) return { items: [], freePlaces: 0 };
    const rows = await this.db.query<RequestViewRow>(
      `${SELECT} WHERE r.mentor_id = $1 AND r.pending_at IS NOT NULL
       ORDER BY r.closed_at DESC NULLS FIRST, r.answer_by, r.id LIMIT ${OWN_MAX}`,
      [mentorId],
    );
    const self = (await this.requests.people(actor.programId, [mentorId])).get(mentorId);
    return {
      items: rows.map((row) => toRequestView(row, actor.accountId)),
      freePlaces: Math.max(0, self?.free_places ?? 0),
    };
  }

  /** All requests of the program that were handed in, newest first: states, names and dates; for admins. */
  async listForProgram(
    actor: ProgramActor,
    filter: { readonly state?: string | undefined; readonly participationId?: string | undefined },
    page: PageRequest,
  ): Promise<Page<RequestView>> {
    const after = decodeCursor(page.cursor, ['id'])?.[0] ?? null;
    const rows = await this.db.query<RequestViewRow>(
      `${SELECT} WHERE r.program_id = $1 AND r.state <> 'draft' AND (r.state <> 'withdrawn' OR r.pending_at IS NOT NULL)
         AND ($2::text IS NULL OR r.state = $2)
         AND ($3::uuid IS NULL OR r.mentor_id = $3 OR r.mentee_id = $3)
         AND ($4::text IS NULL OR r.id::text < $4) AND ${inSite(6, 'mentor', 'mentee')}
       ORDER BY r.id DESC LIMIT $5`,
      [
        actor.programId,
        filter.state ?? null,
        filter.participationId ?? null,
        after,
        page.limit + 1,
        actor.site ?? null,
      ],
    );
    // An admin reads as an admin here, also their own.
    const views = rows.map((row) => toRequestView(row, ''));
    return toPage(views, page.limit, (last) => encodeCursor([last.id]));
  }

  /** One request; @throws RequestUnknownError for whoever has nothing to do with it */
  async get(id: string, actor: ProgramActor): Promise<RequestView> {
    const view = await this.find(id, actor.accountId);
    const hidden = view?.you === null && (!isAdmin(actor) || view.state === 'draft');
    if (view === null || view.programId !== actor.programId || hidden) throw new RequestUnknownError();
    return view;
  }

  /** The same for one of its two people, without naming the program; @throws RequestUnknownError */
  async getOwn(id: string, accountId: string): Promise<RequestView> {
    const view = await this.find(id, accountId);
    if (view === null || view.you === null) throw new RequestUnknownError();
    return view;
  }

  private async find(id: string, accountId: string): Promise<RequestView | null> {
    const [row] = await this.db.query<RequestViewRow>(`${SELECT} WHERE r.id = $1`, [id]);
    if (row === undefined) return null;
    const view = toRequestView(row, accountId);
    // What never reached a mentor is the mentee's own business.
    return view.you === 'mentor' && view.pendingAt === null ? null : view;
  }
}
