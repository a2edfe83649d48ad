import { neutraliseFormula } from './formula.js';

/** Cells of one row. */
export type CsvRow = readonly (string | number | null)[];

/**
 * Writes a table as CSV after RFC 4180: commas, CRLF, quotes where needed. Text that a spreadsheet would run as a
 * formula is neutralised; numbers are written as they are.
 */
export function writeCsv(header: readonly string[], rows: Iterable<CsvRow>): string {
  const lines = [csvLine(header)];
  for (const row of rows) lines.push(csvLine(row));
  return lines.join('');
}

/** One line of such a table, with its end. */
export function csvLine(row: CsvRow): string {
  return `${row.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = neutraliseFormula(value);
  return /[",\r\n;\t]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
