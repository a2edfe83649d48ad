import type { Arena } from './arena.js';
import type { EncodedSide } from './encode-side.js';
import { writeStyle } from './pack-style.js';
import type { PackedSide, PackedStyle } from './packed-people.js';
import { raggedOf } from './ragged.js';

/**
 * Sorts the people of a side by block, which is whether they answered the questionnaire, then clock; then by index; and lays out
 * what they have. Nobody counts as near to anybody yet.
 */
export function packSide(
  { clock, bounds, styles }: EncodedSide,
  clocks: number,
  style: PackedStyle | null,
  windowIdsOf: (clock: number, bounds: readonly number[]) => number[],
  arena: Arena,
): PackedSide {
  const count = clock.length;
  const blockOf = (index: number): number => {
    const answered = style !== null && styles[index] !== null && styles[index] !== undefined;
    return (answered ? 0 : clocks) + (clock[index] ?? 0);
  };
  const blocks = Int32Array.from({ length: count }, (_, index) => blockOf(index));
  const sorted = Array.from({ length: count }, (_, index) => index).sort(
    (a, b) => (blocks[a] ?? 0) - (blocks[b] ?? 0) || a - b,
  );
  const position = arena.int32(count);
  const block = arena.int32(count);
  const blockStart = arena.int32(2 * clocks + 1);
  sorted.forEach((index, at) => {
    position[index] = at;
    block[at] = blocks[index] ?? 0;
    blockStart[(block[at] ?? 0) + 1] = at + 1;
  });
  for (let k = 0; k < 2 * clocks; k += 1) {
    blockStart[k + 1] = Math.max(blockStart[k + 1] ?? 0, blockStart[k] ?? 0);
  }
  const words = arena.int32(style === null ? 0 : count * style.stride);
  sorted.forEach((index, at) => {
    const code = styles[index];
    if (style !== null && code) writeStyle(code, style, words, at * style.stride);
  });
  return {
    count,
    order: arena.int32From(sorted),
    position,
    block,
    blockStart,
    bounds: raggedOf(
      sorted.map((index) => bounds[index] ?? []),
      arena,
    ),
    windows: raggedOf(
      sorted.map((index) => windowIdsOf(clock[index] ?? 0, bounds[index] ?? [])),
      arena,
    ),
    stretches: [],
    windowRows: null,
    rows: null,
    style: words,
  };
}
