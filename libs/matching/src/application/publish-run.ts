import { Database } from '#database';
import { Clock } from '#kernel';
import { type NewMentorship, StartMentorships } from '#mentorships';
import { Outbox } from '#outbox';
import type { ProgramActor } from '#programs';
import type { Contribution } from '#scoring';
import { Injectable } from '@nestjs/common';
import { AnotherRunPublishedError, RunNotReadyError, RunUnknownError } from '../matching.errors.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import type { PublishablePairRow, RunToPublishRow } from '../persistence/run.rows.js';
import type { Publication, SkipReason } from './run.view.js';

/**
 * Turns the pairs of a run into mentorships, once: the round's row is locked first, so of two admins who click at the
 * same time the second reads what the first did. Pairs that no longer hold are left out and named.
 */
@Injectable()
export class PublishRun {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly cohorts: CohortRepository,
    private readonly startMentorships: StartMentorships,
  ) {}

  /**
   * Publishing the same run again answers what the first time answered.
   *
   * @throws RunUnknownError, RunNotReadyError, AnotherRunPublishedError, CohortStateError
   */
  async execute({ runId }: { readonly runId: string }, actor: ProgramActor): Promise<Publication> {
    return this.db.transaction(async () => {
      const cohortId = await this.cohortOf(runId, actor.programId);
      const cohort = await this.cohorts.lock(cohortId, actor.programId);
      const run = await this.lockRun(runId);
      if (run.publication !== null) return run.publication;
      if (await this.anotherIsPublished(cohortId)) throw new AnotherRunPublishedError();
      if (run.state !== 'succeeded') throw new RunNotReadyError(run.state);
      await this.cohorts.move(cohort, 'publish');
      const publication = await this.start(runId, cohortId, actor.programId);
      await this.db.query(
        `UPDATE match_run SET published_at = $2, published_by = $3, publication = $4::jsonb, version = version + 1
         WHERE id = $1`,
        [runId, this.clock.now(), actor.accountId, JSON.stringify(publication)],
      );
      await this.countRoundsWaited(runId, cohortId, actor.programId);
      await this.outbox.append({
        type: 'match-run.published.v1',
        payload: { runId },
        programId: actor.programId,
        subjectId: runId,
        dedupeKey: `match-run.published:${runId}`,
      });
      return publication;
    });
  }

  private async cohortOf(runId: string, programId: string): Promise<string> {
    const [run] = await this.db.query<{ cohort_id: string }>(
      `SELECT cohort_id FROM match_run WHERE id = $1 AND program_id = $2`,
      [runId, programId],
    );
    if (run === undefined) throw new RunUnknownError();
    return run.cohort_id;
  }

  private async lockRun(runId: string): Promise<RunToPublishRow> {
    const [run] = await this.db.query<RunToPublishRow>(
      `SELECT state, publication FROM match_run WHERE id = $1 FOR UPDATE`,
      [runId],
    );
    if (run === undefined) throw new RunUnknownError();
    return run;
  }

  private async anotherIsPublished(cohortId: string): Promise<boolean> {
    const rows = await this.db.query(
      `SELECT 1 FROM match_run WHERE cohort_id = $1 AND published_at IS NOT NULL`,
      [cohortId],
    );
    return rows.length > 0;
  }

  private async start(runId: string, cohortId: string, programId: string): Promise<Publication> {
    const pairs = await this.db.query<PublishablePairRow>(
      `SELECT p.mentee_id, p.mentor_id, p.contributions,
         (SELECT count(*) FROM cohort_member m WHERE m.cohort_id = $2
            AND m.participation_id IN (p.mentee_id, p.mentor_id)) = 2 AS enrolled,
         EXISTS (SELECT 1 FROM pair_override o WHERE o.cohort_id = $2 AND o.mentor_id = p.mentor_id
            AND o.mentee_id = p.mentee_id AND o.kind = 'forbid') AS forbidden
       FROM match_pair p WHERE p.run_id = $1 ORDER BY p.mentee_id, p.mentor_id`,
      [runId, cohortId],
    );
    const skipped = pairs.flatMap((pair) => {
      const why: SkipReason | null = pair.enrolled ? (pair.forbidden ? 'forbidden' : null) : 'not-enrolled';
      return why === null ? [] : [{ menteeId: pair.mentee_id, mentorId: pair.mentor_id, why }];
    });
    const outcome = await this.startMentorships.execute(
      pairs.filter((pair) => pair.enrolled && !pair.forbidden).map((pair) => toMentorship(pair, runId)),
      { programId, mentorsPerMentee: 1, skipRefused: true },
    );
    await this.db.query(
      `UPDATE match_pair p SET mentorship_id = m.id FROM mentorship m
       WHERE p.run_id = $1 AND m.source = 'run' AND m.source_id = $1 AND m.program_id = $2
         AND m.mentor_id = p.mentor_id AND m.mentee_id = p.mentee_id`,
      [runId, programId],
    );
    return { started: outcome.started.length, skipped: [...skipped, ...outcome.refused] };
  }

  /**
   * Mentees of the round who are left over have waited one round more, the others none. Their numbers in rounds that
   * are still being prepared follow, so that whoever waited goes first there.
   */
  private async countRoundsWaited(runId: string, cohortId: string, programId: string): Promise<void> {
    await this.db.query(
      `WITH left_over AS (
         UPDATE cohort_member m SET rounds_waited = CASE WHEN EXISTS (
             SELECT 1 FROM match_pair p WHERE p.run_id = $1 AND p.mentee_id = m.participation_id AND p.mentorship_id IS NOT NULL)
           THEN 0 ELSE m.rounds_waited + 1 END
         WHERE m.cohort_id = $2 AND m.role = 'mentee' RETURNING m.participation_id, m.rounds_waited)
       UPDATE cohort_member m SET rounds_waited = l.rounds_waited FROM left_over l, cohort c
       WHERE m.participation_id = l.participation_id AND c.id = m.cohort_id AND c.program_id = $3 AND c.id <> $2
         AND c.state IN ('draft', 'open', 'closed', 'matching')`,
      [runId, cohortId, programId],
    );
  }
}

function toMentorship(pair: PublishablePairRow, runId: string): NewMentorship {
  return {
    mentorId: pair.mentor_id,
    menteeId: pair.mentee_id,
    source: 'run',
    sourceId: runId,
    rationale: rationaleOf(pair.contributions),
  };
}

/** What the two may read of why: content reasons that count, the weightiest first. */
export function rationaleOf(contributions: readonly Contribution[]): {
  forMentee: string[];
  forMentor: string[];
} {
  const content = contributions
    .filter(({ audience, points }) => audience === 'pair' && points > 0)
    .sort((a, b) => b.points - a.points);
  return {
    forMentee: content.map(({ because }) => because),
    forMentor: content.map(({ becauseForMentor }) => becauseForMentor),
  };
}
