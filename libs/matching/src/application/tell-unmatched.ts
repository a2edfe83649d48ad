import { Database } from '#database';
import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import { RunUnknownError } from '../matching.errors.js';
import { type AnswerRow, factsOfAnswer, readAnswers } from '../persistence/answer.rows.js';
import { type LockedRun, RunRepository } from '../persistence/run.repository.js';

/** Whose answers are due. */
export interface TellUnmatchedInput {
  readonly runId: string;
  readonly programId: string;
  /** The time for which the bell was set: this clock may be a little behind the bell's. */
  readonly dueAt: Date;
}

/** Answers those who are still without a partner, each once for a publication; a worker does it. */
@Injectable()
export class TellUnmatched {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly runs: RunRepository,
  ) {}

  /**
   * Does nothing where the publication was taken back, or the date was moved since the bell was set.
   *
   * @returns how many were told
   */
  async execute({ runId, programId, dueAt }: TellUnmatchedInput): Promise<number> {
    return this.db.transaction(async () => {
      const run = await this.lock(runId, programId);
      if (run?.answersDueAt == null || run.holdUntil === null || run.withdrawnAt !== null) return 0;
      const now = Math.max(this.clock.now().getTime(), dueAt.getTime());
      if (run.answersDueAt.getTime() > now) return 0;
      const held = run.holdUntil.getTime() > now;
      const rows = await readAnswers(this.db, runId);
      return this.tell(
        run,
        rows.filter(({ told_at, pair }) => told_at === null && !(held && pair === 'open')),
      );
    });
  }

  private async lock(runId: string, programId: string): Promise<LockedRun | null> {
    try {
      return await this.runs.lockWithCohort(runId, programId);
    } catch (error) {
      if (error instanceof RunUnknownError) return null;
      throw error;
    }
  }

  private async tell({ id: runId, cohort }: LockedRun, rows: readonly AnswerRow[]): Promise<number> {
    const { programId } = cohort;
    const answers = rows.map((row) => ({ id: row.id, role: row.role, facts: factsOfAnswer(row) }));
    const told = await this.db.query<{ participation_id: string }>(
      `INSERT INTO match_answer (run_id, participation_id, role, facts, told_at)
       SELECT $1, id, role, facts, $3 FROM jsonb_to_recordset($2::jsonb) AS a(id uuid, role text, facts jsonb)
       ON CONFLICT DO NOTHING RETURNING participation_id`,
      [runId, JSON.stringify(answers), this.clock.now()],
    );
    await this.outbox.append(
      ...told.map(({ participation_id: participationId }) => ({
        type: 'match-answer.given.v1' as const,
        payload: { runId, participationId },
        programId,
        subjectId: participationId,
        dedupeKey: `match-answer.given:${runId}:${participationId}`,
      })),
    );
    return told.length;
  }
}
