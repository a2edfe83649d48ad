import { Database } from '#database';
import { Clock } from '#kernel';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import {
  HandMadeUnknownError,
  PairPublishedError,
  RulesAgainstError,
  RunNotReadyError,
  RunWithdrawnError,
} from '../matching.errors.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import type { DisplacedRow } from '../persistence/hand-made-pair.rows.js';
import { type LockedRun, RunRepository } from '../persistence/run.repository.js';
import { type HandMadePlan, PlanHandMadePair } from './plan-hand-made-pair.js';
import { RunQueries } from './run.queries.js';
import type { PairOfRun } from './score-pair-now.js';

/** A pair to put beside those of a run. */
export interface MakePairByHandInput extends PairOfRun {
  readonly runId: string;
  /** Whether it is made although hard rules, a ban or the least score stand against it. */
  readonly despiteRules: boolean;
}

/** Who did it, and when: the same instant marks the decisions that go with it. */
interface By {
  readonly accountId: string;
  readonly at: Date;
}

/** Puts a pair beside a finished run, before it is published; pairs whose places it takes are kept for later. */
@Injectable()
export class MakePairByHand {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly runs: RunRepository,
    private readonly queries: RunQueries,
    private readonly plans: PlanHandMadePair,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws RunUnknownError, RunNotReadyError, RunWithdrawnError, OverrideNotMembersError, PairOfRunError,
   *   HandMadeImpossibleError, RulesAgainstError
   */
  async execute({ runId, despiteRules, ...pair }: MakePairByHandInput, actor: ProgramActor): Promise<void> {
    await this.db.transaction(async () => {
      refuseUnready(await this.runs.lockWithCohort(runId, actor.programId));
      const run = await this.queries.get(runId, actor.programId);
      const plan = await this.plans.execute(run, pair, actor.programId);
      if (plan.against.length > 0 && !despiteRules)
        throw new RulesAgainstError(
          plan.mentor.name,
          plan.mentee.name,
          plan.against.map(({ code }) => code),
          plan.against.map(({ words }) => words),
        );
      const by = { accountId: actor.accountId, at: this.clock.now() };
      await this.suppress(runId, plan, by);
      await this.write(runId, plan, by);
      const about = [pair.menteeId, pair.mentorId];
      await this.audit.record(actor, { action: 'run.pair-made', subjectId: runId, about });
    });
  }

  private async suppress(
    runId: string,
    { displaced, mentor, mentee }: HandMadePlan,
    { accountId, at }: By,
  ): Promise<void> {
    await this.db.query(
      `INSERT INTO pair_decision (run_id, mentee_id, mentor_id, kind, note, decided_by, decided_at)
       SELECT $1, "menteeId", "mentorId", 'suppressed', $3, $4, $5
       FROM jsonb_to_recordset($2::jsonb) AS n("menteeId" uuid, "mentorId" uuid)
       ON CONFLICT (run_id, mentee_id, mentor_id) DO UPDATE SET kind = excluded.kind, note = excluded.note,
         decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
      [runId, JSON.stringify(displaced), noteOf(mentor.name, mentee.name), accountId, at],
    );
  }

  private async write(
    runId: string,
    { mentee, mentor, score, against, displaced }: HandMadePlan,
    { accountId, at }: By,
  ): Promise<void> {
    await this.db.query(
      `INSERT INTO hand_made_pair (run_id, mentee_id, mentor_id, score, contributions, broken_rules, displaced, added_by,
         added_at)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7::jsonb, $8, $9)`,
      [
        runId,
        mentee.id,
        mentor.id,
        score.feasible ? score.score : null,
        JSON.stringify(score.feasible ? score.contributions : []),
        JSON.stringify(against.map(({ code }) => code)),
        JSON.stringify(displaced),
        accountId,
        at,
      ],
    );
  }
}

/** Takes a hand-made pair back; what was said of the pairs that it took the places of holds again. */
@Injectable()
export class UndoPairByHand {
  constructor(
    private readonly db: Database,
    private readonly cohorts: CohortRepository,
    private readonly runs: RunRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NotFoundError, RunUnknownError, RunNotReadyError, RunWithdrawnError, HandMadeUnknownError, PairPublishedError */
  async execute(
    { runId, menteeId, mentorId }: PairOfRun & { readonly runId: string },
    actor: ProgramActor,
  ): Promise<void> {
    await this.cohorts.refuseStrangers(actor.programId, [menteeId, mentorId]);
    await this.db.transaction(async () => {
      refuseUnready(await this.runs.lockWithCohort(runId, actor.programId));
      const [pair] = await this.db.query<{
        mentorship_id: string | null;
        displaced: DisplacedRow[];
        added_at: Date;
      }>(
        `SELECT mentorship_id, displaced, added_at FROM hand_made_pair
         WHERE run_id = $1 AND mentee_id = $2 AND mentor_id = $3`,
        [runId, menteeId, mentorId],
      );
      if (pair === undefined) throw new HandMadeUnknownError();
      if (pair.mentorship_id !== null) throw new PairPublishedError();
      await this.restore(runId, pair.displaced, pair.added_at);
      await this.db.query(
        `DELETE FROM hand_made_pair WHERE run_id = $1 AND mentee_id = $2 AND mentor_id = $3`,
        [runId, menteeId, mentorId],
      );
      await this.audit.record(actor, {
        action: 'run.pair-undone',
        subjectId: runId,
        about: [menteeId, mentorId],
      });
    });
  }

  /** What an admin has said of one of them since stays. */
  private async restore(runId: string, displaced: readonly DisplacedRow[], since: Date): Promise<void> {
    const deleted = await this.db.query<{ mentee_id: string; mentor_id: string }>(
      `DELETE FROM pair_decision d USING jsonb_to_recordset($2::jsonb) AS n("menteeId" uuid, "mentorId" uuid)
       WHERE d.run_id = $1 AND d.mentee_id = n."menteeId" AND d.mentor_id = n."mentorId" AND d.kind = 'suppressed'
         AND d.decided_at = $3
       RETURNING d.mentee_id, d.mentor_id`,
      [runId, JSON.stringify(displaced), since],
    );
    const ours = displaced.filter(
      ({ menteeId, mentorId, before }) =>
        before !== null && deleted.some((row) => row.mentee_id === menteeId && row.mentor_id === mentorId),
    );
    await this.db.query(
      `INSERT INTO pair_decision (run_id, mentee_id, mentor_id, kind, note, decided_by, decided_at)
       SELECT $1, "menteeId", "mentorId", before->>'kind', before->>'note', (before->>'decidedBy')::uuid,
         (before->>'decidedAt')::timestamptz
       FROM jsonb_to_recordset($2::jsonb) AS n("menteeId" uuid, "mentorId" uuid, before jsonb)`,
      [runId, JSON.stringify(ours)],
    );
  }
}

function refuseUnready(run: LockedRun): void {
  if (run.withdrawnAt !== null) throw new RunWithdrawnError();
  if (run.state !== 'succeeded') throw new RunNotReadyError(run.state);
}

function noteOf(mentor: string, mentee: string): string {
  return `Its place went to ${mentee} and ${mentor}, a pair made by hand.`;
}
