import { Database } from '#database';
import type { RosterProblem } from '#roster';
import { Injectable } from '@nestjs/common';
import type { ImportCounts } from '../application/import-people.js';
import type { ImportKind } from '../application/import.view.js';
import { ImportUnknownError } from '../imports.errors.js';
import type { ImportRecord, NewImportRow } from './import.rows.js';

const CHUNK = 1_000;

/** A new upload, before its rows. */
export interface NewImport {
  readonly id: string;
  readonly programId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly state: 'receiving' | 'previewed';
  readonly fullList: boolean;
  /** Whether new people hear nothing until a wave writes to them. */
  readonly holdMails: boolean;
  readonly mapping: Readonly<Record<string, string>>;
  readonly header: readonly string[];
  readonly problems: readonly RosterProblem[];
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** The tables of uploads. */
@Injectable()
export class ImportRepository {
  constructor(private readonly db: Database) {}

  async insert(upload: NewImport, rows: readonly NewImportRow[]): Promise<void> {
    const good = rows.filter((row) => row.good).length;
    await this.db.query(
      `INSERT INTO roster_import (id, program_id, kind, state, file_name, full_list, hold_mails, mapping, header, row_count, good_count, bad_count, problems, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        upload.id,
        upload.programId,
        upload.kind,
        upload.state,
        upload.fileName,
        upload.fullList,
        upload.holdMails,
        JSON.stringify(upload.mapping),
        JSON.stringify(upload.header),
        rows.length,
        good,
        rows.length - good,
        JSON.stringify(upload.problems),
        upload.createdBy,
        upload.createdAt,
      ],
    );
    await this.insertRows(upload.id, rows);
  }

  async insertRows(importId: string, rows: readonly NewImportRow[]): Promise<void> {
    for (let at = 0; at < rows.length; at += CHUNK) {
      await this.db.query(
        `INSERT INTO roster_import_row (import_id, row, good, cells, data, problems, email, outer_id)
         SELECT $1, row, good, cells, data, problems, email, "outerId"
         FROM jsonb_to_recordset($2::jsonb) AS r(row int, good boolean, cells jsonb, data jsonb, problems jsonb,
           email text, "outerId" text)`,
        [importId, JSON.stringify(rows.slice(at, at + CHUNK))],
      );
    }
  }

  async deleteRows(importId: string, first: number, last: number): Promise<void> {
    await this.db.query(`DELETE FROM roster_import_row WHERE import_id = $1 AND row BETWEEN $2 AND $3`, [
      importId,
      first,
      last,
    ]);
  }

  /** Numbers of the parts that have arrived, in order. */
  async listParts(importId: string, rowsPerPart: number): Promise<number[]> {
    const parts = await this.db.query<{ part: number }>(
      `SELECT DISTINCT (row - 1) / $2::int + 1 AS part FROM roster_import_row WHERE import_id = $1 ORDER BY part`,
      [importId, rowsPerPart],
    );
    return parts.map(({ part }) => part);
  }

  /** @throws ImportUnknownError */
  async lock(programId: string | null, id: string): Promise<ImportRecord> {
    const [record] = await this.db.query<ImportRecord>(
      `SELECT * FROM roster_import WHERE id = $1 AND ($2::uuid IS NULL OR program_id = $2) FOR UPDATE`,
      [id, programId],
    );
    if (record === undefined) throw new ImportUnknownError();
    return record;
  }

  /** The good rows as they were read, in file order. */
  async loadGoodRows<Row>(id: string): Promise<Row[]> {
    const rows = await this.db.query<{ data: Row }>(
      `SELECT data FROM roster_import_row WHERE import_id = $1 AND good ORDER BY row`,
      [id],
    );
    return rows.map((row) => row.data);
  }

  async markApplying(id: string, confirmedPauses: number | null): Promise<void> {
    await this.db.query(
      `UPDATE roster_import SET state = 'applying', failure = NULL, confirmed_pauses = $2 WHERE id = $1`,
      [id, confirmedPauses],
    );
  }

  async markApplied(id: string, done: ImportCounts, at: Date): Promise<void> {
    await this.db.query(
      `UPDATE roster_import SET state = 'applied', created_count = $2, updated_count = $3, paused_count = $4,
         returned_count = $5, applied_at = $6 WHERE id = $1`,
      [id, done.created, done.updated, done.paused ?? 0, done.returned ?? 0, at],
    );
  }

  async markFailed(id: string, failure: string): Promise<void> {
    await this.db.query(`UPDATE roster_import SET state = 'failed', failure = $2 WHERE id = $1`, [
      id,
      failure,
    ]);
  }

  async findMapping(programId: string, kind: ImportKind): Promise<Record<string, string>> {
    const [row] = await this.db.query<{ mapping: Record<string, string> }>(
      `SELECT mapping FROM roster_mapping WHERE program_id = $1 AND kind = $2`,
      [programId, kind],
    );
    return row?.mapping ?? {};
  }

  async saveMapping(
    programId: string,
    kind: ImportKind,
    mapping: Readonly<Record<string, string>>,
  ): Promise<void> {
    await this.db.query(
      `INSERT INTO roster_mapping (program_id, kind, mapping) VALUES ($1, $2, $3)
       ON CONFLICT (program_id, kind) DO UPDATE SET mapping = excluded.mapping`,
      [programId, kind, JSON.stringify(mapping)],
    );
  }
}
