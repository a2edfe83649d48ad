import { Database } from '#database';
import { ProgramQueries, ProgramSkills } from '#programs';
import {
  type FieldColumn,
  looksLikeXlsx,
  readMentees,
  readMentors,
  readPairs,
  type ReadOptions,
  type ReadResult,
  readTable,
  readXlsxTable,
  type RosterProblem,
  type Table,
  type TableRead,
  type TableRow,
} from '#roster';
import { Injectable } from '@nestjs/common';
import type { ImportKind } from './import.view.js';
import { ProfileFields } from './profile-fields.js';
import type { ProfileFieldView } from './profile-field.view.js';

/** Most rows of one file. */
const MAX_ROWS = 20_000;

/** A good row; one of a person says whose. */
export interface ReadRow {
  readonly row: number;
  readonly id?: string;
  readonly email?: string;
}

/** A file as it was understood. */
export interface UploadRead {
  readonly table: Table;
  /** Rows that did not fit into the table; each has a problem. */
  readonly misfits: Table['rows'];
  readonly rows: readonly ReadRow[];
  readonly problems: readonly RosterProblem[];
  /** Which header was taken for which of our columns. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Reads an upload with what the program knows: its skills, its goal areas, and for pairs its people. */
@Injectable()
export class ReadUpload {
  constructor(
    private readonly db: Database,
    private readonly programs: ProgramQueries,
    private readonly skills: ProgramSkills,
    private readonly fields: ProfileFields,
  ) {}

  async read(
    programId: string,
    kind: ImportKind,
    bytes: Uint8Array,
    mapping: Readonly<Record<string, string>>,
  ): Promise<UploadRead> {
    const read = looksLikeXlsx(bytes)
      ? await readXlsxTable(bytes, { maxRows: MAX_ROWS })
      : readTable(bytes, { maxRows: MAX_ROWS });
    return this.readTable(programId, kind, read, mapping);
  }

  /** The same for a list that has come as a table. */
  async readTable(
    programId: string,
    kind: ImportKind,
    read: Pick<TableRead, 'table' | 'misfits' | 'problems'>,
    mapping: Readonly<Record<string, string>>,
  ): Promise<UploadRead> {
    const table = { header: storable(read.table.header), rows: read.table.rows.map(storableRow) };
    const misfits = read.misfits.map(storableRow);
    if (table.header.length === 0) return { table, misfits, rows: [], problems: read.problems, columns: {} };
    const { rows, problems, columns } = await this.readRows(programId, kind, table, mapping);
    return { table, misfits, rows, problems: [...read.problems, ...problems], columns };
  }

  private async readRows(
    programId: string,
    kind: ImportKind,
    table: Table,
    mapping: Readonly<Record<string, string>>,
  ): Promise<ReadResult<ReadRow>> {
    if (kind === 'pairs') return readPairs(table, { mapping }, await this.knownPeople(programId));
    const program = await this.programs.getById(programId);
    const options: ReadOptions = {
      mapping,
      goalAreas: program.goalAreas.map((area) => area.key),
      defaults: { timeZone: program.timeZone, capacity: program.settings.defaultMentorCapacity },
      taxonomy: await this.skills.loadTaxonomy(programId),
      fields: fieldsFor(kind, await this.fields.list(programId)),
    };
    return kind === 'mentors' ? readMentors(table, options) : readMentees(table, options);
  }

  private async knownPeople(programId: string): Promise<{ mentees: Set<string>; mentors: Set<string> }> {
    const rows = await this.db.query<{ role: string; email: string; external_id: string | null }>(
      `SELECT p.role, a.email, f.external_id FROM participation p
       JOIN account a ON a.id = p.account_id LEFT JOIN profile f ON f.participation_id = p.id
       WHERE p.program_id = $1 AND p.role IN ('mentor', 'mentee')`,
      [programId],
    );
    const known = { mentees: new Set<string>(), mentors: new Set<string>() };
    for (const { role, email, external_id } of rows) {
      const people = role === 'mentor' ? known.mentors : known.mentees;
      people.add(email);
      if (external_id !== null) people.add(external_id);
    }
    return known;
  }
}

function fieldsFor(kind: 'mentors' | 'mentees', fields: readonly ProfileFieldView[]): FieldColumn[] {
  const role = kind === 'mentors' ? 'mentor' : 'mentee';
  return fields.filter(({ askedOf }) => askedOf === 'both' || askedOf === role);
}

/** PostgreSQL stores neither NUL characters nor halves of surrogate pairs. */
function storable(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.replaceAll('\0', '').toWellFormed());
}

function storableRow({ number, cells }: TableRow): TableRow {
  return { number, cells: storable(cells) };
}
