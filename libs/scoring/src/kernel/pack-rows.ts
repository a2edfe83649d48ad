import type { TermClock } from '#availability';
import type { Arena } from './arena.js';
import type { PackedRows, PackedSide } from './packed-people.js';
import { raggedOf } from './ragged.js';
import { countedTimes, unitsBefore } from './windows.js';
import type { ClockWindow } from './windows.js';

/** Words for rows beyond which availability is worked out in another way. */
const MOST_WORDS = 24_000_000;

const HALF = 16;

/**
 * Rows of one side for the windows of the other: for each block and each time of the week at which a window of the other side
 * starts or ends there, the free units of everybody before it.
 *
 * Null when so many times are needed that the rows would take too much memory.
 */
export function packRows(
  { blockStart, bounds }: PackedSide,
  windows: readonly ClockWindow[],
  clocks: readonly TermClock[],
  step: number,
  arena: Arena,
): PackedRows | null {
  const blocks = blockStart.length - 1;
  const rowOf = Array.from({ length: blocks }, () => new Map<number, number>());
  let length = 0;
  const lists: number[][] = [];
  for (const window of windows) {
    const own = clocks[window.clock];
    const counted = clocks.map((other) =>
      own === undefined ? [] : [...countedTimes(window, own, other, step)],
    );
    for (let block = 0; block < blocks; block += 1) {
      const from = blockStart[block] ?? 0;
      const to = blockStart[block + 1] ?? 0;
      const list: number[] = [];
      lists.push(list);
      if (from === to) continue;
      for (const [time, factor] of counted[block % clocks.length] ?? []) {
        let row = rowOf[block]?.get(time);
        if (row === undefined) {
          row = length;
          rowOf[block]?.set(time, row);
          length += ((to + 1) >> 1) - (from >> 1);
          if (length > MOST_WORDS) return null;
        }
        list.push(row, factor);
      }
    }
  }
  const words = arena.int32(length);
  rowOf.forEach((rows, block) => {
    const from = blockStart[block] ?? 0;
    const to = blockStart[block + 1] ?? 0;
    const sorted = [...rows].sort((a, b) => a[0] - b[0]);
    const units = unitsBefore(
      bounds,
      from,
      to,
      sorted.map(([time]) => time),
      step,
    );
    sorted.forEach(([, row], k) => {
      for (let at = from; at < to; at += 1) {
        const word = row + (at >> 1) - (from >> 1);
        words[word] = (words[word] ?? 0) | ((units[k * (to - from) + at - from] ?? 0) << (HALF * (at & 1)));
      }
    });
  });
  return { words, terms: raggedOf(lists, arena) };
}
