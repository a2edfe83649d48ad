import type { Arena } from './arena.js';
import type { EncodedSide } from './encode-side.js';
import { writeStyle } from './pack-style.js';
import type { PackedSide, PackedStyle } from './packed-people.js';
import { raggedOf } from './ragged.js';

/**
 * Sorts the people of a side by clock, then those with answers first, then by `lengthOf` (loops of one length in a row run
 * faster), then by index, and lays out what they have.
 */
export function packSide(
  { clock, bounds, styles }: EncodedSide,
  clocks: number,
  style: PackedStyle | null,
  lengthOf: (index: number) => number,
  windowIdsOf: (clock: number, bounds: readonly number[]) => number[],
  arena: Arena,
): PackedSide {
  const count = clock.length;
  const answered = (index: number): number =>
    style === null || styles[index] === null || styles[index] === undefined ? 1 : 0;
  const sorted = Array.from({ length: count }, (_, index) => index).sort(
    (a, b) =>
      (clock[a] ?? 0) - (clock[b] ?? 0) || answered(a) - answered(b) || lengthOf(a) - lengthOf(b) || a - b,
  );
  const order = arena.int32From(sorted);
  const position = arena.int32(count);
  const clockStart = arena.int32(clocks + 1);
  const answeredEnd = arena.int32(clocks);
  sorted.forEach((index, at) => {
    position[index] = at;
    const own = clock[index] ?? 0;
    clockStart[own + 1] = at + 1;
    if (answered(index) === 0) answeredEnd[own] = at + 1;
  });
  for (let k = 0; k < clocks; k += 1) {
    clockStart[k + 1] = Math.max(clockStart[k + 1] ?? 0, clockStart[k] ?? 0);
    answeredEnd[k] = Math.max(answeredEnd[k] ?? 0, clockStart[k] ?? 0);
  }
  const words = arena.int32(style === null ? 0 : count * style.stride);
  sorted.forEach((index, at) => {
    const code = styles[index];
    if (style !== null && code) writeStyle(code, style, words, at * style.stride);
  });
  return {
    count,
    order,
    position,
    clock: arena.int32From(sorted.map((index) => clock[index] ?? 0)),
    clockStart,
    answeredEnd,
    bounds: raggedOf(
      sorted.map((index) => bounds[index] ?? []),
      arena,
    ),
    windows: raggedOf(
      sorted.map((index) => windowIdsOf(clock[index] ?? 0, bounds[index] ?? [])),
      arena,
    ),
    rows: null,
    style: words,
  };
}
