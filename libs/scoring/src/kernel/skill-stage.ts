import { BREADTH_FREE, depth, spreadThin } from '../features/skills.feature.js';
import { GROUND } from './cells.js';
import type { PackedSide, PackedSkills } from './packed-people.js';

/**
 * What skills give to people on one clock.
 *
 * A person has `floor(help × scale + nudge)` points and common ground where help is above 0: help times the most points over the
 * divisor is whole or at least one part of the divisor away from it, and the nudge is half such a part, far above what the product
 * can be wrong, so this is the exact quotient rounded down.
 */
export interface SkillStage {
  /** By place after the first person on the clock. */
  readonly help: Int32Array;
  scale: number;
  nudge: number;
  /** Gets ready for one person. */
  readonly prepare: (head: number) => void;
  /** Fills `help` for a clock, or adds points and `GROUND` to the sums. */
  readonly write: (clock: number, sums: Int32Array) => void;
}

const HALF = 16;
const HALF_MASK = 0xffff;

/** Up to this divisor all help fits into 32 bits. */
const WHOLE_BELOW = 2 ** 31;

/** Brings any positive whole number below 2^53 into (0, 1]. */
const TINY = 2 ** -53;

const offeredBy = ({ offers }: PackedSkills, at: number): number =>
  ((offers.start[at + 1] ?? 0) - (offers.start[at] ?? 0)) / 2;

/** Most people on one clock. */
function longest({ clockStart }: PackedSide): number {
  let most = 0;
  for (let k = 0; k + 1 < clockStart.length; k += 1) {
    most = Math.max(most, (clockStart[k + 1] ?? 0) - (clockStart[k] ?? 0));
  }
  return most;
}

/** All mentors for one mentee, by the lists of those who help. */
export function skillsOfMentors(mentors: PackedSide, skills: PackedSkills): SkillStage {
  const { wants, denominator, helpers, helperStart, outOf, broad } = skills;
  const { clockStart } = mentors;
  const clocks = clockStart.length - 1;
  const help = new Int32Array(longest(mentors));
  const muchHelp = new Float64Array(help.length);
  let first = 0;
  let last = 0;
  let divisor = 0;
  let whole = false;
  const stage: SkillStage = {
    help,
    scale: 0,
    nudge: 0,
    prepare: (head) => {
      first = wants.start[head] ?? 0;
      last = wants.start[head + 1] ?? 0;
      divisor = denominator[head] ?? 0;
      whole = divisor > 0 && divisor < WHOLE_BELOW && outOf > 0;
      stage.scale = whole ? outOf / divisor : 0;
      stage.nudge = whole ? 0.5 / divisor : 0;
      if (!whole) help.fill(0);
    },
    write: (clock, sums) => {
      const from = clockStart[clock] ?? 0;
      const count = (clockStart[clock + 1] ?? 0) - from;
      const { scale, nudge } = stage;
      if (whole) help.fill(0, 0, count);
      for (let k = first; k < last; k += 2) {
        const list = (wants.values[k] ?? 0) * (clocks + 1) + clock;
        const weight = wants.values[k + 1] ?? 0;
        const start = helperStart[list] ?? 0;
        const end = helperStart[list + 1] ?? 0;
        if (whole) addHelp(help, helpers, start, end, weight);
        else addMuchHelp(muchHelp, helpers, start, end, weight);
      }
      if (!whole) {
        addByDivision(muchHelp, skills, divisor, from, count, sums);
        return;
      }
      const broadEnd = broad.start[clock + 1] ?? 0;
      for (let k = broad.start[clock] ?? 0; k < broadEnd; k += 1) {
        const at = broad.values[k] ?? 0;
        const given = help[at - from] ?? 0;
        if (given > 0) help[at - from] = thinned(given, scale, nudge, offeredBy(skills, at));
      }
    },
  };
  return stage;
}

function addHelp(help: Int32Array, helpers: Int32Array, start: number, end: number, weight: number): void {
  for (let k = start; k < end; k += 1) {
    const word = helpers[k] ?? 0;
    const at = word >>> HALF;
    help[at] = ((help[at] ?? 0) + Math.imul(weight, word & HALF_MASK)) | 0;
  }
}

