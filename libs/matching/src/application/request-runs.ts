import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Outbox } from '#outbox';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { TooFewReadyError } from '../enrolment.errors.js';
import { CohortEmptyError, RunUnderWayError } from '../matching.errors.js';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { MatchRunEntity } from '../persistence/match-run.entity.js';
import type { RunParameters } from './match-input.js';
import { ReadinessQueries } from './readiness.queries.js';

/** A run to be made. */
export interface WantedRun {
  readonly parameters: RunParameters;
  /** What it is called among others of its batch. */
  readonly label: string | null;
}

/** Over a whole round, or for a few people in the middle of it. */
export type RunKind = 'round' | 'rematch';

/** How runs are asked for. */
export interface RunOptions {
  /** Of runs that are asked for together; null for a single one. */
  readonly batchId: string | null;
  /** Starts although fewer mentors are ready than the round asks for; the run keeps that it was so. */
  readonly overrideReadiness: boolean;
  /** Default: over the whole round. */
  readonly kind?: RunKind;
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
    private readonly readiness: ReadinessQueries,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param cohort locked
   * @returns ids in the order of the runs; @throws CohortStateError, CohortEmptyError, RunUnderWayError, TooFewReadyError
   */
  async execute(
    cohort: CohortEntity,
    runs: readonly WantedRun[],
    { batchId, overrideReadiness, kind = 'round' }: RunOptions,
    actor: ProgramActor,
  ): Promise<string[]> {
    await this.cohorts.move(cohort, kind === 'round' ? 'match' : 'rematch');
    const [facts] = await this.db.query<{ members: boolean; busy: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM cohort_member WHERE cohort_id = $1) AS members,
         EXISTS (SELECT 1 FROM match_run WHERE cohort_id = $1 AND state IN ('queued', 'running')) AS busy`,
      [cohort.id],
    );
    if (facts?.members !== true) throw new CohortEmptyError();
    if (facts.busy) throw new RunUnderWayError();
    const readiness = await this.readiness.get(cohort.id, actor.programId);
    const { runMayStart, readyMentorsPercent, neededMentorsPercent } = readiness;
    if (!runMayStart && !overrideReadiness)
      throw new TooFewReadyError(readyMentorsPercent, neededMentorsPercent ?? 0);
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
        readinessOverridden: kind === 'round' && !runMayStart,
        kind,
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
    for (const { id } of made) await this.audit.record(actor, { action: 'run.started', subjectId: id });
    return made.map(({ id }) => id);
  }
}
