import { Database } from '#database';
import { decodeCursor, encodeCursor } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import type { MailingState } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { MailingUnknownError } from '../notifications.errors.js';
import type { MailingCount, MailingView } from './mailing.view.js';
import type { MailingStep } from './mailing-text.js';
import type { Segment } from './segment.js';

interface MailingRow {
  id: string;
  name: string;
  segment: Segment;
  steps: MailingStep[];
  state: string;
  send_at: Date | null;
  created_at: Date;
  finished_at: Date | null;
  version: number;
  counts: MailingCount[];
}

const ROWS = `SELECT m.id, m.name, m.segment, m.steps, m.state, m.send_at, m.created_at, m.finished_at, m.version,
    coalesce((SELECT jsonb_agg(c ORDER BY c.step, c.state) FROM (
      SELECT (d.subject->>'step')::int AS step, d.state, count(*)::int AS count
      FROM delivery d WHERE d.mailing_id = m.id GROUP BY 1, 2) c), '[]') AS counts
  FROM mailing m`;

/** Reads the mailings of a program. */
@Injectable()
export class MailingQueries {
  constructor(private readonly db: Database) {}

  /** Newest first. @throws InvalidInputError for a cursor that is not ours */
  async list(programId: string, page: PageRequest): Promise<Page<MailingView>> {
    const [after] = decodeCursor(page.cursor, ['id']) ?? [null];
    const rows = await this.db.query<MailingRow>(
      `${ROWS} WHERE m.program_id = $1 AND ($2::uuid IS NULL OR m.id < $2) ORDER BY m.id DESC LIMIT $3`,
      [programId, after, page.limit + 1],
    );
    return toPage(rows.map(toView), page.limit, (view) => encodeCursor([view.id]));
  }

  /** @throws MailingUnknownError */
  async get(programId: string, mailingId: string): Promise<MailingView> {
    const [row] = await this.db.query<MailingRow>(`${ROWS} WHERE m.program_id = $1 AND m.id = $2`, [
      programId,
      mailingId,
    ]);
    if (row === undefined) throw new MailingUnknownError();
    return toView(row);
  }
}

function toView({ send_at, created_at, finished_at, state, ...row }: MailingRow): MailingView {
  return {
    ...row,
    state: state as MailingState,
    sendAt: send_at,
    createdAt: created_at,
    finishedAt: finished_at,
  };
}
