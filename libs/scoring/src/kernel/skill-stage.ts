import { divideDown } from '../integers.js';
import { BREADTH_FREE, depth, spreadThin } from '../features/skills.feature.js';
import { GROUND } from './cells.js';
import type { PackedSide, PackedSkills } from './packed-people.js';

/** Writes what skills give into the sums of everybody: points, and `GROUND` where any skill helps. */
export type SkillStage = (head: number, sums: Int32Array) => void;

/** Up to this divisor a product with its inverse, less than half a unit too high, rounds down like the division. */
const FAST_BELOW = 1e10;

/** Brings any positive whole number below 2^53 into (0, 1]. */
const TINY = 2 ** -53;

/** All mentors for one mentee, by the lists of those who help. */
export function skillsOfMentors({ count }: PackedSide, skills: PackedSkills): SkillStage {
  const { wants, denominator, helpers, helpValues, outOf } = skills;
  const help = new Float64Array(count);
  return (head, sums) => {
    const last = wants.start[head + 1] ?? 0;
    for (let k = wants.start[head] ?? 0; k < last; k += 2) {
      const list = wants.values[k] ?? 0;
      const weight = wants.values[k + 1] ?? 0;
      addHelp(
        help,
        helpers.values,
        helpValues,
        helpers.start[list] ?? 0,
        helpers.start[list + 1] ?? 0,
        weight,
      );
    }
    const divisor = denominator[head] ?? 0;
    if (divisor === 0 || outOf === 0 || divisor >= FAST_BELOW) pointsByDivision(help, outOf, divisor, sums);
    else {
      const scale = outOf / divisor;
      const nudge = 0.5 / divisor;
      thinOut(help, skills, scale, nudge);
      pointsByProduct(help, scale, nudge, sums);
      return;
    }
    for (let k = 0; k < skills.broad.length; k += 1) {
      const at = skills.broad[k] ?? 0;
      const sum = sums[at] ?? 0;
      if (sum > 0) sums[at] = GROUND + spreadThin(sum - GROUND, offeredBy(skills, at));
    }
  };
}

const offeredBy = ({ offers }: PackedSkills, at: number): number =>
  ((offers.start[at + 1] ?? 0) - (offers.start[at] ?? 0)) / 2;

function addHelp(
  help: Float64Array,
  helpers: Int32Array,
  values: Uint16Array,
  from: number,
  to: number,
  weight: number,
): void {
  for (let k = from; k < to; k += 1) {
    const at = helpers[k] ?? 0;
    help[at] = (help[at] ?? 0) + weight * (values[k] ?? 0);
  }
}

/** Lowers the help of those who offer too much so far that the product gives their lower points. */
function thinOut(help: Float64Array, skills: PackedSkills, scale: number, nudge: number): void {
  for (let k = 0; k < skills.broad.length; k += 1) {
    const at = skills.broad[k] ?? 0;
    const given = help[at] ?? 0;
    if (given === 0) continue;
    const points = Math.floor(given * scale + nudge);
    help[at] = (spreadThin(points, offeredBy(skills, at)) + 0.5) / scale;
  }
}

function pointsByProduct(help: Float64Array, scale: number, nudge: number, sums: Int32Array): void {
  for (let at = 0; at < help.length; at += 1) {
    const given = help[at] ?? 0;
    sums[at] = ((given * scale + nudge) | 0) + Math.ceil(given * TINY) * GROUND;
    help[at] = 0;
  }
}

function pointsByDivision(help: Float64Array, outOf: number, divisor: number, sums: Int32Array): void {
  for (let at = 0; at < help.length; at += 1) {
    const given = help[at] ?? 0;
    sums[at] = given === 0 ? 0 : GROUND + divideDown(outOf * given, divisor);
    help[at] = 0;
  }
}

/** All mentees for one mentor, by the worth of the mentor's help to each want class. */
export function skillsOfMentees({ count }: PackedSide, skills: PackedSkills): SkillStage {
  const { wants, denominator, offers, reach, outOf, helpers } = skills;
  const worth = new Float64Array(Math.max(0, helpers.start.length - 1));
  const touched = new Int32Array(worth.length);
  return (head, sums) => {
    let seen = 0;
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
    const offered = offeredBy(skills, head);
    menteePoints(worth, wants.start, wants.values, denominator, outOf, count, sums);
    if (offered > BREADTH_FREE) {
      for (let at = 0; at < count; at += 1) {
        const sum = sums[at] ?? 0;
        if (sum > 0) sums[at] = GROUND + spreadThin(sum - GROUND, offered);
      }
    }
    for (let k = 0; k < seen; k += 1) worth[touched[k] ?? 0] = 0;
  };
}

function menteePoints(
  worth: Float64Array,
  starts: Int32Array,
  wants: Int32Array,
  denominator: Float64Array,
  outOf: number,
  count: number,
  sums: Int32Array,
): void {
  let k = 0;
  for (let at = 0; at < count; at += 1) {
    const last = starts[at + 1] ?? 0;
    let help = 0;
    for (; k < last; k += 2) help += (worth[wants[k] ?? 0] ?? 0) * (wants[k + 1] ?? 0);
    // Exact: the product is below 2^53, and a quotient of whole numbers is far from the next one.
    sums[at] = help === 0 ? 0 : GROUND + Math.floor((outOf * help) / (denominator[at] ?? 1));
  }
}
