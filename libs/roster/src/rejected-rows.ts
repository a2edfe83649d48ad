import { isError, type RosterProblem } from './roster-problem.js';
import { writeCsv } from './write-csv.js';

/** Header of the column that says what is wrong; no reader takes it for one of ours. */
const PROBLEM_COLUMN = 'problem';

/** A row that was left out: its cells as they came, as far as they are known, and what is wrong with it. */
export interface RejectedRow {
  readonly cells: readonly string[];
  readonly problems: readonly RosterProblem[];
}

/**
 * The rows that were left out, as a CSV file to correct and bring back: what is wrong in the first column, then the
 * row as it was. It starts with a byte order mark, by which spreadsheets know UTF-8.
 */
export function rejectedRowsCsv(header: readonly string[], rows: readonly RejectedRow[]): string {
  // A file that comes back a second time has the column already.
  const before = header.indexOf(PROBLEM_COLUMN);
  const keep = (cells: readonly string[]): readonly string[] => cells.filter((_, index) => index !== before);
  const lines = rows.map(({ cells, problems }) => [
    problems.filter(isError).map(sentence).join(' | '),
    ...keep(cells),
  ]);
  return `\uFEFF${writeCsv([PROBLEM_COLUMN, ...keep(header)], lines)}`;
}

function sentence({ column, value, message, suggestion }: RosterProblem): string {
  const place = column === '' ? '' : `${column}: `;
  const found = value === '' || column === '' ? '' : ` Found: ${value}.`;
  return `${place}${message}${found}${suggestion === undefined ? '' : ` Suggested: ${suggestion}.`}`;
}
