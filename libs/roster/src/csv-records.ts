import { parse } from 'csv-parse/browser/esm/sync';
import type { Separator } from './sniff-separator.js';

/** One record: its cells, or null when its quotes make no sense. */
export interface CsvRecord {
  readonly cells: readonly string[] | null;
  readonly raw: string;
}

/** Records in file order. */
export interface CsvRecords {
  readonly records: readonly CsvRecord[];
  /** Whether the limit ended the reading. */
  readonly cut: boolean;
}

/** A record that spans more lines than this, or more characters, is taken for a quote that was never closed. */
const MOST_LINES = 40;
const MOST_CHARACTERS = 100_000;
/** How often the end of such a record is looked for. */
const MOST_TRIES = 4;

/**
 * Splits CSV text into records. An unclosed quote swallows the rows behind it; so when the fast reading fails or looks
 * as if that has happened, the text is read again line by line and only the line with the quote is given up.
 *
 * @param limit how many records are read at most, empty ones included
 */
export function parseRecords(text: string, separator: Separator, limit: number): CsvRecords {
  const whole = parseAll(text, separator, limit + 1);
  const width = whole?.find((cells) => cells.some((cell) => cell.trim() !== ''))?.length ?? 0;
  if (whole?.some((cells) => cells.length !== width && isMultiline(cells)) === false) {
    const records = whole.slice(0, limit).map((cells) => ({ cells, raw: '' }));
    return { records, cut: whole.length > limit };
  }
  return parseByLine(text, separator, limit);
}

function isMultiline(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.includes('\n') || cell.includes('\r'));
}

function parseAll(text: string, separator: Separator, limit: number): string[][] | null {
  try {
    return parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      max_record_size: MOST_CHARACTERS,
      to: limit,
    });
  } catch {
    return null;
  }
}

function parseByLine(text: string, separator: Separator, limit: number): CsvRecords {
  const lines = text.split(/\r\n|\n|\r/u);
  if (lines.at(-1) === '') lines.pop();
  const records: CsvRecord[] = [];
  let width = 0;
  let i = 0;
  while (i < lines.length && records.length < limit) {
    const { cells, used } = parseFrom(lines, i, separator, width);
    records.push({ cells, raw: lines[i] ?? '' });
    if (width === 0 && cells?.some((cell) => cell.trim() !== '') === true) width = cells.length;
    i += used;
  }
  return { records, cut: i < lines.length };
}

/** The record that starts at a line: with more lines only while a quote is open and the cells then fit the header. */
function parseFrom(
  lines: readonly string[],
  start: number,
  separator: Separator,
  width: number,
): { cells: string[] | null; used: number } {
  let raw = lines[start] ?? '';
  if (raw === '') return { cells: [], used: 1 };
  let parsed = parseAll(raw, separator, 2);
  if (parsed?.length === 1) return { cells: parsed[0] ?? [], used: 1 };
  let tries = 0;
  for (let used = 2; used <= MOST_LINES && start + used <= lines.length && tries < MOST_TRIES; used++) {
    const line = lines[start + used - 1] ?? '';
    raw += `\n${line}`;
    if (raw.length > MOST_CHARACTERS) break;
    if (!mayCloseQuote(line, separator)) continue;
    tries++;
    parsed = parseAll(raw, separator, 2);
    const cells = parsed?.[0];
    if (parsed?.length === 1 && cells?.length === width) return { cells, used };
    if (parsed !== null) break;
  }
  return { cells: null, used: 1 };
}

/** Whether a line has a quote that stands before a separator or at the end, as a closing one does. */
function mayCloseQuote(line: string, separator: Separator): boolean {
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) {
    const next = line.charAt(at + 1);
    if (next === separator || next === '' || next === ' ') return true;
  }
  return false;
}
