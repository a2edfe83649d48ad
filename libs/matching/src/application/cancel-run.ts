import { Database } from '#database';
import { Clock } from '#kernel';
import { matchRunMachine } from '#lifecycle';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { RunOverError, RunUnknownError } from '../matching.errors.js';

/** Asks for the end of a run. One that nobody has begun ends at once, one under way within a second. */
@Injectable()
export class CancelRun {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** Cancelling again changes nothing. @throws RunUnknownError, RunOverError */
  async execute({ runId }: { readonly runId: string }, actor: ProgramActor): Promise<void> {
    await this.db.transaction(async () => {
      const [run] = await this.db.query<{ state: string }>(
        `SELECT state FROM match_run WHERE id = $1 AND program_id = $2 FOR NO KEY UPDATE`,
        [runId, actor.programId],
      );
      if (run === undefined) throw new RunUnknownError();
      if (run.state === 'cancelled') return;
      if (!matchRunMachine.can(matchRunMachine.stateOf(run.state), 'cancel'))
        throw new RunOverError(run.state);
      await this.db.query(
        `UPDATE match_run SET version = version + 1, cancel_requested_at = coalesce(cancel_requested_at, $2),
           cancel_requested_by = coalesce(cancel_requested_by, $3),
           state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END,
           stage = CASE WHEN state = 'queued' THEN 'cancelled' ELSE stage END,
           finished_at = CASE WHEN state = 'queued' THEN $2 ELSE finished_at END
         WHERE id = $1`,
        [runId, this.clock.now(), actor.accountId],
      );
      await this.audit.record(actor, { action: 'run.cancelled', subjectId: runId });
    });
  }
}
