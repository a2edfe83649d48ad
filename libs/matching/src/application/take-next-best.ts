import { Database } from '#database';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import {
  MentorNotFreeError,
  NoNextBestError,
  RunNotPublishedError,
  RunWithdrawnError,
} from '../matching.errors.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { RunRepository } from '../persistence/run.repository.js';
import { FindNextBest } from './find-next-best.js';
import type { NextBestMentor } from './next-best.view.js';
import { rationaleOf } from './rationale.js';
import { RoundsWaited } from './rounds-waited.js';
import { RunQueries } from './run.queries.js';
import type { RunView } from './run.view.js';
import { StartOrPropose } from './start-or-propose.js';

/** How many an admin is shown, and how many are tried by themselves. */
export const NEXT_BEST_SHOWN = 5;

/** Gives mentees of a published run who go without another mentor. The round is locked first, so that a place goes once. */
@Injectable()
export class TakeNextBest {
  constructor(
    private readonly db: Database,
    private readonly cohorts: CohortRepository,
    private readonly runs: RunRepository,
    private readonly queries: RunQueries,
    private readonly findNextBest: FindNextBest,
    private readonly startOrPropose: StartOrPropose,
    private readonly roundsWaited: RoundsWaited,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The mentor whom an admin chose.
   *
   * @returns id of the mentorship, proposed where the round asks first
   * @throws RunUnknownError, RunNotPublishedError, RunWithdrawnError, CohortStateError, NotFoundError, NoNextBestError,
   *   MentorNotFreeError
   */
  async execute(
    {
      runId,
      menteeId,
      mentorId,
    }: { readonly runId: string; readonly menteeId: string; readonly mentorId: string },
    actor: ProgramActor,
  ): Promise<string> {
    const { programId } = actor;
    await this.cohorts.refuseStrangers(programId, [menteeId, mentorId]);
    return this.db.transaction(async () => {
      const locked = await this.runs.lockWithCohort(runId, programId);
      if (locked.withdrawnAt !== null) throw new RunWithdrawnError();
      if (locked.publishedAt === null) throw new RunNotPublishedError();
      await this.cohorts.move(locked.cohort, 'publish');
      const run = await this.queries.get(runId, programId);
      const found = await this.findNextBest.execute({ run, programId, menteeId, mentorId, limit: 1 });
      const id = await this.make(run, programId, menteeId, found);
      if (id === null) throw new MentorNotFreeError();
      await this.audit.record(actor, {
        action: 'run.next-best-taken',
        subjectId: runId,
        about: [menteeId, mentorId],
      });
      return id;
    });
  }

  /**
   * The best one who can be had, in the caller's transaction that holds the round.
   *
   * @returns id of the mentorship; null when there is nobody
   */
  async takeFirst(runId: string, programId: string, menteeId: string): Promise<string | null> {
    const run = await this.queries.get(runId, programId);
    try {
      const found = await this.findNextBest.execute({ run, programId, menteeId, limit: NEXT_BEST_SHOWN });
      return await this.make(run, programId, menteeId, found);
    } catch (error) {
      // Whoever has left, pauses or has a mentor by now needs none.
      if (error instanceof NoNextBestError) return null;
      throw error;
    }
  }

  /** Somebody whose place was taken elsewhere meanwhile is passed over. */
  private async make(
    run: RunView,
    programId: string,
    menteeId: string,
    mentors: readonly NextBestMentor[],
  ): Promise<string | null> {
    const cohort = await this.cohorts.get(run.cohortId, programId);
    for (const { mentor, contributions } of mentors) {
      const { started } = await this.startOrPropose.execute(cohort, [
        {
          mentorId: mentor.participationId,
          menteeId,
          source: 'run',
          sourceId: run.id,
          rationale: rationaleOf(contributions),
        },
      ]);
      const [made] = started;
      if (made === undefined) continue;
      // A pair that the run found and an admin kept for later.
      await this.db.query(
        `UPDATE match_pair SET mentorship_id = $4 WHERE run_id = $1 AND mentee_id = $2 AND mentor_id = $3`,
        [run.id, menteeId, mentor.participationId, made.id],
      );
      await this.roundsWaited.count(run.id, run.cohortId, programId);
      return made.id;
    }
    return null;
  }
}
