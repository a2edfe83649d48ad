import { Database } from '#database';
import { Clock } from '#kernel';
import { ExchangePartners, type NewMentorship, StartMentorships } from '#mentorships';
import { Outbox } from '#outbox';
import { AuditLog, type ProgramActor } from '#programs';
import type { Contribution } from '#scoring';
import { Injectable } from '@nestjs/common';
import {
  AnotherRunPublishedError,
  NothingApprovedError,
  RunNotReadyError,
  RunWithdrawnError,
} from '../matching.errors.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { type LockedRun, RunRepository } from '../persistence/run.repository.js';
import type { PublishablePairRow } from '../persistence/run.rows.js';
import { type AnswerChoice, ScheduleAnswers } from './schedule-answers.js';
import { RoundsWaited } from './rounds-waited.js';
import { SettleRematch } from './settle-rematch.js';
import type { Publication, SkippedPair, SkipReason } from './run.view.js';

/** What is published: everything that nobody declined or keeps for later, or what was approved alone. */
export interface PublishRunInput {
  readonly runId: string;
  readonly scope: 'all' | 'approved';
  /** When those left over are told; read at the first publication, and as the round says when missing. */
  readonly answers?: AnswerChoice;
}

/**
 * Turns the pairs of a run into mentorships, each once: the round's row is locked first, so of two admins who click at the
 * same time the second reads what the first did. Pairs that no longer hold are left out and named. What was kept back may
 * follow by publishing again.
 */
