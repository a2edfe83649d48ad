import { parseWeeklyWindows, type WeeklyWindow } from '#availability';
import type { RowCells } from './row-cells.js';

/** Weekly windows of a cell like `MO 18:00-20:00; WE 12:30-14:00`; every piece that can't be read is an error of its own. */
export function readWindows(cells: RowCells): readonly WeeklyWindow[] {
  const read = parseWeeklyWindows(cells.text('availability').replace(/,/gu, ';'));
  if (read.ok) return read.value;
  for (const problem of read.error) {
    const message = problem.message;
    cells.error(
      'availability',
      'invalid-window',
      message,
      problem.piece,
      suggestionIn(problem.piece, message),
    );
  }
  return [];
}

/** The replacement that a message offers in quotes, when that is more than the general example. */
function suggestionIn(piece: string, message: string): string | undefined {
  const offered = [...message.matchAll(/"([^"]+)"/gu)].at(-1)?.[1];
  if (offered === undefined || offered === piece) return undefined;
  return parseWeeklyWindows(offered).ok && offered.split(':')[0] !== 'MO 18' ? offered : undefined;
}
