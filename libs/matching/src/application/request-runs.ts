import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Outbox } from '#outbox';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { CohortEmptyError, RunUnderWayError } from '../matching.errors.js';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { MatchRunEntity } from '../persistence/match-run.entity.js';
import type { RunParameters } from './match-input.js';

/** A run to be made. */
export interface WantedRun {
  readonly parameters: RunParameters;
  /** What it is called among others of its batch. */
  readonly label: string | null;
}

/** Writes runs that a worker is to make, in the caller's transaction. */
@Injectable()
export class RequestRuns {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cohorts: CohortRepository,
  ) {}

  /**
   * @param cohort locked
   * @param batchId of runs that are asked for together; null for a single one
   * @returns ids in the order of the runs; @throws CohortStateError, CohortEmptyError, RunUnderWayError
   */
  async execute(
    cohort: CohortEntity,
    runs: readonly WantedRun[],
    batchId: string | null,
    actor: ProgramActor,
  ): Promise<string[]> {
    await this.cohorts.move(cohort, 'match');
    const [facts] = await this.db.query<{ members: boolean; busy: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM cohort_member WHERE cohort_id = $1) AS members,
         EXISTS (SELECT 1 FROM match_run WHERE cohort_id = $1 AND state IN ('queued', 'running')) AS busy`,
      [cohort.id],
    );
    if (facts?.members !== true) throw new CohortEmptyError();
    if (facts.busy) throw new RunUnderWayError();
    const { programId, accountId } = actor;
    const made = runs.map((run) => ({ ...run, id: this.ids.next() }));
    await this.db.repository(MatchRunEntity).insert(
      made.map(({ id, parameters, label }) => ({
        id,
        programId,
        cohortId: cohort.id,
        state: 'queued',
        parameters,
        batchId,
        label,
        requestedBy: accountId,
        requestedAt: this.clock.now(),
      })),
    );
    await this.outbox.append(
      ...made.map(({ id: runId }) => ({
        type: 'match-run.requested.v1' as const,
        payload: { runId },
        programId,
        subjectId: runId,
        dedupeKey: `match-run.requested:${runId}`,
      })),
    );
    return made.map(({ id }) => id);
  }
}
