import { Database } from '#database';
import { VersionConflictError } from '#http';
import { Clock } from '#kernel';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { AnswersDateError, RunNotPublishedError, RunWithdrawnError } from '../matching.errors.js';
import { type LockedRun, RunRepository } from '../persistence/run.repository.js';
import { ScheduleAnswers } from './schedule-answers.js';

/** A new end of the hold. */
export interface MoveAnswersInput {
  readonly runId: string;
  /** Version of the run that the editor read. */
  readonly version: number;
  readonly tellAt: Date;
}

/** Lets an admin end the hold of a publication earlier, or move its end within the limit. */
@Injectable()
export class MoveAnswers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly runs: RunRepository,
    private readonly schedule: ScheduleAnswers,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Tells those left over now. Whoever has a pair that is kept back stays until the end of the hold. Again changes nothing.
   *
   * @throws RunUnknownError, RunNotPublishedError, RunWithdrawnError
   */
  async tellNow(runId: string, actor: ProgramActor): Promise<void> {
    await this.db.transaction(async () => {
      const { dueAt, holdUntil, programId } = await this.open(runId, actor);
      const now = this.clock.now();
      if (dueAt <= now) return;
      await this.schedule.set(runId, programId, { dueAt: now, holdUntil });
      await this.touch(runId);
      await this.audit.record(actor, { action: 'run.answers-told', subjectId: runId });
    });
  }

  /**
   * Moves the end of the hold; those who were told stay told.
   *
   * @throws RunUnknownError, RunNotPublishedError, RunWithdrawnError, VersionConflictError, AnswersDateError
   */
  async execute({ runId, version, tellAt }: MoveAnswersInput, actor: ProgramActor): Promise<void> {
    await this.db.transaction(async () => {
      const { run, dueAt, programId, publishedAt } = await this.open(runId, actor);
      if (run.version !== version) throw new VersionConflictError();
      const now = this.clock.now();
      const limit = await this.schedule.limit(programId, publishedAt);
      if (tellAt < now || tellAt > limit) throw new AnswersDateError(limit);
      await this.schedule.set(runId, programId, { dueAt: dueAt <= now ? dueAt : tellAt, holdUntil: tellAt });
      await this.touch(runId);
      await this.audit.record(actor, { action: 'run.answers-moved', subjectId: runId });
    });
  }

  private async open(
    runId: string,
    { programId }: ProgramActor,
  ): Promise<{ run: LockedRun; programId: string; publishedAt: Date; dueAt: Date; holdUntil: Date }> {
    const run = await this.runs.lockWithCohort(runId, programId);
    if (run.withdrawnAt !== null) throw new RunWithdrawnError();
    const { publishedAt, answersDueAt, holdUntil } = run;
    if (publishedAt === null || answersDueAt === null || holdUntil === null) throw new RunNotPublishedError();
    return { run, programId, publishedAt, dueAt: answersDueAt, holdUntil };
  }

  private async touch(runId: string): Promise<void> {
    await this.db.query(`UPDATE match_run SET version = version + 1 WHERE id = $1`, [runId]);
  }
}
