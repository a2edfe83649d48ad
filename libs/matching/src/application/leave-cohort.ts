import { Database } from '#database';
import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import { TooLateToLeaveError } from '../enrolment.errors.js';
import { CohortRepository, EDITABLE_STATES } from '../persistence/cohort.repository.js';
import type { OwnPlace } from './enrolment.view.js';
import { FillPlaces } from './fill-places.js';
import { RemoveMember } from './remove-member.js';

/** Whoever skips was in the round and keeps their place in line; else that goes by whether enrolment is over. */
export interface LeaveCohortInput extends OwnPlace {
  readonly skip?: boolean;
}

/** Takes somebody out of a round by their own word, or notes that they do not take part, until it is published. */
@Injectable()
export class LeaveCohort {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cohorts: CohortRepository,
    private readonly removeMember: RemoveMember,
    private readonly fillPlaces: FillPlaces,
  ) {}

  /** Leaving again changes nothing. @throws CohortUnknownError, TooLateToLeaveError */
  async execute({ cohortId, programId, participationId, skip = false }: LeaveCohortInput): Promise<void> {
    await this.db.transaction(async () => {
      const cohort = await this.cohorts.lock(cohortId, programId);
      if (!EDITABLE_STATES.includes(cohort.state)) throw new TooLateToLeaveError(cohort.state);
      const wasIn = await this.removeMember.execute(cohort.id, participationId);
      const afterwards = skip || cohort.state === 'closed' || cohort.state === 'matching';
      await this.note(cohort.id, participationId, afterwards, wasIn !== null);
      if (wasIn !== null) await this.fillPlaces.afterLeaving(cohort, wasIn);
    });
  }

  /** Whoever says no after the enrolment without being in the round need not be noted, unless they wait in line. */
  private async note(
    cohortId: string,
    participationId: string,
    afterwards: boolean,
    wasIn: boolean,
  ): Promise<void> {
    await this.db.query(
      `WITH waiting AS (
         UPDATE cohort_answer SET answer = 'out', place = NULL, answered_at = $4
         WHERE cohort_id = $1 AND participation_id = $2 AND answer = 'waiting' RETURNING 1)
       INSERT INTO cohort_answer (cohort_id, participation_id, answer, answered_at)
       SELECT $1, $2, $3, $4 WHERE $5 AND NOT EXISTS (SELECT 1 FROM waiting)
       ON CONFLICT (cohort_id, participation_id) DO NOTHING`,
      [cohortId, participationId, afterwards ? 'skipped' : 'out', this.clock.now(), wasIn || !afterwards],
    );
  }
}
