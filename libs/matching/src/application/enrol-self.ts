import { Database } from '#database';
import { Clock } from '#kernel';
import { ProgramQueries } from '#programs';
import { Injectable } from '@nestjs/common';
import { EnrolmentClosedError } from '../enrolment.errors.js';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { AddMembers } from './add-members.js';
import { enrolmentSettingsOf, limitOf } from './enrolment-settings.js';
import { enrolmentWindow } from './enrolment-times.js';
import type { OwnPlace } from './enrolment.view.js';
import { FillPlaces } from './fill-places.js';
import { OwnPlaces } from './own-places.js';

/** States of a round in which a latecomer can still get in. */
const LATE: readonly string[] = ['open', 'closed', 'matching'];

/** Puts somebody into a round by their own word while enrolment is open, or lets them wait for a place. */
@Injectable()
export class EnrolSelf {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly programs: ProgramQueries,
    private readonly cohorts: CohortRepository,
    private readonly places: OwnPlaces,
    private readonly addMembers: AddMembers,
    private readonly fillPlaces: FillPlaces,
  ) {}

  /**
   * Enrolling again changes nothing. The round is locked, so of those who come at the same time no more get in than there
   * are places.
   *
   * @param by the account that the participation belongs to
   * @throws CohortUnknownError, EnrolmentClosedError, EnrolmentNotActiveError
   */
  async execute({ cohortId, programId, participationId }: OwnPlace, by: string): Promise<void> {
    await this.db.transaction(async () => {
      const cohort = await this.cohorts.lock(cohortId, programId);
      const role = await this.places.activeRole(programId, participationId);
      const settings = enrolmentSettingsOf(cohort.enrolment);
      const open = await this.isOpen(cohort);
      if (!open && !(settings.lateToWaitlist && LATE.includes(cohort.state))) await this.refuse(cohort);
      if (await this.isIn(cohort.id, participationId)) return;
      const limit = limitOf(settings, role);
      const free = limit === null || (await this.fillPlaces.freeOf(cohort.id, role, limit)) > 0;
      if (open && free) await this.addMembers.execute(cohort, { participationIds: [participationId], by });
      else await this.wait(cohort.id, participationId);
    });
  }

  /** The dates count from their first to their last minute, whenever the bell for them is heard. */
  private async isOpen(cohort: CohortEntity): Promise<boolean> {
    const { closes } = await this.window(cohort);
    return cohort.state === 'open' && (closes === null || this.clock.now() < closes);
  }

  private async refuse(cohort: CohortEntity): Promise<never> {
    const { opens, timeZone } = await this.window(cohort);
    throw new EnrolmentClosedError(cohort.state === 'draft' ? opens : null, timeZone);
  }

  private async window(cohort: CohortEntity) {
    const { timeZone } = await this.programs.getById(cohort.programId);
    return { timeZone, ...enrolmentWindow(enrolmentSettingsOf(cohort.enrolment), timeZone) };
  }

  private async isIn(cohortId: string, participationId: string): Promise<boolean> {
    const rows = await this.db.query(
      `SELECT 1 FROM cohort_member WHERE cohort_id = $1 AND participation_id = $2`,
      [cohortId, participationId],
    );
    return rows.length > 0;
  }

  /** At the end of the line; whoever stands in it keeps their place. */
  private async wait(cohortId: string, participationId: string): Promise<void> {
    await this.db.query(
      `INSERT INTO cohort_answer (cohort_id, participation_id, answer, place, answered_at)
       SELECT $1, $2, 'waiting', coalesce(max(place), 0) + 1, $3 FROM cohort_answer WHERE cohort_id = $1
       ON CONFLICT (cohort_id, participation_id) DO UPDATE
         SET answer = excluded.answer, place = excluded.place, answered_at = excluded.answered_at
         WHERE cohort_answer.answer <> 'waiting'`,
      [cohortId, participationId, this.clock.now()],
    );
  }
}
