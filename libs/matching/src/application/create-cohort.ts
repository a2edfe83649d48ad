import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { ProfileFields } from '#profiles';
import { type AuditActor, AuditLog } from '#programs';
import { Injectable } from '@nestjs/common';
import { CohortEntity } from '../persistence/cohort.entity.js';
import { applyCohortSettings, type CohortSettingsInput, defaultCohortSettings } from './cohort-settings.js';
import { PlanEnrolment } from './plan-enrolment.js';

/** Makes a round of matching, as a draft. */
@Injectable()
export class CreateCohort {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly fields: ProfileFields,
    private readonly plan: PlanEnrolment,
    private readonly audit: AuditLog,
  ) {}

  /** @returns its id; @throws CohortSettingsError */
  async execute(input: CohortSettingsInput, actor: AuditActor): Promise<string> {
    const id = this.ids.next();
    const now = this.clock.now();
    // The last part of an id is random: enough for a lottery that anybody can draw again.
    const seed = this.ids.next().slice(-12);
    const base = defaultCohortSettings(now.toISOString().slice(0, 10), seed);
    const { programId, accountId: createdBy } = actor;
    await this.db.transaction(async () => {
      const settings = applyCohortSettings(base, input, await this.fields.holdSpecs(programId));
      const row = { id, programId, state: 'draft', ...settings, createdBy, createdAt: now, version: 1 };
      await this.db.repository(CohortEntity).insert(row);
      await this.plan.setAll(row);
      await this.audit.record(actor, { action: 'cohort.created', subjectId: id });
    });
    return id;
  }
}
