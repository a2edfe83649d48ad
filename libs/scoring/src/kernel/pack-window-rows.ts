import type { TermClock } from '#availability';
import type { Arena } from './arena.js';
import type { PackedOverlap, PackedSide, PackedWindowRows } from './packed-people.js';
import type { Ragged } from './ragged.js';
import type { Stretch } from './stretches.js';
import { byClock, meetings } from './windows.js';
import type { ClockWindow } from './windows.js';

/** Bytes for rows beyond which availability is worked out in another way. */
const MOST_BYTES = 128_000_000;

/** Units that a byte holds. */
const MOST_UNITS = 255;

/** What the start of a row is a multiple of, so that it is copied fast. */
const ALIGNED = 16;

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
  windows: BothWindows,
  clocks: readonly TermClock[],
  { step, enough }: PackedOverlap,
  arena: Arena,
): PackedWindowRows | null {
  if (enough > MOST_UNITS) return null;
  const lengths = side.stretches.map((list) => list.reduce((sum, { from, to }) => sum + to - from, 0));
  let length = 0;
  const starts = windows.others.map(({ clock }) => {
    const start = length;
    length += ALIGNED * Math.ceil((lengths[clock] ?? 0) / ALIGNED);
    return start;
  });
  if (length > MOST_BYTES) return null;
  const start = arena.int32From(starts);
  const units = arena.uint8(length);
  const othersOn = byClock(windows.others, clocks.length);
  const ownOn = byClock(windows.own, clocks.length);
  clocks.forEach((theirs, clock) => {
    clocks.forEach((own, ownClock) => {
      const blocks = (side.stretches[clock] ?? []).flatMap((stretch) => blocksOn(side, stretch, ownClock));
      if (blocks.length === 0) return;
      const met = meetings(othersOn[clock] ?? [], ownOn[ownClock] ?? [], theirs, own, step);
      for (const { from, to, before } of blocks) {
        fill(units, start, side.windows, met, from, to, before, enough);
      }
    });
  });
  return { units, start };
}

/** The people on one clock in a stretch; `before` is what to add to the start of a row and a position. */
function blocksOn(
  { blockStart, stretches }: PackedSide,
  stretch: Stretch,
  clock: number,
): { from: number; to: number; before: number }[] {
  const before = stretch.before - stretch.from;
  return [clock, clock + stretches.length].flatMap((block) => {
    const from = blockStart[block] ?? 0;
    const to = blockStart[block + 1] ?? 0;
    return block < stretch.first || block >= stretch.end || from === to ? [] : { from, to, before };
  });
}

/** Adds the units of everybody in a block. */
function fill(
  units: Uint8Array,
  start: Int32Array,
  windows: Ragged,
  met: ReadonlyMap<number, readonly number[]>,
  from: number,
  to: number,
  before: number,
  enough: number,
): void {
  for (let at = from; at < to; at += 1) {
    const place = before + at;
    for (let k = windows.start[at] ?? 0; k < (windows.start[at + 1] ?? 0); k += 1) {
      const list = met.get(windows.values[k] ?? 0) ?? NOTHING;
      for (let n = 0; n < list.length; n += 2) {
        const own = (start[list[n] ?? 0] ?? 0) + place;
        units[own] = Math.min(enough, (units[own] ?? 0) + (list[n + 1] ?? 0));
      }
    }
  }
}
