import { overlapByRows } from './overlap-by-rows.js';
import { overlapByTable } from './overlap-by-table.js';
import { overlapByWindows } from './overlap-by-windows.js';
import type { PackedPeople, PackedSide } from './packed-people.js';
import type { Room } from './room.js';
import type { Stage, Sums } from './stage.js';

/** What availability gives, from the fastest form that the pack has; null when it does not count. */
export function overlapStage(
  { overlap }: PackedPeople,
  heads: PackedSide,
  lines: PackedSide,
  room: Room,
  sums: Sums,
): Stage | null {
  if (overlap === null) return null;
  if (lines.windowRows !== null) return overlapByWindows(heads, lines, lines.windowRows, overlap, room, sums);
  return lines.rows === null
    ? overlapByTable(heads, lines, overlap, sums)
    : overlapByRows(heads, lines, lines.rows, overlap, room, sums);
}
