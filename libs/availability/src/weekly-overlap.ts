import { expandWindows } from './expand-windows.js';
import { DAY_MS, MINUTE_MS } from './local-date.js';
import { WEEK_MS, instantsOfTerm } from './term.js';
import type { Term } from './term.js';
import type { ZonedWindows } from './weekly-window.js';
import { offsetRegimes } from './zone-offsets.js';
import type { OffsetRegime } from './zone-offsets.js';

/** A window touches a week from the local day before it to the one after it. */
const MARGIN_MS = 3 * DAY_MS;

/** Weeks of a term, from `untilWeek` of the run before to `untilWeek`, in which a person's free time is the same. */
interface WeekRun {
  readonly untilWeek: number;
  /** Starts and ends in turn, sorted, in milliseconds after the week's start. */
  readonly bounds: Int32Array;
}

/** A person's free time over a term in the form that makes `overlapOfPrepared` fast. Make it once a person. */
export interface PreparedAvailability {
  readonly term: Term;
  readonly runs: readonly WeekRun[];
}

/**
 * Lays a person's windows out over the real dates of a term.
 *
 * The term is cut into weeks from its first instant; neighbouring weeks with the same free instants become one run,
 * so a zone without clock changes has one run, and each change adds at most two.
 *
 * @throws RangeError when the zone or the term does not exist
 */
export function prepareAvailability(who: ZonedWindows, term: Term): PreparedAvailability {
  const { start, end } = instantsOfTerm(term);
  const regimes = offsetRegimes(who.timeZone, start, end);
  // As long as a zone keeps its offset, one week is like the next.
  const known = new Map<number, Int32Array>();
  const runs: WeekRun[] = [];
  for (let week = 0; week < term.weeks; week += 1) {
    const weekStart = start + week * WEEK_MS;
    const kept = offsetKept(regimes, weekStart - MARGIN_MS, weekStart + WEEK_MS + MARGIN_MS);
    const bounds = (kept === null ? undefined : known.get(kept)) ?? boundsOf(who, weekStart);
    if (kept !== null) known.set(kept, bounds);
    const last = runs.at(-1);
    if (last !== undefined && same(last.bounds, bounds)) {
      runs[runs.length - 1] = { untilWeek: week + 1, bounds: last.bounds };
    } else {
      runs.push({ untilWeek: week + 1, bounds });
    }
  }
  return { term: { from: term.from, weeks: term.weeks }, runs };
}

/** The offset that a zone keeps from one instant to another; null when its clocks change between them. */
function offsetKept(regimes: readonly OffsetRegime[], from: number, to: number): number | null {
  return regimes.find(({ start, end }) => start <= from && to <= end)?.offsetMs ?? null;
}

function boundsOf({ windows, timeZone }: ZonedWindows, weekStart: number): Int32Array {
  const intervals = expandWindows(windows, timeZone, weekStart, weekStart + WEEK_MS);
  const bounds = new Int32Array(2 * intervals.length);
  intervals.forEach((interval, at) => {
    bounds[2 * at] = interval.start - weekStart;
    bounds[2 * at + 1] = interval.end - weekStart;
  });
  return bounds;
}

/**
 * Mean weekly minutes that two people share over a term: the real shared time divided by the weeks, rounded down.
 *
 * Exact and symmetric. Both must be prepared for the same term.
 *
 * @throws RangeError when the terms differ
 */
export function overlapOfPrepared(a: PreparedAvailability, b: PreparedAvailability): number {
  if (a.term.from !== b.term.from || a.term.weeks !== b.term.weeks) {
    throw new RangeError('Both people must be prepared for the same term.');
  }
  let shared = 0;
  let week = 0;
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a.runs[i];
    const right = b.runs[j];
    if (left === undefined || right === undefined) break;
    const until = Math.min(left.untilWeek, right.untilWeek);
    shared += (until - week) * sharedInWeek(left.bounds, right.bounds);
    week = until;
    if (left.untilWeek === until) i += 1;
    if (right.untilWeek === until) j += 1;
  }
  return Math.floor(shared / MINUTE_MS / a.term.weeks);
}

/**
 * Mean weekly minutes that usually suit both, over the term's real dates on both sides of every clock change.
 *
 * For many pairs prepare each person once and use `overlapOfPrepared`, which returns the same number.
 *
 * @throws RangeError when a zone or the term does not exist
 */
export function weeklyOverlapMinutes(a: ZonedWindows, b: ZonedWindows, term: Term): number {
  return overlapOfPrepared(prepareAvailability(a, term), prepareAvailability(b, term));
}

function sharedInWeek(a: Int32Array, b: Int32Array): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const endA = a[i + 1] ?? 0;
    const endB = b[j + 1] ?? 0;
    const length = Math.min(endA, endB) - Math.max(a[i] ?? 0, b[j] ?? 0);
    if (length > 0) sum += length;
    if (endA <= endB) i += 2;
    else j += 2;
  }
  return sum;
}

function same(a: Int32Array, b: Int32Array): boolean {
  return a === b || (a.length === b.length && b.every((value, index) => value === a[index]));
}
