import type { TableRead } from './read-table.js';
import { isError, type RosterProblem } from './roster-problem.js';
import { writeCsv } from './write-csv.js';

/** Header of the column that says what is wrong; no reader takes it for one of ours. */
export const PROBLEM_COLUMN = 'problem';

/**
 * The rows that were left out, as a CSV file to correct and bring back: what is wrong in the first column, then the
 * row as it was. It starts with a byte order mark, by which spreadsheets know UTF-8.
 *
 * @param read the file as it was read, from CSV or a spreadsheet
 * @param problems those of the file and of its rows
 * @returns null when no row was left out
 */
export function rejectedRowsCsv(
  read: Pick<TableRead, 'table' | 'misfits'>,
  problems: readonly RosterProblem[],
): string | null {
  const byRow = new Map<number, string[]>();
  for (const problem of problems.filter(isError)) {
    byRow.set(problem.row, [...(byRow.get(problem.row) ?? []), sentence(problem)]);
  }
  // A file that comes back a second time has the column already.
  const before = read.table.header.indexOf(PROBLEM_COLUMN);
  const keep = (cells: readonly string[]): readonly string[] => cells.filter((_, index) => index !== before);
  const rows = [...read.table.rows, ...read.misfits]
    .sort((a, b) => a.number - b.number)
    .flatMap(({ number, cells }) => {
      const wrong = byRow.get(number);
      return wrong === undefined ? [] : [[wrong.join(' | '), ...keep(cells)]];
    });
  if (rows.length === 0) return null;
  return `\uFEFF${writeCsv([PROBLEM_COLUMN, ...keep(read.table.header)], rows)}`;
}

function sentence({ column, value, message, suggestion }: RosterProblem): string {
  const place = column === '' ? '' : `${column}: `;
  const found = value === '' || column === '' ? '' : ` Found: ${value}.`;
  return `${place}${message}${found}${suggestion === undefined ? '' : ` Suggested: ${suggestion}.`}`;
}
