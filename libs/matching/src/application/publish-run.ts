import { Database } from '#database';
import { Clock } from '#kernel';
import { ExchangePartners, type NewMentorship } from '#mentorships';
import { Outbox } from '#outbox';
import { AuditLog, type ProgramActor } from '#programs';
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
import { PairsAgainstRules } from './pairs-against-rules.js';
import { rationaleOf } from './rationale.js';
import { RoundsWaited } from './rounds-waited.js';
import { SettleRematch } from './settle-rematch.js';
import { StartOrPropose } from './start-or-propose.js';
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
    private readonly scheduleAnswers: ScheduleAnswers,
    private readonly audit: AuditLog,
    private readonly exchangePartners: ExchangePartners,
    private readonly settleRematch: SettleRematch,
    private readonly startOrPropose: StartOrPropose,
    private readonly pairsAgainstRules: PairsAgainstRules,
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
           publication = $4::jsonb, version = version + 1,
           publications = publications || jsonb_build_object('at', $2::timestamptz, 'by', $3::uuid, 'started', $5::int)
         WHERE id = $1`,
        [
          runId,
          this.clock.now(),
          actor.accountId,
          JSON.stringify(publication),
          publication.started - (run.publication?.started ?? 0),
        ],
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
    const standing = pairs.filter((pair) => pair.enrolled && !pair.forbidden);
    const against = await this.pairsAgainstRules.execute(
      run.id,
      programId,
      standing.filter(isFound).map(toIds),
    );
    const skipped = pairs.flatMap((pair) => {
      const why = skipReasonOf(pair, against);
      return why === null ? [] : [{ ...toIds(pair), why }];
    });
    const wanted = pairs
      .filter((pair) => skipReasonOf(pair, against) === null)
      .map((pair) => toMentorship(pair, run.id));
    const outcome =
      run.kind === 'rematch'
        ? await this.exchangePartners.execute({ pairs: wanted, freedIds: run.freedIds, programId, accountId })
        : await this.startOrPropose.execute(run.cohort, wanted);
    await this.link(run.id, programId);
    return {
      started: before.started + outcome.started.length,
      skipped: [...before.skipped, ...skipped, ...outcome.refused],
    };
  }

  private async link(runId: string, programId: string): Promise<void> {
    for (const table of ['match_pair', 'hand_made_pair'])
      await this.db.query(
        `UPDATE ${table} p SET mentorship_id = m.id FROM mentorship m
         WHERE p.run_id = $1 AND p.mentorship_id IS NULL AND m.source = 'run' AND m.source_id = $1 AND m.program_id = $2
           AND m.mentor_id = p.mentor_id AND m.mentee_id = p.mentee_id`,
        [runId, programId],
      );
  }

  /** Pairs that were not tried before; those that were made by hand first, as they took the places of others. */
  private async publishable(run: LockedRun, scope: PublishRunInput['scope']): Promise<PublishablePairRow[]> {
    const tried = new Set(run.publication?.skipped.map(keyOf));
    const pairs = await this.db.query<PublishablePairRow>(
      `SELECT p.mentee_id, p.mentor_id, p.contributions, p.hand_made,
         (SELECT count(*) FROM cohort_member m WHERE m.cohort_id = $2
            AND m.participation_id IN (p.mentee_id, p.mentor_id)) = 2 AS enrolled,
         NOT p.despite_ban AND EXISTS (SELECT 1 FROM pair_override o WHERE o.cohort_id = $2
            AND o.mentor_id = p.mentor_id AND o.mentee_id = p.mentee_id AND o.kind = 'forbid') AS forbidden
       FROM (
         SELECT f.mentee_id, f.mentor_id, f.contributions, false AS hand_made, false AS despite_ban
         FROM match_pair f LEFT JOIN pair_decision d USING (run_id, mentee_id, mentor_id)
         WHERE f.run_id = $1 AND f.mentorship_id IS NULL AND coalesce(d.kind, $3) = 'approved'
         UNION ALL
         SELECT h.mentee_id, h.mentor_id, h.contributions, true, jsonb_exists(h.broken_rules, 'forbidden')
         FROM hand_made_pair h WHERE h.run_id = $1 AND h.mentorship_id IS NULL) p
       ORDER BY p.hand_made DESC, p.mentee_id, p.mentor_id`,
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
       FROM (SELECT run_id, mentee_id, mentor_id, mentorship_id FROM match_pair
         UNION ALL SELECT run_id, mentee_id, mentor_id, mentorship_id FROM hand_made_pair) p
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

function isFound({ hand_made: handMade }: PublishablePairRow): boolean {
  return !handMade;
}

/** Why a pair that was found is not tried; null when it is. */
function skipReasonOf(pair: PublishablePairRow, againstRules: ReadonlySet<string>): SkipReason | null {
  if (!pair.enrolled) return 'not-enrolled';
  if (pair.forbidden) return 'forbidden';
  return againstRules.has(keyOf(toIds(pair))) ? 'rules' : null;
}
