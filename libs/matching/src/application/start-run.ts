import { Database } from '#database';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { runParametersOf, settingsOf } from '../persistence/cohort.mapper.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { RequestRuns } from './request-runs.js';

/** Asks for a computation over a round; a worker does it. */
@Injectable()
export class StartRun {
  constructor(
    private readonly db: Database,
    private readonly cohorts: CohortRepository,
    private readonly requestRuns: RequestRuns,
  ) {}

  /** @returns the run's id; @throws CohortUnknownError, CohortStateError, CohortEmptyError, RunUnderWayError, TooFewReadyError */
  async execute(
    {
      cohortId,
      overrideReadiness = false,
    }: { readonly cohortId: string; readonly overrideReadiness?: boolean | undefined },
    actor: ProgramActor,
  ): Promise<string> {
    return this.db.transaction(async () => {
      const cohort = await this.cohorts.lock(cohortId, actor.programId);
      const run = { parameters: runParametersOf(settingsOf(cohort)), label: null };
      const [id] = await this.requestRuns.execute(cohort, [run], { batchId: null, overrideReadiness }, actor);
      return id as string;
    });
  }
}
