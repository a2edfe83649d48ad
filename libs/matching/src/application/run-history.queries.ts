import { Database } from '#database';
import { decodeCursor, encodeCursor } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { NoteUnknownError, RunUnknownError } from '../matching.errors.js';
import type { RunHistoryEntry, RunNoteView } from './run-history.view.js';
import type { PairOfRun } from './score-pair-now.js';

interface NoteRow {
  id: string;
  mentee_id: string | null;
  mentee_name: string | null;
  mentor_id: string | null;
  mentor_name: string | null;
  text: string;
  written_by: string;
  by: string;
  written_at: Date;
  edited_at: Date | null;
  version: number;
}

interface HistoryRow extends RunHistoryEntry {
  /** Makes the order one of its own among things of one instant. */
  readonly key: string;
}

const NOTES = `SELECT n.id, n.mentee_id, a.name AS mentee_name, n.mentor_id, b.name AS mentor_name, n.text, n.written_by,
    w.name AS by, n.written_at, n.edited_at, n.version
  FROM run_note n JOIN account w ON w.id = n.written_by
  LEFT JOIN participation e ON e.id = n.mentee_id LEFT JOIN account a ON a.id = e.account_id
  LEFT JOIN participation o ON o.id = n.mentor_id LEFT JOIN account b ON b.id = o.account_id
  WHERE n.run_id = $1`;

/** Everything that is stored about what happened to a run `r`; a group of pairs that were decided together is one entry. */
const HISTORY = `
  SELECT 'requested' AS kind, r.requested_at AS at, r.requested_by AS who, NULL AS detail, NULL::int AS pairs, '' AS part
  FROM r
  UNION ALL SELECT 'cancel-requested', r.cancel_requested_at, r.cancel_requested_by, NULL, NULL, '' FROM r
  UNION ALL SELECT 'ended', r.finished_at, NULL, r.state, NULL, '' FROM r
  UNION ALL SELECT 'withdrawn', r.withdrawn_at, r.withdrawn_by, r.withdraw_reason, NULL, '' FROM r
  UNION ALL SELECT 'published', (p->>'at')::timestamptz, (p->>'by')::uuid, NULL, (p->>'started')::int, ''
  FROM r, jsonb_array_elements(r.publications) p
  UNION ALL SELECT 'decided', d.decided_at, d.decided_by, d.kind, count(*)::int, d.kind || d.decided_by::text
  FROM pair_decision d JOIN r ON r.id = d.run_id GROUP BY d.decided_at, d.decided_by, d.kind
  UNION ALL SELECT 'made-by-hand', h.added_at, h.added_by, NULL, 1, h.mentee_id::text
  FROM hand_made_pair h JOIN r ON r.id = h.run_id
  UNION ALL SELECT 'noted', n.written_at, n.written_by, NULL, CASE WHEN n.mentee_id IS NULL THEN NULL ELSE 1 END, n.id::text
  FROM run_note n JOIN r ON r.id = n.run_id
  UNION ALL SELECT 'next-best', m.created_at, NULL, NULL, 1, m.id::text
  FROM mentorship m JOIN r ON m.source = 'run' AND m.source_id = r.id AND m.program_id = r.program_id
  WHERE NOT EXISTS (SELECT 1 FROM match_pair p WHERE p.run_id = r.id AND p.mentorship_id = m.id)
    AND NOT EXISTS (SELECT 1 FROM hand_made_pair h WHERE h.run_id = r.id AND h.mentorship_id = m.id)
  UNION ALL SELECT 'not-confirmed', m.ended_at, NULL, m.end_reason, 1, m.id::text
  FROM mentorship m JOIN r ON m.source = 'run' AND m.source_id = r.id AND m.program_id = r.program_id
  WHERE m.state = 'ended' AND m.end_reason IS DISTINCT FROM 'withdrawn' AND EXISTS (
    SELECT 1 FROM mentorship_confirmation c WHERE c.mentorship_id = m.id AND c.answer IS DISTINCT FROM 'confirmed')`;

