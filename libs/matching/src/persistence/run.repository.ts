import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import type { FreedPair } from '../application/match-input.js';
import type { RunKind } from '../application/request-runs.js';
import type { Publication } from '../application/run.view.js';
import { RunUnknownError } from '../matching.errors.js';
import type { CohortEntity } from './cohort.entity.js';
import { CohortRepository } from './cohort.repository.js';

/** A run that is locked, with its round. */
export interface LockedRun {
  readonly id: string;
  readonly state: string;
  readonly publication: Publication | null;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** When those left over are told; null before the publication. */
  readonly answersDueAt: Date | null;
  readonly holdUntil: Date | null;
  readonly version: number;
  readonly kind: RunKind;
  /** Mentorships that may end for others, in a re-match. */
  readonly freedIds: readonly string[];
  readonly cohort: CohortEntity;
}

interface LockedRunRow {
  state: string;
  publication: Publication | null;
  published_at: Date | null;
  withdrawn_at: Date | null;
  answers_due_at: Date | null;
  hold_until: Date | null;
  version: number;
  kind: RunKind;
  freed: readonly FreedPair[] | null;
}

/** Locks runs for whoever changes what became of them. */
@Injectable()
export class RunRepository {
  constructor(
    private readonly db: Database,
    private readonly cohorts: CohortRepository,
  ) {}

  /**
   * The round first, then the run, for the rest of the transaction: whoever comes second reads what the first did.
   *
   * @throws RunUnknownError
   */
  async lockWithCohort(runId: string, programId: string): Promise<LockedRun> {
    const [place] = await this.db.query<{ cohort_id: string }>(
      `SELECT cohort_id FROM match_run WHERE id = $1 AND program_id = $2`,
      [runId, programId],
    );
    if (place === undefined) throw new RunUnknownError();
    const cohort = await this.cohorts.lock(place.cohort_id, programId);
    const [run] = await this.db.query<LockedRunRow>(
      `SELECT state, publication, published_at, withdrawn_at, answers_due_at, hold_until, version, kind,
         parameters->'rematch'->'freed' AS freed
       FROM match_run WHERE id = $1 FOR UPDATE`,
      [runId],
    );
    if (run === undefined) throw new RunUnknownError();
    return {
      id: runId,
      state: run.state,
      publication: run.publication,
      publishedAt: run.published_at,
      withdrawnAt: run.withdrawn_at,
      answersDueAt: run.answers_due_at,
      holdUntil: run.hold_until,
      version: run.version,
      kind: run.kind,
      freedIds: (run.freed ?? []).map(({ mentorshipId }) => mentorshipId),
      cohort,
    };
  }
}
