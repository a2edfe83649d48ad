import { constraintOf, Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Outbox } from '#outbox';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { CohortEmptyError, RunUnderWayError } from '../matching.errors.js';
import { runParametersOf } from '../persistence/cohort.mapper.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { MatchRunEntity } from '../persistence/match-run.entity.js';

/** Asks for a computation over a round; a worker does it. */
@Injectable()
export class StartRun {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cohorts: CohortRepository,
  ) {}

  /** @returns the run's id; @throws CohortUnknownError, CohortStateError, CohortEmptyError, RunUnderWayError */
  async execute({ cohortId }: { readonly cohortId: string }, actor: ProgramActor): Promise<string> {
    const runId = this.ids.next();
    try {
      await this.db.transaction(() => this.write(runId, cohortId, actor));
    } catch (error) {
      if (constraintOf(error) === 'match_run_under_way_key') throw new RunUnderWayError();
      throw error;
    }
    return runId;
  }

  private async write(runId: string, cohortId: string, actor: ProgramActor): Promise<void> {
    const cohort = await this.cohorts.lock(cohortId, actor.programId);
    await this.cohorts.move(cohort, 'match');
    const members = await this.db.query(`SELECT 1 FROM cohort_member WHERE cohort_id = $1 LIMIT 1`, [
      cohort.id,
    ]);
    if (members.length === 0) throw new CohortEmptyError();
    await this.db.repository(MatchRunEntity).insert({
      id: runId,
      programId: actor.programId,
      cohortId: cohort.id,
      state: 'queued',
      parameters: runParametersOf(cohort),
      requestedBy: actor.accountId,
      requestedAt: this.clock.now(),
    });
    await this.outbox.append({
      type: 'match-run.requested.v1',
      payload: { runId },
      programId: actor.programId,
      subjectId: runId,
      dedupeKey: `match-run.requested:${runId}`,
    });
  }
}
