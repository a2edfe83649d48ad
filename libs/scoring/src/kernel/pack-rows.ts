import type { TermClock } from '#availability';
import type { Arena } from './arena.js';
import type { PackedRows, PackedSide } from './packed-people.js';
import { raggedOf } from './ragged.js';
import { countedTimes } from './windows.js';
import type { ClockWindow } from './windows.js';

/** Words for rows beyond which availability is worked out in another way. */
const MOST_WORDS = 24_000_000;

const HALF = 16;

/**
 * Rows of one side for the windows of the other: for each clock and each time of the week at which a window of the other side
 * starts or ends there, the free units of everybody before it.
 *
 * Null when so many times are needed that the rows would take too much memory.
 */
export function packRows(
  side: PackedSide,
  windows: readonly ClockWindow[],
  clocks: readonly TermClock[],
  step: number,
  arena: Arena,
): PackedRows | null {
  const rowOf = clocks.map(() => new Map<number, number>());
  const wordsOf = (clock: number): number =>
    ((side.clockStart[clock + 1] ?? 0) - (side.clockStart[clock] ?? 0) + 1) >> 1;
  let length = 0;
  const lists: number[][] = [];
  for (const window of windows) {
    const own = clocks[window.clock];
    for (let k = 0; k < clocks.length; k += 1) {
      const other = clocks[k];
      const words = wordsOf(k);
      const list: number[] = [];
      lists.push(list);
      if (own === undefined || other === undefined || words === 0) continue;
      for (const [time, factor] of countedTimes(window, own, other, step)) {
        let row = rowOf[k]?.get(time);
        if (row === undefined) {
          row = length;
          rowOf[k]?.set(time, row);
          length += words;
          if (length > MOST_WORDS) return null;
        }
        list.push(row, factor);
      }
    }
  }
  const words = arena.int32(length);
  rowOf.forEach((rows, clock) => {
    fill(side, clock, rows, step, words);
  });
  return { words, terms: raggedOf(lists, arena) };
}

function fill(
  { clockStart, bounds }: PackedSide,
  clock: number,
  rows: ReadonlyMap<number, number>,
  step: number,
  words: Int32Array,
): void {
  const sorted = [...rows].sort((a, b) => a[0] - b[0]);
  const times = sorted.map(([time]) => time);
  const starts = sorted.map(([, row]) => row);
  const first = clockStart[clock] ?? 0;
  const { start, values } = bounds;
  for (let position = first; position < (clockStart[clock + 1] ?? 0); position += 1) {
    const word = (position - first) >> 1;
    const shift = ((position - first) & 1) * HALF;
    const last = start[position + 1] ?? 0;
    let k = start[position] ?? 0;
    let before = 0;
    for (let row = 0; row < times.length; row += 1) {
      const time = times[row] ?? 0;
      while (k < last && (values[k + 1] ?? 0) <= time) {
        before += (values[k + 1] ?? 0) - (values[k] ?? 0);
        k += 2;
      }
      const running = k < last ? Math.max(0, time - (values[k] ?? 0)) : 0;
      const at = (starts[row] ?? 0) + word;
      words[at] = (words[at] ?? 0) | (((before + running) / step) << shift);
    }
  }
}
