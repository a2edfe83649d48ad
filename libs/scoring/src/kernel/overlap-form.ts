import { overlapByRows } from './overlap-by-rows.js';
import { overlapByTable } from './overlap-by-table.js';
import { overlapByWindows } from './overlap-by-windows.js';
import { noOverlap } from './overlap-stage.js';
import type { OverlapStage } from './overlap-stage.js';
import type { PackedPeople, PackedSide } from './packed-people.js';

/** The fastest form that the pack has. */
export function overlapStage({ overlap }: PackedPeople, heads: PackedSide, lines: PackedSide): OverlapStage {
  if (overlap === null) return noOverlap(lines);
  if (lines.windowRows !== null) return overlapByWindows(heads, lines, lines.windowRows, overlap);
  return lines.rows === null
    ? overlapByTable(heads, lines, overlap)
    : overlapByRows(heads, lines, lines.rows, overlap);
}
