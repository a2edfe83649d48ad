import { Database } from '#database';
import { Clock } from '#kernel';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { FillPlaces } from './fill-places.js';
import { PlanEnrolment } from './plan-enrolment.js';

/** What an admin may do with a round by hand. */
export type CohortMove = 'open' | 'close' | 'reopen' | 'cancel';

const ACTIONS = {
  open: 'cohort.opened',
  close: 'cohort.closed',
  reopen: 'cohort.reopened',
  cancel: 'cohort.cancelled',
} as const;

/** Opens, closes, reopens or cancels a round. */
@Injectable()
export class MoveCohort {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cohorts: CohortRepository,
    private readonly plan: PlanEnrolment,
    private readonly fillPlaces: FillPlaces,
    private readonly audit: AuditLog,
  ) {}

  /** @throws CohortUnknownError, CohortStateError */
  async execute(
    { cohortId, move }: { readonly cohortId: string; readonly move: CohortMove },
    actor: ProgramActor,
  ): Promise<void> {
    await this.db.transaction(async () => {
      const row = await this.cohorts.lock(cohortId, actor.programId);
      await this.cohorts.move(row, move);
      await this.audit.record(actor, { action: ACTIONS[move], subjectId: row.id });
      if (move === 'open' || move === 'reopen') {
        row.state = 'open';
        await this.plan.announce(row);
        await this.fillPlaces.asFarAsPossible(row);
      }
      if (move !== 'cancel') return;
      // A run under way would compute for nobody.
      await this.db.query(
        `UPDATE match_run SET cancel_requested_at = coalesce(cancel_requested_at, $2)
         WHERE cohort_id = $1 AND state IN ('queued', 'running')`,
        [row.id, this.clock.now()],
      );
    });
  }
}
