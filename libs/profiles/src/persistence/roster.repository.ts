import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import type { ImportDifferences } from '../application/import.view.js';
import type { RowDifference } from './import.rows.js';
import type { KnownPerson, PersonRecord } from './roster.rows.js';
import { COUNT_DIFFERENCES, KNOWN_PEOPLE, MARK_DUPLICATES, MISSING_PEOPLE } from './roster.sql.js';

/** Most rows that a refusal names. */
const NAMED = 20;

type Role = 'mentor' | 'mentee';

/** A list of people beside the people of its program. */
@Injectable()
export class RosterRepository {
  constructor(private readonly db: Database) {}

  /** Good rows after a row, in order. */
  loadPeople(importId: string, after: number, limit: number): Promise<PersonRecord[]> {
    return this.db.query(
      `SELECT row, data FROM roster_import_row WHERE import_id = $1 AND good AND row > $2 ORDER BY row LIMIT $3`,
      [importId, after, limit],
    );
  }

  loadKnown(programId: string, role: Role, emails: readonly string[]): Promise<KnownPerson[]> {
    return this.db.query(KNOWN_PEOPLE, [programId, role, emails]);
  }

  /** @returns the participation that has each of these outer ids already */
  async loadOwners(programId: string, role: Role, outerIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ external_id: string; participation_id: string }>(
      `SELECT external_id, participation_id FROM profile WHERE program_id = $1 AND role = $2 AND external_id = ANY($3)`,
      [programId, role, outerIds],
    );
    return new Map(rows.map((row) => [row.external_id, row.participation_id]));
  }

  async saveDifferences(importId: string, rows: readonly RowDifference[]): Promise<void> {
    await this.db.query(
      `UPDATE roster_import_row r SET change = d.change, changed_fields = d.fields
       FROM jsonb_to_recordset($2::jsonb) AS d(row int, change text, fields jsonb)
       WHERE r.import_id = $1 AND r.row = d.row`,
      [importId, JSON.stringify(rows)],
    );
  }

  async countDifferences(importId: string): Promise<Omit<ImportDifferences, 'paused'>> {
    const [counts] = await this.db.query<Omit<ImportDifferences, 'paused'>>(COUNT_DIFFERENCES, [importId]);
    return counts ?? { new: 0, changed: 0, unchanged: 0, returning: 0, staysOut: 0 };
  }

  /** Of rows of one person only the first stays good, as in one file. */
  async markDuplicates(importId: string): Promise<void> {
    await this.db.query(MARK_DUPLICATES, [importId]);
  }

  /** Counts the rows anew and notes what was found. */
  async markPreviewed(importId: string, differences: ImportDifferences): Promise<void> {
    await this.db.query(
      `UPDATE roster_import i SET state = 'previewed', differences = $2, row_count = c.rows, good_count = c.good,
         bad_count = c.rows - c.good
       FROM (SELECT count(*)::int AS rows, count(*) FILTER (WHERE good)::int AS good
             FROM roster_import_row WHERE import_id = $1) c
       WHERE i.id = $1`,
      [importId, JSON.stringify(differences)],
    );
  }

  async countMissing(
    programId: string,
    role: Role,
    importId: string,
  ): Promise<{ count: number; of: number }> {
    const [row] = await this.db.query<{ count: number; of: number }>(
      `WITH missing AS (${MISSING_PEOPLE})
       SELECT (SELECT count(*) FROM missing)::int AS count,
         (SELECT count(*) FROM participation WHERE program_id = $1 AND role = $2 AND source = 'import' AND state = 'active')::int AS of`,
      [programId, role, importId],
    );
    return row ?? { count: 0, of: 0 };
  }

  async loadMissingIds(programId: string, role: Role, importId: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(`${MISSING_PEOPLE} ORDER BY p.id`, [
      programId,
      role,
      importId,
    ]);
    return rows.map(({ id }) => id);
  }

  /** The first rows of which nobody can say whom they mean. */
  async listRowsWithoutPerson(importId: string): Promise<number[]> {
    const rows = await this.db.query<{ row: number }>(
      `SELECT row FROM roster_import_row WHERE import_id = $1 AND email IS NULL AND outer_id IS NULL
       ORDER BY row LIMIT ${NAMED}`,
      [importId],
    );
    return rows.map(({ row }) => row);
  }
}
