import { Database } from '#database';
import type { FieldProblem } from '#kernel';
import { MatchingProfiles, ProfileFields } from '#profiles';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { CohortSettingsError } from '../matching.errors.js';
import { settingsOf } from '../persistence/cohort.mapper.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { applyCohortSettings, type CohortSettings, type CohortSettingsInput } from './cohort-settings.js';
import { LoadSnapshot } from './load-snapshot.js';
import { figuresOf, type SampleFigures } from './settings-sample.js';

/** What is wrong with settings; when nothing is, what they would do. */
export interface SettingsCheck {
  readonly problems: readonly FieldProblem[];
  readonly sample: SampleFigures | null;
}

/** People of each side who are looked at. */
const MOST_LOOKED_AT = 300;

/** Tries settings of a round without storing them. */
@Injectable()
export class CheckSettings {
  constructor(
    private readonly db: Database,
    private readonly cohorts: CohortRepository,
    private readonly fields: ProfileFields,
    private readonly profiles: MatchingProfiles,
    private readonly snapshots: LoadSnapshot,
  ) {}

  /** @throws CohortUnknownError */
  async execute(
    { cohortId, settings }: { readonly cohortId: string; readonly settings: CohortSettingsInput },
    { programId }: ProgramActor,
  ): Promise<SettingsCheck> {
    const cohort = await this.cohorts.get(cohortId, programId);
    const fields = await this.fields.specs(programId);
    try {
      const next = applyCohortSettings(settingsOf(cohort), settings, fields);
      return { problems: [], sample: await this.sampleOf(cohortId, programId, next) };
    } catch (error) {
      if (!(error instanceof CohortSettingsError)) throw error;
      return { problems: error.fields, sample: null };
    }
  }

  private async sampleOf(
    cohortId: string,
    programId: string,
    settings: CohortSettings,
  ): Promise<SampleFigures> {
    const participationIds = [
      ...(await this.drawn(cohortId, 'mentee', settings.seed)),
      ...(await this.drawn(cohortId, 'mentor', settings.seed)),
    ];
    const { mentees, mentors } = await this.profiles.load(programId, { participationIds });
    const here = new Set([...mentees, ...mentors].map(({ id }) => id));
    const context = await this.snapshots.context(programId, settings);
    const acquaintances = context.acquaintances.filter(
      ({ menteeId, mentorId }) => here.has(menteeId) && here.has(mentorId),
    );
    return figuresOf(mentees, mentors, { ...context, acquaintances });
  }

  /** The same people for the same seed. */
  private async drawn(cohortId: string, role: string, seed: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `SELECT participation_id AS id FROM cohort_member WHERE cohort_id = $1 AND role = $2
       ORDER BY md5($3 || participation_id::text) LIMIT $4`,
      [cohortId, role, seed, MOST_LOOKED_AT],
    );
    return rows.map(({ id }) => id);
  }
}
