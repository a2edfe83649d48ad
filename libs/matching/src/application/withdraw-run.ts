import { Database } from '#database';
import { Clock } from '#kernel';
import { WithdrawMentorships } from '#mentorships';
import { AuditLog, type ProgramActor, ProgramQueries } from '#programs';
import { Injectable } from '@nestjs/common';
import { RunNotPublishedError, WithdrawTooLateError } from '../matching.errors.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { RematchNotWithdrawableError } from '../rematch.errors.js';
import { type LockedRun, RunRepository } from '../persistence/run.repository.js';
import { RecallAnswers } from './recall-answers.js';
import { RoundsWaited } from './rounds-waited.js';

const HOUR_MS = 3_600_000;

/** A publication to take back. */
export interface WithdrawRunInput {
  readonly runId: string;
  /** What those concerned read of why; null to say nothing. */
  readonly reason: string | null;
}

/**
 * Takes a publication back within the program's grace time: its mentorships end, those who heard of them are told, and
 * the round can be matched and published anew. Waiting counts as if nothing had been published.
 */
@Injectable()
export class WithdrawRun {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cohorts: CohortRepository,
    private readonly runs: RunRepository,
    private readonly roundsWaited: RoundsWaited,
    private readonly programs: ProgramQueries,
    private readonly withdrawMentorships: WithdrawMentorships,
    private readonly recallAnswers: RecallAnswers,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Withdrawing again changes nothing.
   *
   * @throws RunUnknownError, RunNotPublishedError, WithdrawTooLateError, RematchNotWithdrawableError, CohortStateError
   */
  async execute({ runId, reason }: WithdrawRunInput, actor: ProgramActor): Promise<void> {
    const { programId } = actor;
    await this.db.transaction(async () => {
      const run = await this.runs.lockWithCohort(runId, programId);
      if (run.withdrawnAt !== null) return;
      if (run.publishedAt === null) throw new RunNotPublishedError();
      await this.refuseRematched(run);
      const { withdrawWithinHours } = (await this.programs.getById(programId)).settings;
      const now = this.clock.now();
      if (now.getTime() - run.publishedAt.getTime() > withdrawWithinHours * HOUR_MS)
        throw new WithdrawTooLateError(withdrawWithinHours);
      await this.cohorts.move(run.cohort, 'withdraw');
      await this.db.query(
        `UPDATE match_run SET withdrawn_at = $2, withdrawn_by = $3, withdraw_reason = $4, version = version + 1
         WHERE id = $1`,
        [runId, now, actor.accountId, reason],
      );
      await this.withdrawMentorships.execute({ runId }, actor);
      await this.recallAnswers.execute(runId, programId);
      await this.roundsWaited.restore(run.cohort.id, programId);
      await this.audit.record(actor, { action: 'run.withdrawn', subjectId: runId });
    });
  }

  /** What a re-match ended would not come back. */
  private async refuseRematched({ kind, cohort }: LockedRun): Promise<void> {
    const rematches = await this.db.query(
      `SELECT 1 FROM match_run WHERE cohort_id = $1 AND kind = 'rematch' AND published_at IS NOT NULL LIMIT 1`,
      [cohort.id],
    );
    if (kind === 'rematch' || rematches.length > 0) throw new RematchNotWithdrawableError();
  }
}
