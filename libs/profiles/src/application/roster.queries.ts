import { Database } from '#database';
import { decodeCursor, encodeCursor } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import { Injectable } from '@nestjs/common';
import { MISSING_PEOPLE } from '../persistence/roster.sql.js';
import type { ChangeKind, FieldChange } from './import.view.js';
import { ImportQueries } from './import.queries.js';
import { roleOf } from './missing-people.js';

/** A row of a list and what applying it does to its person. */
export interface RowDifferenceView {
  readonly row: number;
  readonly email: string;
  readonly change: ChangeKind;
  readonly fields: readonly FieldChange[];
}

/** Somebody whom a full list would pause. */
export interface MissingPersonView {
  readonly participationId: string;
  readonly name: string;
  readonly email: string;
}

/** What a list of people would do, person by person. */
@Injectable()
export class RosterQueries {
  constructor(
    private readonly db: Database,
    private readonly imports: ImportQueries,
  ) {}

  /** Rows in the order of the list, as they were compared; @throws ImportUnknownError */
  async listDifferences(
    programId: string,
    importId: string,
    change: ChangeKind | undefined,
    page: PageRequest,
  ): Promise<Page<RowDifferenceView>> {
    const after = decodeCursor(page.cursor, ['integer']);
    await this.imports.get(programId, importId);
    const rows = await this.db.query<RowDifferenceView>(
      `SELECT row, email, change, changed_fields AS fields FROM roster_import_row
       WHERE import_id = $1 AND row > $2 AND change IS NOT NULL AND ($3::text IS NULL OR change = $3)
       ORDER BY row LIMIT $4`,
      [importId, after?.[0] ?? 0, change ?? null, page.limit + 1],
    );
    return toPage(rows, page.limit, ({ row }) => encodeCursor([row]));
  }

  /** Whom applying it now would pause; nobody unless it is a full list. @throws ImportUnknownError */
  async listMissing(
    programId: string,
    importId: string,
    page: PageRequest,
  ): Promise<Page<MissingPersonView>> {
    const after = decodeCursor(page.cursor, ['id']);
    const { kind, fullList } = await this.imports.get(programId, importId);
    if (!fullList) return { items: [], nextCursor: null };
    const rows = await this.db.query<{ id: string; name: string; email: string }>(
      `${MISSING_PEOPLE} AND ($4::uuid IS NULL OR p.id > $4::uuid) ORDER BY p.id LIMIT $5`,
      [programId, roleOf(kind), importId, after?.[0] ?? null, page.limit + 1],
    );
    const { items, nextCursor } = toPage(rows, page.limit, ({ id }) => encodeCursor([id]));
    return {
      items: items.map(({ id, name, email }) => ({ participationId: id, name, email })),
      nextCursor,
    };
  }
}
