import type { TermClock } from '#availability';
import type { ScoringContext } from '../context.js';
import type { Arena } from './arena.js';
import type { EncodedSide } from './encode-side.js';
import { cellSettings } from './facet.js';
import { overlapPoints } from './overlap-points.js';
import { packRows } from './pack-rows.js';
import { packWindowRows } from './pack-window-rows.js';
import type { BothWindows } from './pack-window-rows.js';
import type { PackedOverlap, PackedSide } from './packed-people.js';
import { stretchesOf } from './stretches.js';
import { commonStep } from './windows.js';

/** Units over a term that a half word holds. */
const MOST_UNITS = 65_535;

/** How availability counts; null when it neither counts nor is asked for. */
export function packOverlap(
  context: ScoringContext,
  mentees: EncodedSide,
  mentors: EncodedSide,
  clocks: readonly TermClock[],
  arena: Arena,
): PackedOverlap | null {
  const { weights, rules, term, neededWeeklyMinutes } = context;
  const least = rules.minimumWeeklyOverlapMinutes;
  if (weights.availability === 0 && least === null) return null;
  const step = commonStep([mentees, mentors], clocks);
  const most = Math.min(mostUnits(mentees, step, term.weeks), mostUnits(mentors, step, term.weeks));
  const overlap = {
    step,
    weeks: term.weeks,
    outOf: cellSettings(context).outOf.availability,
    needed: neededWeeklyMinutes,
    least,
    enough: Math.ceil((Math.max(neededWeeklyMinutes, least ?? 0) * term.weeks) / step),
    clocks,
    points: arena.int32(most > MOST_UNITS ? 0 : most + 1),
  };
  for (let units = 0; units < overlap.points.length; units += 1) {
    overlap.points[units] = overlapPoints(overlap, units * step);
  }
  return overlap;
}

/** The most units that somebody can be free over the term; a change of the clock may add hours. */
function mostUnits({ bounds }: EncodedSide, step: number, weeks: number): number {
  let most = 0;
  for (const list of bounds) {
    let minutes = 0;
    for (let k = 0; k + 1 < list.length; k += 2) minutes += (list[k + 1] ?? 0) - (list[k] ?? 0);
    most = Math.max(most, minutes);
  }
  return (most / step) * weeks + Math.ceil((1440 / step) * 2);
}

/**
 * A side with those who are near to each clock of the other side, and the time that they share with the windows of the other side.
 *
 * @param isNear whether a clock of the other side and one of this may meet
 */
export function withTime(
  side: PackedSide,
  windows: BothWindows,
  isNear: (other: number, own: number) => boolean,
  { clocks, overlap, arena }: { clocks: readonly TermClock[]; overlap: PackedOverlap | null; arena: Arena },
): PackedSide {
  const together = { ...side, stretches: stretchesOf(side, clocks.length, isNear, false) };
  if (overlap === null || overlap.points.length === 0) return together;
  const windowRows = packWindowRows(together, windows, clocks, overlap, arena);
  if (windowRows !== null) return { ...together, windowRows };
  const rows = packRows(side, windows.others, clocks, overlap.step, arena);
  return rows === null
    ? together
    : { ...side, stretches: stretchesOf(side, clocks.length, isNear, true), rows };
}
