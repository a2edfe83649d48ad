import { Database } from '#database';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { CohortEntity } from '../persistence/cohort.entity.js';
import { settingsOf } from '../persistence/cohort.mapper.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { applyCohortSettings, type CohortSettingsInput } from './cohort-settings.js';

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
  ) {}

  /** @throws CohortUnknownError, CohortStateError, CohortSettingsError, VersionConflictError */
  async execute({ cohortId, version, settings }: UpdateCohortInput, actor: ProgramActor): Promise<void> {
    await this.db.transaction(async () => {
      const row = await this.cohorts.lockEditable(cohortId, actor.programId);
      this.cohorts.checkVersion(row, version);
      const next = applyCohortSettings(settingsOf(row), settings);
      await this.db.repository(CohortEntity).update({ id: row.id }, { ...next, version: row.version + 1 });
    });
  }
}
