import { BREADTH_FREE, depth, spreadThin } from '../features/skills.feature.js';
import { STEP } from './pack-helpers.js';
import type { PackedSide, PackedSkills } from './packed-people.js';
import type { Part, Room } from './room.js';
import type { Stage, Sums } from './stage.js';
import type { Stretch } from './stretches.js';

/**
 * Added so that points which are whole never fall short of it: exact points of help that fits into 32 bits are whole or at least 2^-31
 * away from the next whole number, and a product of two rounded numbers below 2^14 is less than 2^-37 wrong.
 */
const NUDGE = 2 ** -33;

/** Added to points so that rounding to the nearest whole number rounds down. */
export const ROUND_DOWN = NUDGE - 0.5;

/** The scale of people whose points were worked out before, see `known`. */
const KNOWN_SCALE = 0.5;

/** Help that gives so many points by `KNOWN_SCALE`; it is never 0, as there is common ground. */
const known = (points: number): number => 2 * points + 1;

/** Help by position, and the points that each unit of it gives. */
interface Help {
  readonly help: Part<Int32Array>;
  /** By position; or two numbers that are alike, for everybody. */
  readonly scales: Part<Float64Array>;
}

/** What skills give: help is left to be added when sums are ended. */
export interface SkillStage extends Stage, Help {
  /** Bytes between the scales of two people and those of the next two. */
  readonly step: number;
}

const scaleOf = (outOf: number, divisor: number): number => (divisor === 0 ? 0 : outOf / divisor);

const offeredBy = ({ offers }: PackedSkills, at: number): number =>
  ((offers.start[at + 1] ?? 0) - (offers.start[at] ?? 0)) / 2;

/** Takes away from somebody's sum what is lost of the points of skills as the mentor offers too many. */
function thin({ help }: Help, sums: Sums, at: number, scale: number, offered: number): void {
  const points = Math.floor((help.view[at] ?? 0) * scale + NUDGE);
  sums.view[at] = (sums.view[at] ?? 0) - points + spreadThin(points, offered);
}

/** All mentors for one mentee, by the lists of those who help. */
export function skillsOfMentors(
  mentors: PackedSide,
  skills: PackedSkills,
  room: Room,
  sums: Sums,
): SkillStage {
  const { wants, denominator, helpers, plain, outOf, broad } = skills;
  const blocks = mentors.blockStart.length - 1;
  const steps = room.copy(Uint8Array, helpers.steps);
  const values = room.copy(Uint16Array, helpers.values);
  const all = { help: room.part(Int32Array, mentors.count), scales: room.part(Float64Array, 2) };
  const { help, scales } = all;
  const addHelp = (head: number, { first, end }: Stretch): void => {
    const last = wants.start[head + 1] ?? 0;
    for (let k = wants.start[head] ?? 0; k < last; k += 2) {
      const list = (wants.values[k] ?? 0) * blocks;
      const from = helpers.start[list + first] ?? 0;
      const to = helpers.start[list + end] ?? 0;
      const weight = wants.values[k + 1] ?? 0;
      const before = help.at + STEP * (helpers.before[list + first] ?? 0);
      room.module.addNearHelp(before, steps.at + from, values.at + 2 * from, to - from, weight);
    }
  };
  const knowHelp = (head: number, stretch: Stretch): void => {
    const given = longHelp(skills, blocks, head, stretch);
    given.forEach((sum, k) => {
      const points = Math.floor((outOf * sum) / (denominator[head] ?? 0));
      help.view[stretch.from + k] = sum === 0 ? 0 : known(points);
    });
  };
  return {
    ...all,
    step: 0,
    prepare: (head) => {
      scales.view.fill(plain[head] === 1 ? scaleOf(outOf, denominator[head] ?? 0) : KNOWN_SCALE);
    },
    add: (head, stretch) => {
      const { first, end } = stretch;
      if (plain[head] === 1) addHelp(head, stretch);
      else knowHelp(head, stretch);
      const broadEnd = broad.start[end] ?? 0;
      for (let k = broad.start[first] ?? 0; k < broadEnd; k += 1) {
        const at = broad.values[k] ?? 0;
        thin(all, sums, at, scales.view[0] ?? 0, offeredBy(skills, at));
      }
    },
  };
}

