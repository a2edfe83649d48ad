import { Database } from '#database';
import { Clock } from '#kernel';
import type { ProgramRole } from '#programs';
import { Injectable } from '@nestjs/common';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { SameAgainNotActiveError, SameAgainOverError } from '../same-again.errors.js';
import { ASKING_STATES } from './ask-same-again.js';
import { EnrolMembers } from './enrol-members.js';
import { FillPlaces } from './fill-places.js';
import type { SameAgainAnswer } from './same-again.view.js';

/** Who was asked. */
export interface SameAgainRef {
  readonly programId: string;
  readonly cohortId: string;
  readonly participationId: string;
}

/** "Count me in", or "not this time"; as long as the round takes people in, the answer may be changed. */
@Injectable()
export class AnswerSameAgain {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cohorts: CohortRepository,
    private readonly enrolMembers: EnrolMembers,
    private readonly fillPlaces: FillPlaces,
  ) {}

  /**
   * A yes enrols, a no takes out whoever is enrolled. The same answer again changes nothing.
   *
   * @throws SameAgainOverError, SameAgainNotActiveError, CohortUnknownError
   */
  async execute(
    { programId, cohortId, participationId, answer }: SameAgainRef & { readonly answer: SameAgainAnswer },
    { accountId }: { readonly accountId: string },
  ): Promise<void> {
    await this.db.transaction(async () => {
      const cohort = await this.cohorts.lock(cohortId, programId);
      if (!ASKING_STATES.includes(cohort.state)) throw new SameAgainOverError();
      const [asked] = await this.db.query<{ state: string; role: ProgramRole }>(
        `SELECT p.state, p.role FROM same_again s JOIN participation p ON p.id = s.participation_id
         WHERE s.cohort_id = $1 AND s.participation_id = $2 AND p.account_id = $3 FOR UPDATE OF s`,
        [cohortId, participationId, accountId],
      );
      if (asked === undefined) throw new SameAgainOverError();
      if (answer === 'yes') {
        if (!['approved', 'active'].includes(asked.state)) throw new SameAgainNotActiveError();
        const actor = { accountId, programId, participations: [], role: asked.role };
        await this.enrolMembers.execute({ cohortId, participationIds: [participationId] }, actor);
      } else await this.takeOut(cohort, participationId);
      await this.db.query(
        `UPDATE same_again SET answer = $3, answered_at = $4
         WHERE cohort_id = $1 AND participation_id = $2 AND answer IS DISTINCT FROM $3`,
        [cohortId, participationId, answer, this.clock.now()],
      );
    });
  }

  /** What admins said of pairs stays, in case the answer changes again; the place goes to the next in line. */
  private async takeOut(cohort: CohortEntity, participationId: string): Promise<void> {
    const who = [cohort.id, participationId];
    const [member] = await this.db.query<{ role: 'mentor' | 'mentee' }>(
      `DELETE FROM cohort_member WHERE cohort_id = $1 AND participation_id = $2 RETURNING role`,
      who,
    );
    await this.db.query(
      `INSERT INTO cohort_answer (cohort_id, participation_id, answer, answered_at) VALUES ($1, $2, 'out', $3)
       ON CONFLICT (cohort_id, participation_id) DO UPDATE SET answer = 'out', place = NULL`,
      [...who, this.clock.now()],
    );
    if (member !== undefined) await this.fillPlaces.afterLeaving(cohort, member.role);
  }
}
