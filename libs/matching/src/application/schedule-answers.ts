import { addWorkingDays } from '#availability';
import { Database } from '#database';
import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import { calendarOf, ProgramQueries } from '#programs';
import { Injectable } from '@nestjs/common';
import type { LockedRun } from '../persistence/run.repository.js';
import { LONGEST_HOLD, type TellWhen } from './answer-settings.js';

/** What one publication does otherwise than its round says. */
export interface AnswerChoice {
  readonly tellUnmatched?: TellWhen | undefined;
  readonly holdWorkingDays?: number | undefined;
}

/**
 * Sets when those without a partner are told: people left over at `answers_due_at`, those whose pairs are kept back not
 * before the end of the hold, `hold_until`. The event only rings: what is due is read when it does.
 */
@Injectable()
export class ScheduleAnswers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly programs: ProgramQueries,
  ) {}

  /** At the first publication of a run, in its transaction; further parts keep the dates. */
  async begin({ id, cohort, publishedAt }: LockedRun, choice: AnswerChoice): Promise<void> {
    if (publishedAt !== null) return;
    const now = this.clock.now();
    const days = choice.holdWorkingDays ?? cohort.holdWorkingDays;
    const holdUntil = await this.endOfHold(cohort.programId, now, days);
    const dueAt = (choice.tellUnmatched ?? cohort.tellUnmatched) === 'now' ? now : holdUntil;
    await this.set(id, cohort.programId, { dueAt, holdUntil });
  }

  /** The last moment to which an admin may move it. */
  async limit(programId: string, publishedAt: Date): Promise<Date> {
    return this.endOfHold(programId, publishedAt, LONGEST_HOLD);
  }

  /** Writes the dates and lets the bell ring at each; one that is set already rings once. */
  async set(
    runId: string,
    programId: string,
    { dueAt, holdUntil }: { readonly dueAt: Date; readonly holdUntil: Date },
  ): Promise<void> {
    await this.db.query(`UPDATE match_run SET answers_due_at = $2, hold_until = $3 WHERE id = $1`, [
      runId,
      dueAt,
      holdUntil,
    ]);
    await this.outbox.append(
      ...[dueAt, holdUntil].map((at) => ({
        type: 'match-run.answers-due.v1' as const,
        payload: { runId },
        programId,
        subjectId: runId,
        dedupeKey: `match-run.answers-due:${runId}:${at.toISOString()}`,
        dueAt: at,
      })),
    );
  }

  private async endOfHold(programId: string, from: Date, days: number): Promise<Date> {
    const calendar = calendarOf(await this.programs.getById(programId));
    return new Date(addWorkingDays(from.getTime(), days, calendar, 'same-time'));
  }
}
