import { Database } from '#database';
import type { EngineReport } from '#engine';
import { Ids } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { LeftAside, RunParameters } from './match-input.js';

/** A run that this process computes; the token proves it. */
export interface ClaimedRun {
  readonly id: string;
  readonly programId: string;
  readonly cohortId: string;
  readonly parameters: RunParameters;
  readonly token: string;
}

/** Why a run could not be claimed. */
export type ClaimRefusal = 'over' | 'taken';

interface ClaimRow {
  program_id: string;
  cohort_id: string;
  parameters: RunParameters;
}

/** What a worker is to do with its run. */
export type RunOrder = 'go-on' | 'cancel' | 'lost';

/** How long a claim lasts without a sign of life; after that another worker begins anew. */
const LEASE_SECONDS = 15;

/** The worker's side of a run: who computes it, how far it is, and how it ended. The database's clock rules the leases. */
@Injectable()
export class RunClaims {
  constructor(
    private readonly db: Database,
    private readonly ids: Ids,
  ) {}

  /** Takes a run that is queued, or whose worker has given no sign of life. */
  async claim(runId: string): Promise<ClaimedRun | ClaimRefusal> {
    const token = this.ids.next();
    const [row] = await this.db.query<ClaimRow>(
      `UPDATE match_run SET state = 'running', stage = 'reading the profiles', progress = 0, version = version + 1,
         claim_token = $2, claimed_until = now() + make_interval(secs => $3), started_at = coalesce(started_at, now())
       WHERE id = $1 AND state IN ('queued', 'running') AND (claimed_until IS NULL OR claimed_until < now())
       RETURNING program_id, cohort_id, parameters`,
      [runId, token, LEASE_SECONDS],
    );
    if (row !== undefined) {
      const { program_id: programId, cohort_id: cohortId, parameters } = row;
      return { id: runId, programId, cohortId, parameters, token };
    }
    const [run] = await this.db.query<{ open: boolean }>(
      `SELECT state IN ('queued', 'running') AS open FROM match_run WHERE id = $1`,
      [runId],
    );
    return run?.open === true ? 'taken' : 'over';
  }

  /**
   * A sign of life, with how far it is (per cent).
   *
   * @returns what the worker is to do: go on, stop because an admin cancelled, or drop it because another worker has it
   */
  async beat(run: ClaimedRun, progress: number, stage: string): Promise<RunOrder> {
    const [row] = await this.db.query<{ cancelled: boolean }>(
      `UPDATE match_run SET claimed_until = now() + make_interval(secs => $3), progress = greatest(progress, $4),
         stage = $5
       WHERE id = $1 AND claim_token = $2 AND state = 'running'
       RETURNING cancel_requested_at IS NOT NULL AS cancelled`,
      [run.id, run.token, LEASE_SECONDS, Math.min(99, Math.max(0, Math.trunc(progress))), stage],
    );
    return orderOf(row);
  }

  /** What the worker is to do, without a sign of life: cheap enough to be asked several times a second. */
  async order(run: ClaimedRun): Promise<RunOrder> {
    const [row] = await this.db.query<{ cancelled: boolean }>(
      `SELECT cancel_requested_at IS NOT NULL AS cancelled FROM match_run
       WHERE id = $1 AND claim_token = $2 AND state = 'running'`,
      [run.id, run.token],
    );
    return orderOf(row);
  }

  /** Gives the run back, so that another worker begins it anew. */
  async handBack(run: ClaimedRun): Promise<void> {
    await this.db.query(
      `UPDATE match_run SET state = 'queued', stage = 'waiting', progress = 0, claim_token = NULL, claimed_until = NULL
       WHERE id = $1 AND claim_token = $2 AND state = 'running'`,
      [run.id, run.token],
    );
  }

  /**
   * Writes the result, in the caller's transaction, and ends the run as its last step: until then nobody waits for the
   * run's row, so that it can be cancelled while thousands of pairs are being written.
   *
   * @returns false when the claim was lost or the run was cancelled meanwhile; the transaction has to be undone then
   */
  async succeed(run: ClaimedRun, report: EngineReport, leftAside: readonly LeftAside[]): Promise<boolean> {
    for (const text of report.pairs.texts) {
      if ((await this.order(run)) !== 'go-on') return false;
      await this.db.query(
        `INSERT INTO match_pair (run_id, mentee_id, mentor_id, score, locked, strength, contributions)
         SELECT $1, "menteeId", "mentorId", score, locked, strength, contributions
         FROM jsonb_to_recordset($2::jsonb) AS p("menteeId" uuid, "mentorId" uuid, score int, locked bool,
           strength text, contributions jsonb)`,
        [run.id, text],
      );
    }
    const notReady = leftAside.map(({ participationId: id, role, reasons }) => ({
      id,
      role,
      diagnosis: { cause: { kind: 'not-ready', reasons }, relaxation: null },
    }));
    for (const text of [...report.leftOver.texts, JSON.stringify(notReady)]) {
      if ((await this.order(run)) !== 'go-on') return false;
      await this.db.query(
        `INSERT INTO match_unmatched (run_id, participation_id, role, diagnosis)
         SELECT $1, id, role, diagnosis FROM jsonb_to_recordset($2::jsonb) AS u(id uuid, role text, diagnosis jsonb)`,
        [run.id, text],
      );
    }
    const rows = await this.db.query(
      `UPDATE match_run SET state = 'succeeded', stage = 'done', finished_at = now(), claim_token = NULL,
         claimed_until = NULL, version = version + 1, progress = 100, input_hash = $3, summary = $4::jsonb,
         certificate = $5::jsonb
       WHERE id = $1 AND claim_token = $2 AND state = 'running' AND cancel_requested_at IS NULL RETURNING id`,
      [run.id, run.token, report.inputHash, JSON.stringify(report.summary), report.certificate],
    );
    return rows.length > 0;
  }

  /** Ends it without a result. @param why one or more sentences for the admin */
  async fail(run: ClaimedRun, why: string): Promise<boolean> {
    const won = await this.end(run, 'failed', 'failed');
    if (won) await this.db.query(`UPDATE match_run SET failure = $2 WHERE id = $1`, [run.id, why]);
    return won;
  }

  /** Ends it because an admin asked for that. */
  async cancel(run: ClaimedRun): Promise<boolean> {
    return this.end(run, 'cancelled', 'cancelled');
  }

  private async end(run: ClaimedRun, state: string, stage: string): Promise<boolean> {
    const rows = await this.db.query(
      `UPDATE match_run SET state = $3, stage = $4, finished_at = now(), claim_token = NULL, claimed_until = NULL,
         version = version + 1
       WHERE id = $1 AND claim_token = $2 AND state = 'running' RETURNING id`,
      [run.id, run.token, state, stage],
    );
    return rows.length > 0;
  }
}

function orderOf(row: { readonly cancelled: boolean } | undefined): RunOrder {
  if (row === undefined) return 'lost';
  return row.cancelled ? 'cancel' : 'go-on';
}
