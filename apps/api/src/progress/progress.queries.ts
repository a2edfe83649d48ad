import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import {
  progressKey,
  type ProgressKind,
  type ProgressState,
  type ProgressTarget,
  toProgressState,
} from './progress.js';

interface ProgressRow {
  readonly kind: ProgressKind;
  readonly id: string;
  readonly program_id: string;
  readonly data: { readonly state: string };
}

/**
 * $1 runs, $2 imports, $3 published runs. Each mentorship of a run owes one event, found by its key, and that event two
 * mails: what is not expanded yet is due too.
 */
const PROGRESS = `
SELECT 'run' AS kind, r.id, r.program_id, jsonb_build_object('state', r.state, 'progress', r.progress,
  'stage', r.stage, 'failure', r.failure) AS data
FROM match_run r WHERE r.id = ANY($1::uuid[])
UNION ALL
SELECT 'import', i.id, i.program_id, jsonb_build_object('state', i.state, 'rowCount', i.row_count,
  'goodCount', i.good_count, 'badCount', i.bad_count, 'createdCount', i.created_count, 'updatedCount', i.updated_count,
  'pausedCount', i.paused_count, 'returnedCount', i.returned_count, 'failure', i.failure)
FROM roster_import i WHERE i.id = ANY($2::uuid[])
UNION ALL
SELECT 'publication', r.id, r.program_id, jsonb_build_object(
  'state', CASE WHEN r.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN r.published_at IS NULL THEN 'unpublished'
    WHEN m.due = 0 THEN 'done' ELSE 'sending' END,
  'pairs', m.pairs, 'due', m.due, 'sent', m.sent, 'failed', m.failed, 'dropped', m.dropped)
FROM match_run r CROSS JOIN LATERAL (
  SELECT count(DISTINCT p.mentorship_id)::int AS pairs,
    (count(d.id) FILTER (WHERE d.state IN ('pending', 'claimed'))
      + 2 * count(DISTINCT e.id) FILTER (WHERE e.done_at IS NULL AND d.id IS NULL))::int AS due,
    count(*) FILTER (WHERE d.state = 'sent')::int AS sent,
    count(*) FILTER (WHERE d.state IN ('failed', 'suppressed'))::int AS failed,
    count(*) FILTER (WHERE d.state IN ('dropped', 'expired'))::int AS dropped
  FROM match_pair p
  JOIN outbox_event e ON e.dedupe_key = 'mentorship.started:' || p.mentorship_id
  LEFT JOIN delivery d ON d.event_id = e.id
  WHERE p.run_id = r.id) m
WHERE r.id = ANY($3::uuid[])`;

/** Reads where things stand: all that anybody follows at this process, in one statement. */
@Injectable()
export class ProgressQueries {
  constructor(private readonly db: Database) {}

  /** @returns by `progressKey`; what doesn't exist, or belongs to another program, is missing */
  async read(targets: readonly ProgressTarget[]): Promise<ReadonlyMap<string, ProgressState>> {
    const programs = new Map(targets.map((target) => [progressKey(target), target.programId]));
    const ids = (kind: ProgressKind): string[] => [
      ...new Set(targets.filter((target) => target.kind === kind).map(({ id }) => id)),
    ];
    const rows = await this.db.query<ProgressRow>(PROGRESS, [ids('run'), ids('import'), ids('publication')]);
    return new Map(
      rows
        .filter((row) => programs.get(progressKey(row)) === row.program_id)
        .map((row) => [progressKey(row), toProgressState(row.kind, row.data)]),
    );
  }
}