@Injectable()
export class PublishRun {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly cohorts: CohortRepository,
    private readonly runs: RunRepository,
    private readonly roundsWaited: RoundsWaited,
    private readonly startMentorships: StartMentorships,
    private readonly scheduleAnswers: ScheduleAnswers,
    private readonly audit: AuditLog,
    private readonly exchangePartners: ExchangePartners,
    private readonly settleRematch: SettleRematch,
  ) {}

  /**
   * Publishing again, with nothing new decided, answers what the first time answered.
   *
   * @throws RunUnknownError, RunNotReadyError, RunWithdrawnError, AnotherRunPublishedError, NothingApprovedError, CohortStateError
   */
  async execute({ runId, scope, answers = {} }: PublishRunInput, actor: ProgramActor): Promise<Publication> {
    const { programId } = actor;
    return this.db.transaction(async () => {
      const run = await this.runs.lockWithCohort(runId, programId);
      if (run.withdrawnAt !== null) throw new RunWithdrawnError();
      if (run.publishedAt === null) await this.refuseUnready(run);
      const pairs = await this.publishable(run, scope);
      if (run.publication !== null && pairs.length === 0) return run.publication;
      if (scope === 'approved' && pairs.length === 0) throw new NothingApprovedError();
      await this.cohorts.move(run.cohort, 'publish');
      const started = await this.start(run, pairs, actor);
      const publication = { ...started, ...(await this.keptBack(runId, started.skipped)) };
      await this.db.query(
        `UPDATE match_run SET published_at = coalesce(published_at, $2), published_by = coalesce(published_by, $3),
           publication = $4::jsonb, version = version + 1
         WHERE id = $1`,
        [runId, this.clock.now(), actor.accountId, JSON.stringify(publication)],
      );
      await this.scheduleAnswers.begin(run, answers);
      if (run.kind === 'rematch') {
        await this.settleRematch.execute(runId, run.freedIds, actor);
        await this.roundsWaited.settle(runId, run.cohort.id, programId);
      } else await this.roundsWaited.count(runId, run.cohort.id, programId);
      await this.outbox.append({
        type: 'match-run.published.v1',
        payload: { runId },
        programId,
        subjectId: runId,
        dedupeKey: `match-run.published:${runId}`,
      });
      await this.audit.record(actor, { action: 'run.published', subjectId: runId, fields: [scope] });
      return publication;
    });
  }

  private async refuseUnready(run: LockedRun): Promise<void> {
    if (run.state !== 'succeeded') throw new RunNotReadyError(run.state);
    if (run.kind === 'rematch') return;
    const others = await this.db.query(
      `SELECT 1 FROM match_run WHERE cohort_id = $1 AND kind = 'round' AND published_at IS NOT NULL AND withdrawn_at IS NULL`,
      [run.cohort.id],
    );
    if (others.length > 0) throw new AnotherRunPublishedError();
  }

  private async start(
    run: LockedRun,
    pairs: readonly PublishablePairRow[],
    { programId, accountId }: ProgramActor,
  ): Promise<Pick<Publication, 'started' | 'skipped'>> {
    const before = run.publication ?? { started: 0, skipped: [] };
    const skipped = pairs.flatMap((pair) => {
      const why: SkipReason | null = pair.enrolled ? (pair.forbidden ? 'forbidden' : null) : 'not-enrolled';
      return why === null ? [] : [{ ...toIds(pair), why }];
    });
    const wanted = pairs
      .filter((pair) => pair.enrolled && !pair.forbidden)
      .map((pair) => toMentorship(pair, run.id));
    const outcome =
      run.kind === 'rematch'
        ? await this.exchangePartners.execute({ pairs: wanted, freedIds: run.freedIds, programId, accountId })
        : await this.startMentorships.execute(wanted, {
            programId,
            mentorsPerMentee: 1,
            skipRefused: true,
          });
    await this.db.query(
      `UPDATE match_pair p SET mentorship_id = m.id FROM mentorship m
       WHERE p.run_id = $1 AND m.source = 'run' AND m.source_id = $1 AND m.program_id = $2
         AND m.mentor_id = p.mentor_id AND m.mentee_id = p.mentee_id`,
      [run.id, programId],
    );
    return {
      started: before.started + outcome.started.length,
      skipped: [...before.skipped, ...skipped, ...outcome.refused],
    };
  }

  /** Pairs that were not tried before. */
  private async publishable(run: LockedRun, scope: PublishRunInput['scope']): Promise<PublishablePairRow[]> {
    const tried = new Set(run.publication?.skipped.map(keyOf));
    const pairs = await this.db.query<PublishablePairRow>(
      `SELECT p.mentee_id, p.mentor_id, p.contributions,
         (SELECT count(*) FROM cohort_member m WHERE m.cohort_id = $2
            AND m.participation_id IN (p.mentee_id, p.mentor_id)) = 2 AS enrolled,
         EXISTS (SELECT 1 FROM pair_override o WHERE o.cohort_id = $2 AND o.mentor_id = p.mentor_id
            AND o.mentee_id = p.mentee_id AND o.kind = 'forbid') AS forbidden
       FROM match_pair p
       LEFT JOIN pair_decision d USING (run_id, mentee_id, mentor_id)
       WHERE p.run_id = $1 AND p.mentorship_id IS NULL AND coalesce(d.kind, $3) = 'approved'
       ORDER BY p.mentee_id, p.mentor_id`,
      [run.id, run.cohort.id, scope === 'all' ? 'approved' : 'undecided'],
    );
    return pairs.filter((pair) => !tried.has(keyOf(toIds(pair))));
  }

  /** How many pairs wait to be published, and how many never will be. */
  private async keptBack(
    runId: string,
    skipped: readonly SkippedPair[],
  ): Promise<Pick<Publication, 'held' | 'declined'>> {
    const [counts] = await this.db.query<{ left: number; declined: number }>(
      `SELECT count(*)::int AS left, (count(*) FILTER (WHERE d.kind = 'declined'))::int AS declined
       FROM match_pair p
       LEFT JOIN pair_decision d USING (run_id, mentee_id, mentor_id)
       WHERE p.run_id = $1 AND p.mentorship_id IS NULL`,
      [runId],
    );
    const { left, declined } = counts ?? { left: 0, declined: 0 };
    return { held: left - declined - skipped.length, declined };
  }
}

function toIds(pair: PublishablePairRow): { menteeId: string; mentorId: string } {
  return { menteeId: pair.mentee_id, mentorId: pair.mentor_id };
}

function keyOf({ menteeId, mentorId }: { readonly menteeId: string; readonly mentorId: string }): string {
  return `${menteeId} ${mentorId}`;
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
