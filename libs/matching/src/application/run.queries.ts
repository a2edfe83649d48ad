import { Database } from '#database';
import { decodeCursor, encodeCursor } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import { Injectable } from '@nestjs/common';
import { CohortUnknownError, RunUnknownError, RunUnprovedError } from '../matching.errors.js';
import { toRunPairView, toRunView } from '../persistence/run.mapper.js';
import type { RunPairRow, RunRow, RunUnmatchedRow } from '../persistence/run.rows.js';
import type { PairDecision } from './decide-pairs.js';
import { describeDiagnosis, mentorsNamedIn, nearestIn } from './describe-diagnosis.js';
import type { CertificateView, RunPairView, RunUnmatchedView, RunView } from './run.view.js';

const COLUMNS = `r.id, r.cohort_id, r.batch_id, r.label, r.kind, r.state, r.progress, r.stage, r.parameters, r.input_hash, r.failure,
  r.readiness_overridden,
  r.requested_at, r.started_at, r.finished_at, r.cancel_requested_at, r.published_at, r.publication, r.withdrawn_at,
  r.withdraw_reason, r.version,
  (SELECT count(*)::int FROM match_pair p WHERE p.run_id = r.id) AS pairs,
  (SELECT count(*)::int FROM match_unmatched u WHERE u.run_id = r.id AND u.role = 'mentee') AS unmatched_mentees`;

/** Which pairs are listed, by what an admin said of them. */
export type PairFilter = PairDecision | 'undecided';

/** Reads runs and what they found; for admins. */
@Injectable()
export class RunQueries {
  constructor(private readonly db: Database) {}

  /** @throws RunUnknownError */
  async get(runId: string, programId: string): Promise<RunView> {
    const [row] = await this.db.query<RunRow>(
      `SELECT ${COLUMNS}, r.summary FROM match_run r WHERE r.id = $1 AND r.program_id = $2`,
      [runId, programId],
    );
    if (row === undefined) throw new RunUnknownError();
    return toRunView(row);
  }

  /** The certificate with all its prices. @throws RunUnknownError, RunUnprovedError */
  async getCertificate(runId: string, programId: string): Promise<CertificateView> {
    const [row] = await this.db.query<{
      state: string;
      input_hash: string | null;
      certificate: object | null;
    }>(`SELECT state, input_hash, certificate FROM match_run WHERE id = $1 AND program_id = $2`, [
      runId,
      programId,
    ]);
    if (row === undefined) throw new RunUnknownError();
    if (row.certificate === null) throw new RunUnprovedError(row.state);
    return { inputHash: row.input_hash, certificate: row.certificate };
  }

  /** Runs of a round, newest first. @throws CohortUnknownError */
  async list(cohortId: string, programId: string, page: PageRequest): Promise<Page<RunView>> {
    const known = await this.db.query(`SELECT 1 FROM cohort WHERE id = $1 AND program_id = $2`, [
      cohortId,
      programId,
    ]);
    if (known.length === 0) throw new CohortUnknownError();
    const after = decodeCursor(page.cursor, ['id'])?.[0] ?? null;
    const rows = await this.db.query<RunRow>(
      `SELECT ${COLUMNS}, r.summary FROM match_run r
       WHERE r.cohort_id = $1 AND r.program_id = $2 AND ($3::uuid IS NULL OR r.id < $3::uuid)
       ORDER BY r.id DESC LIMIT $4`,
      [cohortId, programId, after, page.limit + 1],
    );
    const cut = toPage(rows, page.limit, ({ id }) => encodeCursor([id]));
    return { items: cut.items.map(toRunView), nextCursor: cut.nextCursor };
  }