/** Whole help of everybody in a stretch for a mentee with more wants than fit into 32 bits. */
function longHelp(
  { wants, helpers }: PackedSkills,
  blocks: number,
  head: number,
  { first, end, from, to }: Stretch,
): Float64Array {
  const given = new Float64Array(to - from);
  const lastWant = wants.start[head + 1] ?? 0;
  for (let want = wants.start[head] ?? 0; want < lastWant; want += 2) {
    const list = (wants.values[want] ?? 0) * blocks;
    const last = helpers.start[list + end] ?? 0;
    let at = (helpers.before[list + first] ?? 0) - from;
    for (let k = helpers.start[list + first] ?? 0; k < last; k += 1) {
      at += (helpers.steps[k] ?? 0) / STEP;
      given[at] = (given[at] ?? 0) + (helpers.values[k] ?? 0) * (wants.values[want + 1] ?? 0);
    }
  }
  return given;
}

/** All mentees for one mentor, by the lists of those who want what the mentor helps with. */
export function skillsOfMentees(
  mentees: PackedSide,
  skills: PackedSkills,
  room: Room,
  sums: Sums,
): SkillStage {
  const blocks = mentees.blockStart.length - 1;
  const { wanters, denominator, plain, outOf } = skills;
  const people = room.copy(Int32Array, wanters.people);
  const weights = room.copy(Uint16Array, wanters.weights);
  const scale = Float64Array.from(denominator, (divisor, at) =>
    plain[at] === 1 ? scaleOf(outOf, divisor) : KNOWN_SCALE,
  );
  const all = {
    help: room.part(Int32Array, mentees.count),
    scales: room.copy(Float64Array, scale),
  };
  const { help } = all;
  const best = bestHelp(skills);
  const knowHelp = intricateHelp(skills, best.worth, help);
  let offered = 0;
  return {
    ...all,
    step: 16,
    prepare: (head) => {
      offered = offeredBy(skills, head);
      best.prepare(head);
    },
    add: (_head, stretch) => {
      const { first, end, from, to } = stretch;
      for (let k = 0; k < best.seen.count; k += 1) {
        const want = best.touched[k] ?? 0;
        const start = wanters.start[want * blocks + first] ?? 0;
        const count = (wanters.start[want * blocks + end] ?? 0) - start;
        const worth = best.worth[want] ?? 0;
        room.module.addHelp(help.at, people.at + 4 * start, weights.at + 2 * start, count, worth);
      }
      knowHelp(stretch);
      if (offered > BREADTH_FREE) {
        for (let at = from; at < to; at += 1) thin(all, sums, at, scale[at] ?? 0, offered);
      }
    },
  };
}

/** What a mentor's help is worth to each want class. */
interface BestHelp {
  /** By want class. */
  readonly worth: Float64Array;
  /** The first so many have the classes that it is worth something to. */
  readonly touched: Int32Array;
  readonly seen: { count: number };
  readonly prepare: (head: number) => void;
}

function bestHelp({ offers, reach, wantClasses }: PackedSkills): BestHelp {
  const worth = new Float64Array(wantClasses);
  const touched = new Int32Array(wantClasses);
  const seen = { count: 0 };
  const add = (want: number, value: number): void => {
    const before = worth[want] ?? 0;
    if (value <= before) return;
    if (before === 0) {
      touched[seen.count] = want;
      seen.count += 1;
    }
    worth[want] = value;
  };
  const prepare = (head: number): void => {
    for (let k = 0; k < seen.count; k += 1) worth[touched[k] ?? 0] = 0;
    seen.count = 0;
    const last = offers.start[head + 1] ?? 0;
    for (let k = offers.start[head] ?? 0; k < last; k += 2) {
      const skill = offers.values[k] ?? 0;
      const level = offers.values[k + 1] ?? 0;
      const end = reach.start[skill + 1] ?? 0;
      for (let r = reach.start[skill] ?? 0; r < end; r += 3) {
        const related = reach.values[r + 1] ?? 0;
        add(reach.values[r] ?? 0, related * depth(level, reach.values[r + 2] ?? 0));
      }
    }
  };
  return { worth, touched, seen, prepare };
}

/** Writes down the points of the mentees whose help does not fit into 32 bits. */
function intricateHelp(
  { wants, denominator, intricate, outOf }: PackedSkills,
  worth: Float64Array,
  help: Part<Int32Array>,
): (stretch: Stretch) => void {
  return ({ first, end }) => {
    const last = intricate.start[end] ?? 0;
    for (let k = intricate.start[first] ?? 0; k < last; k += 1) {
      const at = intricate.values[k] ?? 0;
      let given = 0;
      for (let want = wants.start[at] ?? 0; want < (wants.start[at + 1] ?? 0); want += 2) {
        given += (worth[wants.values[want] ?? 0] ?? 0) * (wants.values[want + 1] ?? 0);
      }
      if (given > 0) help.view[at] = known(Math.floor((outOf * given) / (denominator[at] ?? 1)));
    }
  };
}
