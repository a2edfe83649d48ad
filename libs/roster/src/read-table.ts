import { parseRecords } from './csv-records.js';
import { decodeText } from './decode-text.js';
import { restoreFormula } from './formula.js';
import type { RosterProblem } from './roster-problem.js';
import { sniffSeparator, type Separator } from './sniff-separator.js';
import type { Table, TableRow } from './table.js';

/** A table as far as it could be read, and what could not. */
export interface TableRead {
  readonly table: Table;
  readonly problems: readonly RosterProblem[];
  /** Rows that did not fit into the table, as far as their cells are known; each has a problem. */
  readonly misfits: readonly TableRow[];
  readonly encoding: string;
}

/** What is known of the file beforehand. */
export interface TableOptions {
  readonly encoding?: string;
  readonly separator?: Separator;
  /** Rows beyond are refused as a whole; 20,000 when absent. */
  readonly maxRows?: number;
}

const MOST_ROWS = 20_000;
const EXCEL_SEPARATOR_LINE = /^sep=([,;\t])\r?\n/u;

/**
 * Reads CSV text or bytes: any usual encoding, separator and line end. Never throws; a row that cannot be read is a
 * problem of its own and leaves the others alone. Empty rows are passed over, but counted.
 */
export function readTable(input: Uint8Array | string, options: TableOptions = {}): TableRead {
  const source =
    typeof input === 'string'
      ? { text: input, encoding: 'utf-8', broken: 0 }
      : decodeText(input, options.encoding);
  const bare = source.text.replace(/^\uFEFF/u, '');
  const stated = EXCEL_SEPARATOR_LINE.exec(bare);
  const text = stated === null ? bare : bare.slice(stated[0].length);
  const separator = options.separator ?? (stated?.[1] as Separator | undefined) ?? sniffSeparator(text);
  const problems: RosterProblem[] = [];
  if (source.broken > 0) problems.push(brokenText(source.broken, source.encoding));

  // Empty rows are records too, and a file may end in thousands of them.
  const most = (options.maxRows ?? MOST_ROWS) * 2 + 1000;
  const { records, cut } = parseRecords(text, separator, most);
  const rows: TableRow[] = [];
  const unreadable: TableRow[] = [];
  let header: readonly string[] | null = null;
  let number = 0;
  for (const record of records) {
    number++;
    if (record.cells === null) {
      problems.push(unreadableRow(number, record.raw));
      unreadable.push({ number, cells: [record.raw] });
    } else if (record.cells.some((cell) => cell.trim() !== '')) {
      if (header === null) header = trimEnd(record.cells);
      else rows.push({ number, cells: record.cells.map(restoreFormula) });
    }
  }
  if (cut) return tooManyRows(header ?? [], options.maxRows ?? MOST_ROWS, problems, source.encoding);
  const checked = checkTable(header ?? [], rows, options.maxRows, problems);
  return { ...checked, misfits: [...unreadable, ...checked.misfits], encoding: source.encoding };
}

/** Checks shape and size, which CSV and spreadsheets have in common. */
export function checkTable(
  header: readonly string[],
  rows: readonly TableRow[],
  maxRows: number | undefined,
  before: readonly RosterProblem[],
): Omit<TableRead, 'encoding'> {
  const limit = maxRows ?? MOST_ROWS;
  const problems = [...before];
  if (header.length === 0) {
    problems.push(
      fileProblem('empty-file', 'The file has no header row: the first row must name the columns.'),
    );
  }
  if (rows.length > limit) {
    return tooManyRows(header, limit, problems, '');
  }
  const fits = (row: TableRow): boolean => header.length === 0 || trimEnd(row.cells).length <= header.length;
  const misfits = rows.filter((row) => !fits(row));
  problems.push(...misfits.map((row) => tooManyCells(row, header.length)));
  return { table: { header, rows: rows.filter(fits) }, problems, misfits };
}

function tooManyRows(
  header: readonly string[],
  limit: number,
  before: readonly RosterProblem[],
  encoding: string,
): TableRead {
  const message = `The file has more than ${limit} rows, which is the most that are read: split it.`;
  const problems = [...before, fileProblem('too-many-rows', message)];
  return { table: { header, rows: [] }, problems, misfits: [], encoding };
}

function trimEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

function fileProblem(code: 'empty-file' | 'too-many-rows', message: string): RosterProblem {
  return { row: 0, column: '', value: '', severity: 'error', code, message };
}

function brokenText(count: number, encoding: string): RosterProblem {
  const message = `${count} characters could not be read as ${encoding}: save the file as "CSV UTF-8".`;
  return { row: 0, column: '', value: '', severity: 'warning', code: 'broken-text', message };
}

function unreadableRow(row: number, raw: string): RosterProblem {
  const message = 'A quote is opened and not closed: close it, or write "" for a quote inside the text.';
  return { row, column: '', value: raw.slice(0, 200), severity: 'error', code: 'unreadable-row', message };
}

function tooManyCells(row: TableRow, columns: number): RosterProblem {
  const message = `The row has ${trimEnd(row.cells).length} cells and the header ${columns}: put text that contains a separator in quotes.`;
  const value = row.cells.join(',').slice(0, 200);
  return { row: row.number, column: '', value, severity: 'error', code: 'unreadable-row', message };
}
