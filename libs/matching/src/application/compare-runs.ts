import { Database } from '#database';
import type { EngineSummary } from '#engine';
import { decodeCursor, encodeCursor } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import { Injectable } from '@nestjs/common';
import { RunIncomparableError, RunUnknownError } from '../matching.errors.js';
import { changedSettings, figuresOf } from './run-figures.js';
import type { ChangedMentee, ComparedRun, PartnerInRun, RunComparison } from './run-comparison.view.js';

/** Two runs of one program, the earlier one in the sense of the question first. */
export interface TwoRuns {
  readonly beforeId: string;
  readonly afterId: string;
}

interface ComparedRow {
  id: string;
  cohort_id: string;
  state: string;
  input_hash: string | null;
  finished_at: Date | null;
  parameters: object;
  summary: Partial<EngineSummary> | null;
}

interface ChangedMenteeRow {
  mentee_id: string;
  name: string;
  before: PartnerInRun[];
  after: PartnerInRun[];
}

/** Puts two runs side by side: settings, figures and pairs; for admins. */
@Injectable()
export class CompareRuns {
  constructor(private readonly db: Database) {}

  /** @throws RunUnknownError, RunIncomparableError */
  async execute(runs: TwoRuns, programId: string): Promise<RunComparison> {
    const [before, after] = await this.both(runs, programId);
    const [counts] = await this.db.query<{ kept: number; before: number; after: number }>(
      `SELECT (SELECT count(*)::int FROM match_pair WHERE run_id = $1) AS before,
         (SELECT count(*)::int FROM match_pair WHERE run_id = $2) AS after,
         (SELECT count(*)::int FROM match_pair a JOIN match_pair b
            ON b.run_id = $2 AND b.mentee_id = a.mentee_id AND b.mentor_id = a.mentor_id
          WHERE a.run_id = $1) AS kept`,
      [before.id, after.id],
    );
    const kept = counts?.kept ?? 0;
    const [first, second] = [comparedRun(before), comparedRun(after)];
    return {
      before: first,
      after: second,
      sameInput: before.input_hash !== null && before.input_hash === after.input_hash,
      settings: changedSettings(before.parameters, after.parameters),
      differences: Object.fromEntries(
        Object.entries(second.figures).map(([name, value]) => {
          const earlier = first.figures[name] ?? null;
          return [name, value === null || earlier === null ? null : value - earlier];
        }),
      ),
      kept,
      lost: (counts?.before ?? 0) - kept,
      added: (counts?.after ?? 0) - kept,
    };
  }

  /** The mentees who have other mentors in the second run than in the first. @throws RunUnknownError, RunIncomparableError */
  async listChanges(runs: TwoRuns, programId: string, page: PageRequest): Promise<Page<ChangedMentee>> {
    const after = decodeCursor(page.cursor, ['id'])?.[0] ?? null;
    await this.both(runs, programId);
    const rows = await this.db.query<ChangedMenteeRow>(
      `WITH changed AS (
         SELECT DISTINCT coalesce(a.mentee_id, b.mentee_id) AS mentee_id
         FROM (SELECT mentee_id, mentor_id FROM match_pair WHERE run_id = $1) a
         FULL JOIN (SELECT mentee_id, mentor_id FROM match_pair WHERE run_id = $2) b USING (mentee_id, mentor_id)
         WHERE (a.mentee_id IS NULL OR b.mentee_id IS NULL)
           AND ($3::uuid IS NULL OR coalesce(a.mentee_id, b.mentee_id) > $3::uuid)
         ORDER BY 1 LIMIT $4)
       SELECT c.mentee_id, n.name, ${partnersIn('$1')} AS before, ${partnersIn('$2')} AS after
       FROM changed c JOIN participation p ON p.id = c.mentee_id JOIN account n ON n.id = p.account_id
       ORDER BY c.mentee_id`,
      [runs.beforeId, runs.afterId, after, page.limit + 1],
    );
    const cut = toPage(rows, page.limit, (row) => encodeCursor([row.mentee_id]));
    return {
      items: cut.items.map(({ mentee_id: participationId, name, before, after: then }) => ({
        mentee: { participationId, name },
        before,
        after: then,
      })),
      nextCursor: cut.nextCursor,
    };
  }

  private async both({ beforeId, afterId }: TwoRuns, programId: string): Promise<[ComparedRow, ComparedRow]> {
    const rows = await this.db.query<ComparedRow>(
      `SELECT id, cohort_id, state, input_hash, finished_at, parameters, summary FROM match_run
       WHERE id = ANY($1::uuid[]) AND program_id = $2`,
      [[beforeId, afterId], programId],
    );
    const find = (id: string): ComparedRow => {
      const row = rows.find((each) => each.id === id);
      if (row === undefined) throw new RunUnknownError();
      if (row.state !== 'succeeded') throw new RunIncomparableError(row.state);
      return row;
    };
    return [find(beforeId), find(afterId)];
  }
}

function partnersIn(run: string): string {
  return `coalesce((SELECT jsonb_agg(jsonb_build_object('participationId', m.mentor_id, 'name', a.name,
      'score', m.score) ORDER BY m.mentor_id)
    FROM match_pair m JOIN participation o ON o.id = m.mentor_id JOIN account a ON a.id = o.account_id
    WHERE m.run_id = ${run} AND m.mentee_id = c.mentee_id), '[]'::jsonb)`;
}

function comparedRun(row: ComparedRow): ComparedRun {
  return {
    runId: row.id,
    cohortId: row.cohort_id,
    inputHash: row.input_hash,
    finishedAt: row.finished_at,
    figures: figuresOf(row.summary ?? {}),
  };
}
