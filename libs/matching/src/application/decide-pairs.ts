import { Database } from '#database';
import { Clock, type FieldProblem } from '#kernel';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { PairPublishedError, PairsUnknownError, RunNotReadyError } from '../matching.errors.js';
import { RunRepository } from '../persistence/run.repository.js';

/** What an admin may make of a pair: `suppressed` keeps it for later. */
export type PairDecision = 'approved' | 'declined' | 'suppressed';

/** Which pairs are decided, and how. */
export interface DecidePairsInput {
  readonly runId: string;
  /** `undecided` takes an earlier word back. */
  readonly decision: PairDecision | 'undecided';
  /** `undecided`: all pairs of the run that nobody decided yet, nor published. */
  readonly pairs: readonly { readonly menteeId: string; readonly mentorId: string }[] | 'undecided';
  readonly note?: string | null;
}

/** Reviews pairs of a run one by one or together, before they are published. */
@Injectable()
export class DecidePairs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly runs: RunRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * All of them, or none. Deciding the same again changes nothing but note, person and time.
   *
   * @returns how many pairs were decided; @throws RunUnknownError, RunNotReadyError, PairsUnknownError, PairPublishedError
   */
  async execute(input: DecidePairsInput, actor: ProgramActor): Promise<{ decided: number }> {
    return this.db.transaction(async () => {
      const run = await this.runs.lockWithCohort(input.runId, actor.programId);
      if (run.state !== 'succeeded') throw new RunNotReadyError(run.state);
      const ids = await this.pairsOf(input);
      if (input.decision === 'undecided') await this.clear(input.runId, ids);
      else await this.write(input, input.decision, ids, actor.accountId);
      await this.audit.record(actor, {
        action: 'run.pairs-decided',
        subjectId: input.runId,
        about: ids.flatMap(({ mentee_id, mentor_id }) => [mentee_id, mentor_id]),
        fields: [input.decision],
      });
      return { decided: ids.length };
    });
  }

  private async pairsOf({ runId, pairs }: DecidePairsInput): Promise<readonly PairIds[]> {
    if (pairs === 'undecided')
      return this.db.query<PairIds>(
        `SELECT p.mentee_id, p.mentor_id FROM match_pair p
         LEFT JOIN pair_decision d USING (run_id, mentee_id, mentor_id)
         WHERE p.run_id = $1 AND d.kind IS NULL AND p.mentorship_id IS NULL`,
        [runId],
      );
    const named = distinct(pairs);
    const found = await this.db.query<PairIds & { published: boolean }>(
      `SELECT p.mentee_id, p.mentor_id, p.mentorship_id IS NOT NULL AS published FROM match_pair p
       JOIN jsonb_to_recordset($2::jsonb) AS n(mentee_id uuid, mentor_id uuid)
         ON n.mentee_id = p.mentee_id AND n.mentor_id = p.mentor_id
       WHERE p.run_id = $1`,
      [runId, JSON.stringify(named)],
    );
    if (found.length < named.length) throw new PairsUnknownError(unknownOf(pairs, found));
    if (found.some(({ published }) => published)) throw new PairPublishedError();
    return found;
  }

  private async clear(runId: string, pairs: readonly PairIds[]): Promise<void> {
    await this.db.query(
      `DELETE FROM pair_decision d USING jsonb_to_recordset($2::jsonb) AS n(mentee_id uuid, mentor_id uuid)
       WHERE d.run_id = $1 AND d.mentee_id = n.mentee_id AND d.mentor_id = n.mentor_id`,
      [runId, JSON.stringify(pairs)],
    );
  }

  private async write(
    { runId, note }: DecidePairsInput,
    kind: PairDecision,
    pairs: readonly PairIds[],
    accountId: string,
  ): Promise<void> {
    await this.db.query(
      `INSERT INTO pair_decision (run_id, mentee_id, mentor_id, kind, note, decided_by, decided_at)
       SELECT $1, mentee_id, mentor_id, $3, $4, $5, $6
       FROM jsonb_to_recordset($2::jsonb) AS n(mentee_id uuid, mentor_id uuid)
       ON CONFLICT (run_id, mentee_id, mentor_id) DO UPDATE SET kind = excluded.kind, note = excluded.note,
         decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
      [runId, JSON.stringify(pairs), kind, note ?? null, accountId, this.clock.now()],
    );
  }
}

interface PairIds {
  readonly mentee_id: string;
  readonly mentor_id: string;
}

function distinct(
  pairs: readonly { readonly menteeId: string; readonly mentorId: string }[],
): readonly PairIds[] {
  const byKey = new Map(
    pairs.map(({ menteeId, mentorId }) => [
      `${menteeId} ${mentorId}`,
      { mentee_id: menteeId, mentor_id: mentorId },
    ]),
  );
  return [...byKey.values()];
}

/** A problem for each pair that was not found. */
function unknownOf(
  pairs: readonly { readonly menteeId: string; readonly mentorId: string }[],
  found: readonly PairIds[],
): FieldProblem[] {
  const known = new Set(found.map(({ mentee_id, mentor_id }) => `${mentee_id} ${mentor_id}`));
  return pairs.flatMap(({ menteeId, mentorId }, index) =>
    known.has(`${menteeId} ${mentorId}`)
      ? []
      : [{ path: `pairs.${index}`, message: 'The run has no such pair.' }],
  );
}
