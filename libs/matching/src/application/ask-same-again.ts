import { Database } from '#database';
import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { NoEarlierCohortError, SameAgainClosedError } from '../same-again.errors.js';

/** States in which people of an earlier round may be asked, and may answer. */
export const ASKING_STATES: readonly string[] = ['draft', 'open'];

/** Asks those who took part in the earlier round whether they take part again; each once, however often it is called. */
@Injectable()
export class AskSameAgain {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly cohorts: CohortRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws CohortUnknownError, NoEarlierCohortError, SameAgainClosedError */
  async execute({ cohortId }: { readonly cohortId: string }, actor: ProgramActor): Promise<void> {
    const { programId, accountId } = actor;
    await this.db.transaction(async () => {
      const cohort = await this.cohorts.lock(cohortId, programId);
      if (cohort.sourceCohortId === null) throw new NoEarlierCohortError();
      if (!ASKING_STATES.includes(cohort.state)) throw new SameAgainClosedError(cohort.state);
      const [written] = await this.db.query<{ count: number }>(
        `WITH asked AS (
           INSERT INTO same_again (cohort_id, participation_id, asked_by, asked_at)
           SELECT $1, p.id, $3, $4
           FROM cohort_member before
           JOIN participation p ON p.id = before.participation_id
           JOIN program g ON g.id = p.program_id
           WHERE before.cohort_id = $2 AND p.state IN ('approved', 'active')
             AND (p.privacy_confirmed_at IS NOT NULL
               OR coalesce((g.settings->>'organisationInformsPeople')::boolean, false))
             AND NOT EXISTS (SELECT 1 FROM cohort_member now
               WHERE now.cohort_id = $1 AND now.participation_id = p.id)
           ON CONFLICT DO NOTHING RETURNING 1)
         SELECT count(*)::int AS count FROM asked`,
        [cohort.id, cohort.sourceCohortId, accountId, this.clock.now()],
      );
      if (written?.count === 0) return;
      await this.outbox.append({
        type: 'cohort.same-again-asked.v1',
        payload: { cohortId },
        programId,
        subjectId: cohortId,
      });
      await this.audit.record(actor, { action: 'cohort.same-again-asked', subjectId: cohortId });
    });
  }
}
