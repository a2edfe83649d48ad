import type { TermClock } from '#availability';
import type { Arena } from './arena.js';
import type { PackedOverlap, PackedSide, PackedWindowRows } from './packed-people.js';
import type { Ragged } from './ragged.js';
import type { Stretch } from './stretches.js';
import { wordsOf } from './stretches.js';
import { byClock, meetings } from './windows.js';
import type { ClockWindow } from './windows.js';

/** Words for rows beyond which availability is worked out in another way. */
const MOST_WORDS = 32_000_000;

/** Units that a quarter word holds, and windows of one person of which a half word holds the sum. */
const MOST_UNITS = 255;
const MOST_WINDOWS = 257;

/** Where in a word the four people are, by the last bits of the position. */
const SHIFTS = [0, 16, 8, 24];

const NOTHING: readonly number[] = [];

/** What both sides bring: the windows of this side are numbered as in `PackedSide.windows`, likewise those of the other. */
export interface BothWindows {
  readonly own: readonly ClockWindow[];
  readonly others: readonly ClockWindow[];
}

/**
 * For each window of the other side the units that it shares with everybody near, cut down to what is enough.
 *
 * Null when the rows would take too much memory, or units do not fit.
 */
export function packWindowRows(
  side: PackedSide,
  { windows: { start: windowStart } }: PackedSide,
  windows: BothWindows,
  clocks: readonly TermClock[],
  { step, enough }: PackedOverlap,
  arena: Arena,
): PackedWindowRows | null {
  const tooMany = windowStart.some((first, k) => (windowStart[k + 1] ?? 0) - first > MOST_WINDOWS);
  if (enough > MOST_UNITS || tooMany) return null;
  const lengths = side.stretches.map((list) => list.reduce((sum, stretch) => sum + wordsOf(stretch), 0));
  let length = 0;
  const starts = windows.others.map(({ clock }) => (length += lengths[clock] ?? 0) - (lengths[clock] ?? 0));
  if (length > MOST_WORDS) return null;
  const start = arena.int32From(starts);
  const words = arena.int32(length);
  const othersOn = byClock(windows.others, clocks.length);
  const ownOn = byClock(windows.own, clocks.length);
  clocks.forEach((theirs, clock) => {
    clocks.forEach((own, ownClock) => {
      const blocks = (side.stretches[clock] ?? []).flatMap((stretch) => blocksOn(side, stretch, ownClock));
      if (blocks.length === 0) return;
      const met = meetings(othersOn[clock] ?? [], ownOn[ownClock] ?? [], theirs, own, step);
      for (const { from, to, word } of blocks) fill(words, start, side.windows, met, from, to, word, enough);
    });
  });
  return { words, start };
}

/** The people on one clock in a stretch; `word` is what to add to the start of a row and a fourth of a position. */
function blocksOn(
  { blockStart, stretches }: PackedSide,
  stretch: Stretch,
  clock: number,
): { from: number; to: number; word: number }[] {
  const word = stretch.before - Math.floor(stretch.from / 4);
  return [clock, clock + stretches.length].flatMap((block) => {
    const from = blockStart[block] ?? 0;
    const to = blockStart[block + 1] ?? 0;
    return block < stretch.first || block >= stretch.end || from === to ? [] : { from, to, word };
  });
}

/** Adds the units of everybody in a block. */
function fill(
  words: Int32Array,
  start: Int32Array,
  windows: Ragged,
  met: ReadonlyMap<number, readonly number[]>,
  from: number,
  to: number,
  word: number,
  enough: number,
): void {
  for (let at = from; at < to; at += 1) {
    const place = word + (at >> 2);
    const shift = SHIFTS[at & 3] ?? 0;
    for (let k = windows.start[at] ?? 0; k < (windows.start[at + 1] ?? 0); k += 1) {
      const list = met.get(windows.values[k] ?? 0) ?? NOTHING;
      for (let n = 0; n < list.length; n += 2) {
        const own = (start[list[n] ?? 0] ?? 0) + place;
        const known = ((words[own] ?? 0) >>> shift) & MOST_UNITS;
        const more = Math.min(enough - known, list[n + 1] ?? 0);
        words[own] = ((words[own] ?? 0) + (more << shift)) | 0;
      }
    }
  }
}