  /** Pairs of a run, best score first. @throws RunUnknownError */
  async listPairs(
    runId: string,
    programId: string,
    page: PageRequest,
    decision: PairFilter | null = null,
  ): Promise<Page<RunPairView>> {
    await this.madePairs(runId, programId);
    const [score, mentee, mentor] = decodeCursor(page.cursor, ['integer', 'id', 'id']) ?? [null, null, null];
    const rows = await this.db.query<RunPairRow>(
      `SELECT p.mentee_id, p.mentor_id, p.score, p.locked, p.strength, p.contributions, p.mentorship_id,
         a.name AS mentee_name, b.name AS mentor_name, d.kind AS decision, d.note AS decision_note,
         w.name AS decided_by, d.decided_at
       FROM match_pair p
       LEFT JOIN pair_decision d USING (run_id, mentee_id, mentor_id)
       LEFT JOIN account w ON w.id = d.decided_by
       JOIN participation e ON e.id = p.mentee_id JOIN account a ON a.id = e.account_id
       JOIN participation o ON o.id = p.mentor_id JOIN account b ON b.id = o.account_id
       WHERE p.run_id = $1 AND ($6::text IS NULL OR coalesce(d.kind, 'undecided') = $6)
         AND ($2::int IS NULL OR p.score <= $2::int)
         AND ($2::int IS NULL OR p.score < $2::int OR (p.mentee_id, p.mentor_id) > ($3::uuid, $4::uuid))
       ORDER BY p.score DESC, p.mentee_id, p.mentor_id LIMIT $5`,
      [runId, score, mentee, mentor, page.limit + 1, decision],
    );
    const cut = toPage(rows, page.limit, (row) => encodeCursor([row.score, row.mentee_id, row.mentor_id]));
    return { items: cut.items.map(toRunPairView), nextCursor: cut.nextCursor };
  }

  /** Everybody whom a run left over: mentees first, each with the reason in words. @throws RunUnknownError */
  async listUnmatched(
    runId: string,
    programId: string,
    page: PageRequest,
    role: 'mentor' | 'mentee' | null = null,
  ): Promise<Page<RunUnmatchedView>> {
    const madePairs = await this.madePairs(runId, programId);
    const [afterRole, after] = decodeCursor(page.cursor, ['text', 'id']) ?? [null, null];
    const rows = await this.db.query<RunUnmatchedRow>(
      `SELECT u.participation_id, u.role, u.diagnosis, a.name FROM match_unmatched u
       JOIN participation p ON p.id = u.participation_id JOIN account a ON a.id = p.account_id
       WHERE u.run_id = $1 AND ($2::text IS NULL OR u.role = $2)
         AND ($3::text IS NULL OR (u.role, u.participation_id) > ($3::text, $4::uuid))
       ORDER BY u.role, u.participation_id LIMIT $5`,
      [runId, role, afterRole, after, page.limit + 1],
    );
    const cut = toPage(rows, page.limit, (row) => encodeCursor([row.role, row.participation_id]));
    const [names, paired] = await Promise.all([
      this.namesOf(cut.items.flatMap(({ diagnosis }) => mentorsNamedIn(diagnosis))),
      this.pairedOf(
        runId,
        cut.items.flatMap(({ diagnosis }) => nearestIn(diagnosis)),
      ),
    ]);
    return {
      items: cut.items.map(({ participation_id: participationId, name, role: side, diagnosis }) => ({
        person: { participationId, name },
        role: side,
        why: describeDiagnosis(side, diagnosis, { names, paired, madePairs }),
        diagnosis,
      })),
      nextCursor: cut.nextCursor,
    };
  }

  /** Names by participation. */
  async namesOf(participationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (participationIds.length === 0) return new Map();
    const rows = await this.db.query<{ id: string; name: string }>(
      `SELECT p.id, a.name FROM participation p JOIN account a ON a.id = p.account_id WHERE p.id = ANY($1::uuid[])`,
      [[...new Set(participationIds)]],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Who of some mentors got somebody in a run. */
  private async pairedOf(runId: string, mentorIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (mentorIds.length === 0) return new Set();
    const rows = await this.db.query<{ id: string }>(
      `SELECT DISTINCT mentor_id AS id FROM match_pair WHERE run_id = $1 AND mentor_id = ANY($2::uuid[])`,
      [runId, [...new Set(mentorIds)]],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Whether a run found any pair. @throws RunUnknownError */
  private async madePairs(runId: string, programId: string): Promise<boolean> {
    const [run] = await this.db.query<{ some: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM match_pair p WHERE p.run_id = r.id) AS some FROM match_run r
       WHERE r.id = $1 AND r.program_id = $2`,
      [runId, programId],
    );
    if (run === undefined) throw new RunUnknownError();
    return run.some;
  }
}
