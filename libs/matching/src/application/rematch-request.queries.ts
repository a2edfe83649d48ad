import { Database } from '#database';
import { decodeCursor, encodeCursor } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import { MentorshipUnknownError } from '#mentorships';
import { isAdmin, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { RematchRequestUnknownError } from '../rematch.errors.js';
import type { RematchRequestView, RematchState } from './rematch-request.view.js';

interface RematchRow {
  id: string;
  mentorship_id: string;
  side: 'mentee' | 'mentor';
  mentee_id: string;
  mentee_name: string;
  mentor_id: string;
  mentor_name: string;
  state: RematchState;
  note: string | null;
  answer: string | null;
  answered_at: Date | null;
  created_at: Date;
}

/** A request that nobody answered before its mentorship was over needs no answer any more. */
const STATE = `CASE WHEN q.state = 'open' AND m.state NOT IN ('proposed', 'active', 'paused') THEN 'overtaken' ELSE q.state END`;

const SELECT = `SELECT q.id, q.mentorship_id, CASE WHEN q.asked_by = m.mentor_id THEN 'mentor' ELSE 'mentee' END AS side,
    m.mentee_id, a.name AS mentee_name, m.mentor_id, b.name AS mentor_name, ${STATE} AS state, q.note, q.answer,
    q.answered_at, q.created_at
  FROM rematch_request q
  JOIN mentorship m ON m.id = q.mentorship_id
  JOIN participation asker ON asker.id = q.asked_by
  JOIN participation e ON e.id = m.mentee_id JOIN account a ON a.id = e.account_id
  JOIN participation o ON o.id = m.mentor_id JOIN account b ON b.id = o.account_id`;

/** Reads requests for other partners: each person their own, admins all; never the partner's. */
@Injectable()
export class RematchRequestQueries {
  constructor(private readonly db: Database) {}

  /** @throws RematchRequestUnknownError */
  async get(id: string, actor: ProgramActor): Promise<RematchRequestView> {
    const [row] = await this.db.query<RematchRow>(
      `${SELECT} WHERE q.id = $1 AND q.program_id = $2 AND ($3 OR asker.account_id = $4)`,
      [id, actor.programId, isAdmin(actor), actor.accountId],
    );
    if (row === undefined) throw new RematchRequestUnknownError();
    return toView(row);
  }

  /** Those about one mentorship that the reader may know of, newest first. @throws MentorshipUnknownError */
  async listOfMentorship(
    mentorshipId: string,
    actor: ProgramActor,
    page: PageRequest,
  ): Promise<Page<RematchRequestView>> {
    const after = decodeCursor(page.cursor, ['id'])?.[0] ?? null;
    const who = [mentorshipId, actor.programId, isAdmin(actor), actor.accountId];
    const known = await this.db.query(
      `SELECT 1 FROM mentorship m JOIN participation p ON p.id IN (m.mentor_id, m.mentee_id)
       WHERE m.id = $1 AND m.program_id = $2 AND ($3 OR p.account_id = $4)`,
      who,
    );
    if (known.length === 0) throw new MentorshipUnknownError();
    const rows = await this.db.query<RematchRow>(
      `${SELECT} WHERE q.mentorship_id = $1 AND q.program_id = $2 AND ($3 OR asker.account_id = $4)
         AND ($5::uuid IS NULL OR q.id < $5::uuid) ORDER BY q.id DESC LIMIT $6`,
      [...who, after, page.limit + 1],
    );
    return pageOf(rows, page);
  }

  /** All of a program, newest first; for admins. */
  async list(
    programId: string,
    state: RematchState | null,
    page: PageRequest,
  ): Promise<Page<RematchRequestView>> {
    const after = decodeCursor(page.cursor, ['id'])?.[0] ?? null;
    const rows = await this.db.query<RematchRow>(
      `${SELECT} WHERE q.program_id = $1 AND ($2::text IS NULL OR ${STATE} = $2)
         AND ($3::uuid IS NULL OR q.id < $3::uuid) ORDER BY q.id DESC LIMIT $4`,
      [programId, state, after, page.limit + 1],
    );
    return pageOf(rows, page);
  }
}

function pageOf(rows: readonly RematchRow[], page: PageRequest): Page<RematchRequestView> {
  const cut = toPage(rows, page.limit, ({ id }) => encodeCursor([id]));
  return { items: cut.items.map(toView), nextCursor: cut.nextCursor };
}

function toView(row: RematchRow): RematchRequestView {
  return {
    id: row.id,
    mentorshipId: row.mentorship_id,
    askedBy: row.side,
    mentee: { participationId: row.mentee_id, name: row.mentee_name },
    mentor: { participationId: row.mentor_id, name: row.mentor_name },
    state: row.state,
    note: row.note,
    answer: row.answer,
    answeredAt: row.answered_at,
    createdAt: row.created_at,
  };
}