function addMuchHelp(
  help: Float64Array,
  helpers: Int32Array,
  start: number,
  end: number,
  weight: number,
): void {
  for (let k = start; k < end; k += 1) {
    const word = helpers[k] ?? 0;
    const at = word >>> HALF;
    help[at] = (help[at] ?? 0) + weight * (word & HALF_MASK);
  }
}

/** The least help that gives the points of somebody who offers too much, and still is help. */
function thinned(help: number, scale: number, nudge: number, offered: number): number {
  const points = spreadThin(Math.floor(help * scale + nudge), offered);
  return Math.max(1, Math.ceil(points / scale));
}

/** For so many wants that help is more than 32 bits, and where skills give no points. */
function addByDivision(
  help: Float64Array,
  skills: PackedSkills,
  divisor: number,
  from: number,
  count: number,
  sums: Int32Array,
): void {
  for (let k = 0; k < count; k += 1) {
    const given = help[k] ?? 0;
    const points = Math.floor((skills.outOf * given) / divisor);
    if (given > 0) {
      sums[from + k] = (sums[from + k] ?? 0) + GROUND + spreadThin(points, offeredBy(skills, from + k));
    }
    help[k] = 0;
  }
}

/** All mentees for one mentor, by the worth of the mentor's help to each want class. */
export function skillsOfMentees(mentees: PackedSide, skills: PackedSkills): SkillStage {
  const { clockStart } = mentees;
  const { wants, denominator, offers, reach, outOf, wantClasses } = skills;
  const worth = new Float64Array(wantClasses);
  const touched = new Int32Array(wantClasses);
  let seen = 0;
  let offered = 0;
  return {
    help: new Int32Array(longest(mentees)),
    scale: 0,
    nudge: 0,
    prepare: (head) => {
      for (let k = 0; k < seen; k += 1) worth[touched[k] ?? 0] = 0;
      seen = 0;
      offered = offeredBy(skills, head);
      const last = offers.start[head + 1] ?? 0;
      for (let k = offers.start[head] ?? 0; k < last; k += 2) {
        const skill = offers.values[k] ?? 0;
        const level = offers.values[k + 1] ?? 0;
        const end = reach.start[skill + 1] ?? 0;
        for (let r = reach.start[skill] ?? 0; r < end; r += 3) {
          const want = reach.values[r] ?? 0;
          const value = (reach.values[r + 1] ?? 0) * depth(level, reach.values[r + 2] ?? 0);
          const known = worth[want] ?? 0;
          if (value <= known) continue;
          if (known === 0) {
            touched[seen] = want;
            seen += 1;
          }
          worth[want] = value;
        }
      }
    },
    write: (clock, sums) => {
      const from = clockStart[clock] ?? 0;
      const to = clockStart[clock + 1] ?? 0;
      const thin = offered > BREADTH_FREE ? offered : BREADTH_FREE;
      addMentees(worth, wants.start, wants.values, denominator, outOf, thin, from, to, sums);
    },
  };
}

function addMentees(
  worth: Float64Array,
  starts: Int32Array,
  wants: Int32Array,
  denominator: Float64Array,
  outOf: number,
  offered: number,
  from: number,
  to: number,
  sums: Int32Array,
): void {
  let k = starts[from] ?? 0;
  for (let at = from; at < to; at += 1) {
    const last = starts[at + 1] ?? 0;
    let help = 0;
    for (; k < last; k += 2) help += (worth[wants[k] ?? 0] ?? 0) * (wants[k + 1] ?? 0);
    // Exact: the product is below 2^53, and a quotient of whole numbers is far from the next one. 0/0 becomes 0.
    const points = ((outOf * help) / (denominator[at] ?? 1)) | 0;
    // The same again for those who offer too much; with as much as is free this divides what it has multiplied.
    const thin = ((points * BREADTH_FREE) / offered) | 0;
    sums[at] = (sums[at] ?? 0) + thin + Math.ceil(help * TINY) * GROUND;
  }
}
