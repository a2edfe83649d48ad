import { readSheet } from 'read-excel-file/universal';
import { checkTable, type TableOptions, type TableRead } from './read-table.js';
import { unpackedSize } from './unpacked-size.js';

/** A spreadsheet that unpacks to more than this is not opened. */
const LARGEST_UNPACKED = 80_000_000;

/** Whether bytes are a zip archive, as every .xlsx file is. */
export function looksLikeXlsx(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * Reads the first sheet of an .xlsx file as text: numbers as they are, dates as `2026-03-01`, formulas by the value
 * that was last worked out. Never rejects; a file that can't be opened is one problem.
 */
export async function readXlsxTable(
  bytes: Uint8Array,
  options: Pick<TableOptions, 'maxRows'> = {},
): Promise<TableRead> {
  const sheet = await openSheet(bytes);
  if (typeof sheet === 'string') {
    const problem = { row: 0, column: '', value: '', severity: 'error', code: 'unreadable-file' } as const;
    return {
      table: { header: [], rows: [] },
      problems: [{ ...problem, message: sheet }],
      misfits: [],
      encoding: 'xlsx',
    };
  }
  const rows = sheet
    .map((cells, index) => ({ number: index + 1, cells: cells.map(cellText) }))
    .filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const [first, ...rest] = rows;
  const header = first?.cells ?? [];
  const width = header.findLastIndex((cell) => cell.trim() !== '') + 1;
  return { ...checkTable(header.slice(0, width), rest, options.maxRows, []), encoding: 'xlsx' };
}

async function openSheet(bytes: Uint8Array): Promise<readonly (readonly unknown[])[] | string> {
  const size = unpackedSize(bytes);
  if (size === null) return 'The file is not a spreadsheet: save it as .xlsx or as CSV.';
  if (size > LARGEST_UNPACKED) return 'The spreadsheet is too large: save the sheet as CSV, or split it.';
  try {
    return await readSheet(new Uint8Array(bytes).buffer);
  } catch {
    return 'The spreadsheet could not be opened: save it again as .xlsx or as CSV.';
  }
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace('T00:00:00.000Z', '');
  }
  return '';
}
