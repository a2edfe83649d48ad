import { Database } from '#database';
import { ProfileFields } from '#profiles';
import { AuditLog, changedFields, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { CohortEntity } from '../persistence/cohort.entity.js';
import { settingsOf } from '../persistence/cohort.mapper.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { applyCohortSettings, type CohortSettings, type CohortSettingsInput } from './cohort-settings.js';
import { FillPlaces } from './fill-places.js';
import { PlanEnrolment } from './plan-enrolment.js';

/** What is edited, and the version that the editor read. */
export interface UpdateCohortInput {
  readonly cohortId: string;
  readonly version: number;
  readonly settings: CohortSettingsInput;
}

/** Edits the settings of a round until it is published; runs that were made keep those that they had. */
@Injectable()
export class UpdateCohort {
  constructor(
    private readonly db: Database,
    private readonly cohorts: CohortRepository,
    private readonly fields: ProfileFields,
    private readonly plan: PlanEnrolment,
    private readonly fillPlaces: FillPlaces,
    private readonly audit: AuditLog,
  ) {}

  /** @throws CohortUnknownError, CohortStateError, CohortSettingsError, VersionConflictError */
  async execute({ cohortId, version, settings }: UpdateCohortInput, actor: ProgramActor): Promise<void> {
    await this.db.transaction(async () => {
      const row = await this.cohorts.lockEditable(cohortId, actor.programId);
      this.cohorts.checkVersion(row, version);
      const fields = await this.fields.holdSpecs(actor.programId);
      const before = settingsOf(row);
      const changed = applyCohortSettings(before, settings, fields);
      const next = { ...changed, version: row.version + 1 };
      await this.db.repository(CohortEntity).update({ id: row.id }, next);
      await this.audit.record(actor, {
        action: 'cohort.updated',
        subjectId: row.id,
        fields: changedFields(asSent(before), asSent(changed)),
      });
      if (JSON.stringify(next.enrolment) !== JSON.stringify(before.enrolment)) {
        row.enrolment = next.enrolment;
        await this.plan.setAll({ id: row.id, programId: row.programId, ...next });
        await this.fillPlaces.asFarAsPossible(row);
      }
    });
  }
}

/** Settings by the names under which people send them. */
function asSent({ placeOrder, minimumScore, enrolment, ...others }: CohortSettings): object {
  return { ...others, ...enrolment, order: placeOrder, minScore: minimumScore };
}
