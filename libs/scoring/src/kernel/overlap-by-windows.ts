import { halfWordOf } from './cells.js';
import { overlapPoints } from './overlap-points.js';
import type { PackedOverlap, PackedSide, PackedWindowRows } from './packed-people.js';
import type { Room } from './room.js';
import type { Stage, Sums } from './stage.js';

/** What a byte holds; so many units are enough. */
const MOST_UNITS = 255;

/** Adds up what each window of a person shares with everybody near. */
export function overlapByWindows(
  heads: PackedSide,
  lines: PackedSide,
  rows: PackedWindowRows,
  overlap: PackedOverlap,
  room: Room,
  sums: Sums,
): Stage {
  const points = room.copy(
    Uint16Array,
    Array.from({ length: MOST_UNITS + 1 }, (_, units) =>
      halfWordOf(overlapPoints(overlap, units * overlap.step)),
    ),
  );
  const units = room.part(Uint8Array, lines.count);
  const more = room.part(Uint8Array, lines.count);
  const { start, values } = heads.windows;
  const lengths = lines.stretches.map((list) => list.reduce((sum, { from, to }) => sum + to - from, 0));
  const prepare = (head: number): void => {
    const length = lengths[(heads.block[head] ?? 0) % lengths.length] ?? 0;
    const first = start[head] ?? 0;
    const end = start[head + 1] ?? 0;
    if (first === end) units.view.fill(0, 0, length);
    for (let k = first; k < end; k += 1) {
      const row = rows.start[values[k] ?? 0] ?? 0;
      const { at, view } = k === first ? units : more;
      view.set(rows.units.subarray(row, row + length));
      if (k !== first) room.module.addUnits(units.at, at, length);
    }
  };
  return {
    prepare,
    add: (_head, { from, to, before }) => {
      room.module.addPoints(sums.at + 2 * from, units.at + before, points.at, to - from);
    },
  };
}
