import { BREADTH_FREE, depth, spreadThin } from '../features/skills.feature.js';
import { GROUND as COMMON_GROUND } from './cells.js';
import type { PackedSide, PackedSkills } from './packed-people.js';
import type { Stretch } from './stretches.js';

/** What skills give. */
export interface SkillStage {
  /** By position: whole points, a `GROUND` for each want that is helped with, and some part of a point, to be cut off. */
  readonly help: Float64Array;
  /** Gets ready for one person. */
  readonly prepare: (head: number) => void;
  /** Fills `help` for a stretch. */
  readonly write: (stretch: Stretch) => void;
}

/**
 * Added once so that points which are whole never fall short of it.
 *
 * Where `isPlain` holds, exact points are whole or at least 2^-28 away from the next whole number, and the sum of up to sixteen
 * rounded shares below 2^19 is less than 2^-30 wrong: this lies between.
 */
const NUDGE = 2 ** -29;

// Constants of this module are part of the compiled loops; imported ones would be looked up for every person.
const GROUND = COMMON_GROUND;
const POINTS_MASK = COMMON_GROUND - 1;

const offeredBy = ({ offers }: PackedSkills, at: number): number =>
  ((offers.start[at + 1] ?? 0) - (offers.start[at] ?? 0)) / 2;

/** All mentors for one mentee, by the lists of those who help. */
export function skillsOfMentors(mentors: PackedSide, skills: PackedSkills): SkillStage {
  const { wants, denominator, helpers, plain, outOf, broad } = skills;
  const blocks = mentors.blockStart.length - 1;
  const help = new Float64Array(mentors.count);
  let first = 0;
  let last = 0;
  let divisor = 0;
  let isPlain = false;
  return {
    help,
    prepare: (head) => {
      first = wants.start[head] ?? 0;
      last = wants.start[head + 1] ?? 0;
      divisor = denominator[head] ?? 0;
      isPlain = plain[head] === 1;
    },
    write: ({ first: firstBlock, end: endBlock, from, to }) => {
      help.fill(isPlain ? NUDGE : 0, from, to);
      const scale = isPlain ? outOf / divisor : 1;
      const ground = isPlain ? GROUND : 0;
      for (let k = first; k < last; k += 2) {
        const list = (wants.values[k] ?? 0) * blocks;
        const start = helpers.start[list + firstBlock] ?? 0;
        const end = helpers.start[list + endBlock] ?? 0;
        addValues(
          help,
          helpers.people,
          helpers.values,
          start,
          end,
          (wants.values[k + 1] ?? 0) * scale,
          ground,
        );
      }
      if (!isPlain) divideHelp(help, outOf, divisor, from, to);
      const broadEnd = broad.start[endBlock] ?? 0;
      for (let k = broad.start[firstBlock] ?? 0; k < broadEnd; k += 1) {
        const at = broad.values[k] ?? 0;
        help[at] = thinned(help[at] ?? 0, offeredBy(skills, at));
      }
    },
  };
}

function addValues(
  help: Float64Array,
  people: Int32Array,
  values: Uint16Array,
  start: number,
  end: number,
  rate: number,
  ground: number,
): void {
  let k = start;
  for (; k + 3 < end; k += 4) {
    addShare(help, people[k] ?? 0, ground + rate * (values[k] ?? 0));
    addShare(help, people[k + 1] ?? 0, ground + rate * (values[k + 1] ?? 0));
    addShare(help, people[k + 2] ?? 0, ground + rate * (values[k + 2] ?? 0));
    addShare(help, people[k + 3] ?? 0, ground + rate * (values[k + 3] ?? 0));
  }
  for (; k < end; k += 1) addShare(help, people[k] ?? 0, ground + rate * (values[k] ?? 0));
}

/** Turns whole help into points, for those with so many wants that shares would not be exact. */
function divideHelp(help: Float64Array, outOf: number, divisor: number, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    const given = help[at] ?? 0;
    if (given > 0) help[at] = GROUND + Math.floor((outOf * given) / divisor);
  }
}

/** What is left when somebody offers too much. */
function thinned(help: number, offered: number): number {
  return help < GROUND ? help : GROUND + spreadThin(Math.floor(help) & POINTS_MASK, offered);
}

/** All mentees for one mentor, by the lists of those who want what the mentor helps with. */
export function skillsOfMentees(mentees: PackedSide, skills: PackedSkills): SkillStage {
  const blocks = mentees.blockStart.length - 1;
  const { wants, wanters, denominator, offers, reach, intricate, outOf, wantClasses } = skills;
  const help = new Float64Array(mentees.count);
  const worth = new Float64Array(wantClasses);
  const touched = new Int32Array(wantClasses);
  let seen = 0;
  let offered = 0;
  return {
    help,
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
    write: ({ first: firstBlock, end: endBlock, from, to }) => {
      help.fill(NUDGE, from, to);
      for (let k = 0; k < seen; k += 1) {
        const want = touched[k] ?? 0;
        const start = wanters.start[want * blocks + firstBlock] ?? 0;
        const end = wanters.start[want * blocks + endBlock] ?? 0;
        addRates(help, wanters.people, wanters.rates, start, end, worth[want] ?? 0);
      }
      const intricateEnd = intricate.start[endBlock] ?? 0;
      for (let k = intricate.start[firstBlock] ?? 0; k < intricateEnd; k += 1) {
        const at = intricate.values[k] ?? 0;
        let given = 0;
        for (let want = wants.start[at] ?? 0; want < (wants.start[at + 1] ?? 0); want += 2) {
          given += (worth[wants.values[want] ?? 0] ?? 0) * (wants.values[want + 1] ?? 0);
        }
        if (given > 0) help[at] = GROUND + Math.floor((outOf * given) / (denominator[at] ?? 1));
      }
      if (offered <= BREADTH_FREE) return;
      for (let at = from; at < to; at += 1) help[at] = thinned(help[at] ?? 0, offered);
    },
  };
}

function addRates(
  help: Float64Array,
  people: Int32Array,
  rates: Float64Array,
  start: number,
  end: number,
  worth: number,
): void {
  let k = start;
  for (; k + 3 < end; k += 4) {
    addShare(help, people[k] ?? 0, GROUND + worth * (rates[k] ?? 0));
    addShare(help, people[k + 1] ?? 0, GROUND + worth * (rates[k + 1] ?? 0));
    addShare(help, people[k + 2] ?? 0, GROUND + worth * (rates[k + 2] ?? 0));
    addShare(help, people[k + 3] ?? 0, GROUND + worth * (rates[k + 3] ?? 0));
  }
  for (; k < end; k += 1) addShare(help, people[k] ?? 0, GROUND + worth * (rates[k] ?? 0));
}

function addShare(help: Float64Array, at: number, share: number): void {
  help[at] = (help[at] ?? 0) + share;
}