/** Reads what admins wrote of a run, and what happened to it; for admins. */
@Injectable()
export class RunHistoryQueries {
  constructor(private readonly db: Database) {}

  /** @throws NoteUnknownError */
  async getNote(runId: string, noteId: string, actor: ProgramActor): Promise<RunNoteView> {
    await this.refuseUnknown(runId, actor.programId);
    const [row] = await this.db.query<NoteRow>(`${NOTES} AND n.id = $2`, [runId, noteId]);
    if (row === undefined) throw new NoteUnknownError();
    return toNoteView(row, actor);
  }

  /** Notes on a run and its pairs, newest first, or on one pair alone. @throws RunUnknownError */
  async listNotes(
    runId: string,
    page: PageRequest,
    actor: ProgramActor,
    pair: Partial<PairOfRun> = {},
  ): Promise<Page<RunNoteView>> {
    const after = decodeCursor(page.cursor, ['id'])?.[0] ?? null;
    await this.refuseUnknown(runId, actor.programId);
    const rows = await this.db.query<NoteRow>(
      `${NOTES} AND ($2::uuid IS NULL OR n.id < $2::uuid) AND ($4::uuid IS NULL OR n.mentee_id = $4)
         AND ($5::uuid IS NULL OR n.mentor_id = $5)
       ORDER BY n.id DESC LIMIT $3`,
      [runId, after, page.limit + 1, pair.menteeId ?? null, pair.mentorId ?? null],
    );
    const cut = toPage(rows, page.limit, ({ id }) => encodeCursor([id]));
    return { items: cut.items.map((row) => toNoteView(row, actor)), nextCursor: cut.nextCursor };
  }

  /** What happened to a run, newest first. @throws RunUnknownError */
  async listHistory(runId: string, programId: string, page: PageRequest): Promise<Page<RunHistoryEntry>> {
    const [at, key] = decodeCursor(page.cursor, ['instant', 'text']) ?? [null, null];
    await this.refuseUnknown(runId, programId);
    const rows = await this.db.query<HistoryRow>(
      `WITH r AS (SELECT * FROM match_run WHERE id = $1),
       happened AS (
         SELECT kind, date_trunc('milliseconds', at) AS at, who, detail, pairs, kind || ' ' || part AS key
         FROM (${HISTORY}) AS each WHERE at IS NOT NULL)
       SELECT h.kind, h.at, a.name AS by, h.detail, h.pairs, h.key FROM happened h LEFT JOIN account a ON a.id = h.who
       WHERE $2::timestamptz IS NULL OR (h.at, h.key) < ($2::timestamptz, $3::text)
       ORDER BY h.at DESC, h.key DESC LIMIT $4`,
      [runId, at, key, page.limit + 1],
    );
    const cut = toPage(rows, page.limit, (row) => encodeCursor([row.at.toISOString(), row.key]));
    return {
      items: cut.items.map(({ kind, at: when, by, detail, pairs }) => ({
        kind,
        at: when,
        by,
        detail,
        pairs,
      })),
      nextCursor: cut.nextCursor,
    };
  }

  private async refuseUnknown(runId: string, programId: string): Promise<void> {
    const known = await this.db.query(`SELECT 1 FROM match_run WHERE id = $1 AND program_id = $2`, [
      runId,
      programId,
    ]);
    if (known.length === 0) throw new RunUnknownError();
  }
}

function toNoteView(row: NoteRow, actor: ProgramActor): RunNoteView {
  const { mentee_id: menteeId, mentor_id: mentorId } = row;
  return {
    id: row.id,
    pair:
      menteeId === null || mentorId === null
        ? null
        : {
            mentee: { participationId: menteeId, name: row.mentee_name ?? '' },
            mentor: { participationId: mentorId, name: row.mentor_name ?? '' },
          },
    text: row.text,
    by: row.by,
    yours: row.written_by === actor.accountId,
    writtenAt: row.written_at,
    editedAt: row.edited_at,
    version: row.version,
  };
}
