import { Database } from '#database';
import { decodeCursor, encodeCursor } from '#http';
import { Clock, type Page, type PageRequest, toPage } from '#kernel';
import { Injectable } from '@nestjs/common';
import { AnswerUnknownError, RunUnknownError } from '../matching.errors.js';
import { type AnswerRow, factsOfAnswer, readAnswers } from '../persistence/answer.rows.js';
import type { AnswerPlan, AnswerView } from './answer.view.js';

interface PlanRow {
  published_at: Date | null;
  withdrawn_at: Date | null;
  answers_due_at: Date | null;
  hold_until: Date | null;
  version: number;
}

/** Reads who is told that they have no partner, when, and what; for admins. */
@Injectable()
export class AnswerQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** When the answers of a run are due. @throws RunUnknownError */
  async getPlan(runId: string, programId: string): Promise<AnswerPlan> {
    const row = await this.planOf(runId, programId);
    return { tellAt: row.answers_due_at, holdUntil: row.hold_until, version: row.version };
  }

  /** Mentees first. Of a run that is not published: whoever would be left over. @throws RunUnknownError */
  async list(
    runId: string,
    programId: string,
    page: PageRequest,
    role: 'mentor' | 'mentee' | null = null,
  ): Promise<Page<AnswerView>> {
    const cursor = decodeCursor(page.cursor, ['text', 'id']) ?? null;
    const plan = await this.planOf(runId, programId);
    const after = cursor === null ? null : ([cursor[0], cursor[1]] as const);
    const rows = await readAnswers(this.db, runId, { role, after, limit: page.limit + 1 });
    const cut = toPage(rows, page.limit, (row) => encodeCursor([row.role, row.id]));
    return { items: cut.items.map((row) => this.viewOf(row, plan)), nextCursor: cut.nextCursor };
  }

  /** The answer to one person. @throws RunUnknownError, AnswerUnknownError */
  async get(
    runId: string,
    participationId: string,
    programId: string,
  ): Promise<AnswerView & { readonly accountId: string }> {
    const plan = await this.planOf(runId, programId);
    const [row] = await readAnswers(this.db, runId, { participationId });
    if (row === undefined) throw new AnswerUnknownError();
    return { ...this.viewOf(row, plan), accountId: row.account_id };
  }

  private async planOf(runId: string, programId: string): Promise<PlanRow> {
    const [row] = await this.db.query<PlanRow>(
      `SELECT published_at, withdrawn_at, answers_due_at, hold_until, version FROM match_run
       WHERE id = $1 AND program_id = $2`,
      [runId, programId],
    );
    if (row === undefined) throw new RunUnknownError();
    return row;
  }

  private viewOf(row: AnswerRow, plan: PlanRow): AnswerView {
    const about = {
      person: { participationId: row.id, name: row.name },
      role: row.role,
      facts: factsOfAnswer(row),
    };
    if (row.told_at !== null) return { ...about, state: 'told', at: row.told_at };
    const { published_at: publishedAt, answers_due_at: dueAt, hold_until: holdUntil } = plan;
    if (publishedAt === null) return { ...about, state: 'not-published', at: null };
    if (row.pair === 'open') return { ...about, state: 'kept-back', at: holdUntil };
    // Somebody whose pair fell away after the others were told hears at the end of the hold.
    const late = row.pair === 'gone' && dueAt !== null && dueAt <= this.clock.now();
    return { ...about, state: 'waiting', at: late ? holdUntil : dueAt };
  }
}
