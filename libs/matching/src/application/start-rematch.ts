import { Database } from '#database';
import type { FieldProblem } from '#kernel';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { runParametersOf, settingsOf } from '../persistence/cohort.mapper.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { RematchPairsError } from '../rematch.errors.js';
import type { FreedPair } from './match-input.js';
import { RequestRuns } from './request-runs.js';

/** What a re-match is about. */
export interface StartRematchInput {
  readonly cohortId: string;
  /** Mentorships whose two people may get others; those of all open requests in the round when missing. */
  readonly mentorshipIds?: readonly string[] | undefined;
}

interface FreedRow extends FreedPair {
  readonly live: boolean;
  readonly enrolled: boolean;
}

/**
 * Asks for an incremental run over a round that is published or running: among those who are to have other partners, those
 * without one, and the places that are free. Every other pair stays as it is.
 */
@Injectable()
export class StartRematch {
  constructor(
    private readonly db: Database,
    private readonly cohorts: CohortRepository,
    private readonly requestRuns: RequestRuns,
  ) {}

  /** @returns the run's id; @throws CohortUnknownError, CohortStateError, CohortEmptyError, RunUnderWayError, RematchPairsError */
  async execute({ cohortId, mentorshipIds }: StartRematchInput, actor: ProgramActor): Promise<string> {
    return this.db.transaction(async () => {
      const cohort = await this.cohorts.lock(cohortId, actor.programId);
      const freed =
        mentorshipIds === undefined
          ? await this.asked(cohortId)
          : await this.named(cohortId, [...new Set(mentorshipIds)], actor.programId);
      const parameters = { ...runParametersOf(settingsOf(cohort)), rematch: { freed } };
      // Readiness is asked of a whole round.
      const options = { batchId: null, overrideReadiness: true, kind: 'rematch' as const };
      const [id] = await this.requestRuns.execute(cohort, [{ parameters, label: null }], options, actor);
      return id as string;
    });
  }

  private async asked(cohortId: string): Promise<FreedPair[]> {
    return this.db.query<FreedPair>(
      `SELECT m.id AS "mentorshipId", m.mentee_id AS "menteeId", m.mentor_id AS "mentorId" FROM mentorship m
       WHERE m.state IN ('proposed', 'active', 'paused')
         AND EXISTS (SELECT 1 FROM rematch_request q WHERE q.mentorship_id = m.id AND q.state = 'open')
         AND EXISTS (SELECT 1 FROM cohort_member c WHERE c.cohort_id = $1 AND c.participation_id = m.mentee_id)
         AND EXISTS (SELECT 1 FROM cohort_member c WHERE c.cohort_id = $1 AND c.participation_id = m.mentor_id)
       ORDER BY m.id`,
      [cohortId],
    );
  }

  private async named(
    cohortId: string,
    mentorshipIds: readonly string[],
    programId: string,
  ): Promise<FreedPair[]> {
    const rows = await this.db.query<FreedRow>(
      `SELECT m.id AS "mentorshipId", m.mentee_id AS "menteeId", m.mentor_id AS "mentorId",
         m.state IN ('proposed', 'active', 'paused') AS live,
         (SELECT count(*) FROM cohort_member c WHERE c.cohort_id = $1
            AND c.participation_id IN (m.mentee_id, m.mentor_id)) = 2 AS enrolled
       FROM mentorship m WHERE m.id = ANY($2::uuid[]) AND m.program_id = $3 ORDER BY m.id`,
      [cohortId, mentorshipIds, programId],
    );
    const byId = new Map(rows.map((row) => [row.mentorshipId, row]));
    const problems = mentorshipIds.flatMap((id, index): FieldProblem[] => {
      const row = byId.get(id);
      if (row?.live === true && row.enrolled) return [];
      const message =
        row === undefined
          ? 'There is no such mentorship.'
          : row.live
            ? 'Enrol both people in this cohort first.'
            : 'This mentorship is over.';
      return [{ path: `mentorshipIds.${index}`, message }];
    });
    if (problems.length > 0) throw new RematchPairsError(problems);
    return rows.map(({ mentorshipId, menteeId, mentorId }) => ({ mentorshipId, menteeId, mentorId }));
  }
}
