import { Database } from '#database';
import { decodeCursor, encodeCursor } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import { type RejectedRow, rejectedRowsCsv, type RosterProblem } from '#roster';
import { Injectable } from '@nestjs/common';
import { ImportUnknownError } from '../imports.errors.js';
import { toImportView } from '../persistence/import.mapper.js';
import type { ImportProblemRecord, ImportRecord } from '../persistence/import.rows.js';
import type { ImportView } from './import.view.js';

/** A row with its problems. */
export interface ImportRowProblems {
  readonly row: number;
  /** False when the row is left out. */
  readonly taken: boolean;
  readonly problems: readonly RosterProblem[];
}

/** What an admin may read of uploads. */
@Injectable()
export class ImportQueries {
  constructor(private readonly db: Database) {}

  /** @throws ImportUnknownError */
  async get(programId: string, id: string): Promise<ImportView> {
    return toImportView(await this.load(programId, id));
  }

  async list(programId: string, page: PageRequest): Promise<Page<ImportView>> {
    const after = decodeCursor(page.cursor, ['id']);
    const rows = await this.db.query<ImportRecord>(
      `SELECT * FROM roster_import WHERE program_id = $1 AND ($2::uuid IS NULL OR id < $2::uuid) ORDER BY id DESC LIMIT $3`,
      [programId, after?.[0] ?? null, page.limit + 1],
    );
    const { items, nextCursor } = toPage(rows, page.limit, (row) => encodeCursor([row.id]));
    return { items: items.map(toImportView), nextCursor };
  }

  /** Rows with problems, in file order; @throws ImportUnknownError */
  async listProblems(programId: string, id: string, page: PageRequest): Promise<Page<ImportRowProblems>> {
    await this.load(programId, id);
    const after = decodeCursor(page.cursor, ['integer']);
    const rows = await this.db.query<ImportProblemRecord>(
      `SELECT row, good, problems FROM roster_import_row
       WHERE import_id = $1 AND problems <> '[]'::jsonb AND row > $2 ORDER BY row LIMIT $3`,
      [id, after?.[0] ?? 0, page.limit + 1],
    );
    const { items, nextCursor } = toPage(rows, page.limit, (row) => encodeCursor([row.row]));
    return { items: items.map(({ row, good, problems }) => ({ row, taken: good, problems })), nextCursor };
  }

  /**
   * The rows that were left out, as a file to correct and upload again (see `rejectedRowsCsv`).
   *
   * @throws ImportUnknownError
   */
  async rejectedCsv(programId: string, id: string): Promise<string> {
    const { header } = await this.load(programId, id);
    const rows = await this.db.query<RejectedRow>(
      `SELECT cells, problems FROM roster_import_row WHERE import_id = $1 AND NOT good ORDER BY row`,
      [id],
    );
    return rejectedRowsCsv(header, rows);
  }

  private async load(programId: string, id: string): Promise<ImportRecord> {
    const [record] = await this.db.query<ImportRecord>(
      `SELECT * FROM roster_import WHERE id = $1 AND program_id = $2`,
      [id, programId],
    );
    if (record === undefined) throw new ImportUnknownError();
    return record;
  }
}
