import type { ColumnSpec } from './column-names.data.js';
import { matchColumns } from './match-columns.js';
import type { PersonRow } from './person-rows.js';
import { fieldColumns } from './read-fields.js';
import type { ReadOptions, ReadResult } from './read-result.js';
import type { RosterProblem } from './roster-problem.js';
import { Advice, RowCells } from './row-cells.js';
import type { Table } from './table.js';

/**
 * Reads every row of a table with a row reader. A row with an error is left out and spoils no other; without the
 * required columns no row is read, so that one cause is one problem.
 */
export function readRows<Row>(
  table: Table,
  specs: readonly ColumnSpec[],
  options: ReadOptions,
  readRow: (cells: RowCells) => Row,
): ReadResult<Row> {
  // The program's own names are nearer than usual synonyms of ours: its “Level” is no grade.
  const all = [...fieldColumns(options.fields ?? []), ...specs];
  const columns = matchColumns(table.header, all, options.mapping, columnsWithDefault(options));
  const problems: RosterProblem[] = [...columns.problems];
  const rows: Row[] = [];
  const advice = new Advice();
  if (!problems.some((problem) => problem.severity === 'error')) {
    for (const tableRow of table.rows) {
      const cells = new RowCells(tableRow, columns, problems, advice);
      cells.checkText();
      const row = readRow(cells);
      if (!cells.failed) rows.push(row);
    }
  }
  const used = new Set([...columns.byKey.values()].map((column) => column.at));
  return {
    rows,
    problems,
    columns: Object.fromEntries([...columns.byKey].map(([key, column]) => [key, column.header])),
    unusedColumns: table.header.filter((header, at) => !used.has(at) && header.trim() !== ''),
  };
}

/** Notes the second row of one email address or one id as an error; the first row stands. */
export class UniquePeople {
  private readonly rowByEmail = new Map<string, number>();
  private readonly rowById = new Map<string, number>();

  check(cells: RowCells, person: PersonRow): void {
    this.claim(cells, this.rowByEmail, 'email', person.email);
    if (person.id !== person.email) this.claim(cells, this.rowById, 'id', person.id);
  }

  private claim(cells: RowCells, seen: Map<string, number>, key: 'email' | 'id', value: string): void {
    if (value === '') return;
    const first = seen.get(value);
    if (first === undefined) {
      seen.set(value, cells.number);
      return;
    }
    const what = key === 'email' ? 'email address' : 'id';
    const message = `This ${what} is already in row ${first}: every person has one row.`;
    cells.error(key, key === 'email' ? 'duplicate-email' : 'duplicate-id', message, value);
  }
}

function columnsWithDefault(options: ReadOptions): ReadonlySet<string> {
  const keys = new Set<string>();
  if (options.defaults?.timeZone !== undefined) keys.add('time_zone');
  if (options.defaults?.languages !== undefined) keys.add('languages');
  return keys;
}
