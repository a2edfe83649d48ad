import { Database } from '#database';
import { decodeCursor, encodeCursor, NotAllowedError, NotFoundError } from '#http';
import { Clock, type Page, type PageRequest, toPage } from '#kernel';
import { isAdmin, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { toSessionView } from '../persistence/session.mapper.js';
import type { SessionViewRow } from '../persistence/session.rows.js';
import { SessionUnknownError } from '../sessions.errors.js';
import type { SessionView } from './session.view.js';

/** Which sessions of a list: those still to come, those that are over, or all. */
export type SessionSpan = 'upcoming' | 'past' | 'all';

const SELECT = `SELECT s.id, s.mentorship_id, s.state, s.starts_at, s.ends_at, s.time_zone, s.location, s.sequence,
    s.booked_by, s.cancelled_by, s.cancelled_at, s.cancelled_late, s.cancel_reason, s.version,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('participationId', p.id, 'accountId', a.id, 'role', p.role, 'name', a.name,
       'timeZone', coalesce(f.time_zone, a.time_zone)) ORDER BY p.role DESC, p.id), '[]')
     FROM session_attendee t JOIN participation p ON p.id = t.participation_id JOIN account a ON a.id = t.account_id
     LEFT JOIN profile f ON f.participation_id = p.id WHERE t.session_id = s.id) AS attendees
  FROM session s`;

/** Reads sessions, each as its reader may see it. */
@Injectable()
export class SessionQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** One session; @throws SessionUnknownError, NotAllowedError for people whom it does not concern */
  async get(id: string, actor: ProgramActor): Promise<SessionView> {
    const [row] = await this.db.query<SessionViewRow>(`${SELECT} WHERE s.id = $1 AND s.program_id = $2`, [
      id,
      actor.programId,
    ]);
    if (row === undefined) throw new SessionUnknownError();
    const view = toSessionView(row, actor.accountId);
    if (view.you === null && !isAdmin(actor))
      throw new NotAllowedError('This session is between other people.');
    return view;
  }

  /**
   * The sessions of a mentorship, by time.
   *
   * @throws NotFoundError when the program has no such mentorship, NotAllowedError for people whom it does not concern
   */
  async listForMentorship(
    mentorshipId: string,
    span: SessionSpan,
    actor: ProgramActor,
    page: PageRequest,
  ): Promise<Page<SessionView>> {
    const accounts = await this.db.query<{ account_id: string }>(
      `SELECT p.account_id FROM mentorship m JOIN participation p ON p.id IN (m.mentor_id, m.mentee_id)
       WHERE m.id = $1 AND m.program_id = $2`,
      [mentorshipId, actor.programId],
    );
    if (accounts.length === 0) throw new NotFoundError('This mentorship');
    if (!isAdmin(actor) && !accounts.some(({ account_id }) => account_id === actor.accountId))
      throw new NotAllowedError('This mentorship is between other people.');
    return this.list(`s.mentorship_id = $5`, mentorshipId, span, actor, page);
  }

  /** The sessions in which the actor takes part in this program, by time. */
  async listMine(span: SessionSpan, actor: ProgramActor, page: PageRequest): Promise<Page<SessionView>> {
    return this.list(
      `EXISTS (SELECT 1 FROM session_attendee t WHERE t.session_id = s.id AND t.account_id = $5)`,
      actor.accountId,
      span,
      actor,
      page,
    );
  }

  private async list(
    where: string,
    whose: string,
    span: SessionSpan,
    actor: ProgramActor,
    page: PageRequest,
  ): Promise<Page<SessionView>> {
    const after = placeIn(page.cursor);
    const spans = {
      all: `$6::timestamptz IS NOT NULL`,
      upcoming: `s.ends_at > $6 AND s.state IN ('proposed', 'countered', 'scheduled')`,
      past: `(s.ends_at <= $6 OR s.state NOT IN ('proposed', 'countered', 'scheduled'))`,
    };
    const rows = await this.db.query<SessionViewRow>(
      `${SELECT} WHERE s.program_id = $1 AND ($2::timestamptz IS NULL OR (s.starts_at, s.id) > ($2::timestamptz, $3::uuid))
         AND ${where} AND ${spans[span]} ORDER BY s.starts_at, s.id LIMIT $4`,
      [actor.programId, after?.startsAt ?? null, after?.id ?? null, page.limit + 1, whose, this.clock.now()],
    );
    const cut = toPage(rows, page.limit, (row) => encodeCursor([row.starts_at.toISOString(), row.id]));
    return {
      items: cut.items.map((row) => toSessionView(row, actor.accountId)),
      nextCursor: cut.nextCursor,
    };
  }
}

/** The last session of the page before; @throws InvalidInputError for a cursor that is not ours */
function placeIn(cursor: string | null): { startsAt: Date; id: string } | null {
  const parts = decodeCursor(cursor, ['instant', 'id']);
  return parts === null ? null : { startsAt: new Date(parts[0]), id: parts[1] };
}
