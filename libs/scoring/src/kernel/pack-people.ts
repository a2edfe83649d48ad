import type { TermClock } from '#availability';
import { timeZoneGapHours } from '#availability';
import type { ScoringContext } from '../context.js';
import { factsOfMentee, factsOfMentor } from '../facts.js';
import { unansweredPoints } from '../features/style.feature.js';
import type { MenteeProfile, MentorProfile } from '../profile.js';
import { ALL_FACETS } from './all-facets.js';
import { Arena } from './arena.js';
import type { Allocate } from './arena.js';
import { GROUND } from './cells.js';
import { addPerson, Clocks, emptySide, StyleNames } from './encode-side.js';
import type { EncodedSide } from './encode-side.js';
import { cellSettings } from './facet.js';
import { CodeInterner, Interner } from './interner.js';
import { overlapPoints } from './overlap-points.js';
import { packGroups } from './pack-groups.js';
import type { EncodedFacet } from './pack-groups.js';
import { packPairs } from './pack-pairs.js';
import { packRows } from './pack-rows.js';
import { packSide } from './pack-side.js';
import { SkillsEncoder } from './pack-skills.js';
import { packStyle } from './pack-style.js';
import type { PackedOverlap, PackedPeople, PackedSide } from './packed-people.js';
import { commonStep, WindowNumbers } from './windows.js';
import type { ClockWindow } from './windows.js';

/** Units over a term that a half word holds. */
const MOST_UNITS = 65_535;

/**
 * Lays out everybody for `createScoreKernel`, once for a cohort.
 *
 * @param allocate makes the large buffers, for example shared ones; plain ones by default
 * @throws RangeError when the term or somebody's zone does not exist
 */
export function packPeople(
  mentees: readonly MenteeProfile[],
  mentors: readonly MentorProfile[],
  context: ScoringContext,
  allocate?: Allocate,
): PackedPeople {
  const arena = new Arena(allocate);
  const { weights, rules, term, taxonomy } = context;
  const settings = cellSettings(weights, rules);
  const clocks = new Clocks(term);
  const names = new StyleNames();
  const skills = new SkillsEncoder();
  const facets = ALL_FACETS.map((facet, index) => ({
    facet,
    index,
    names: new Interner(),
    mentees: { classOf: [] as number[], codes: new CodeInterner() },
    mentors: { classOf: [] as number[], codes: new CodeInterner() },
  })).filter(({ facet }) => facet.counts(settings));

  const menteeSide = emptySide();
  for (const mentee of mentees) {
    const facts = factsOfMentee(mentee, taxonomy);
    addPerson(menteeSide, mentee, facts, clocks, names);
    skills.addMentee(facts);
    for (const { facet, names: own, mentees: side } of facets) {
      side.classOf.push(side.codes.idOf(facet.ofMentee(mentee, facts, own, settings)));
    }
  }
  const mentorSide = emptySide();
  for (const mentor of mentors) {
    const facts = factsOfMentor(mentor, taxonomy);
    addPerson(mentorSide, mentor, facts, clocks, names);
    skills.addMentor(facts);
    for (const { facet, names: own, mentors: side } of facets) {
      side.classOf.push(side.codes.idOf(facet.ofMentor(mentor, facts, own, settings)));
    }
  }

  const style = settings.outOf.style > 0 ? packStyle(names, settings.outOf.style, arena) : null;
  const menteeWindows = new WindowNumbers();
  const mentorWindows = new WindowNumbers();
  const count = clocks.clocks.length;
  const packedMentees = packSide(
    menteeSide,
    count,
    style,
    (index) => skills.wantsOf(index),
    (clock, bounds) => menteeWindows.idsOf(clock, bounds),
    arena,
  );
  const packedMentors = packSide(
    mentorSide,
    count,
    style,
    () => 0,
    (clock, bounds) => mentorWindows.idsOf(clock, bounds),
    arena,
  );
  const overlap = packOverlap(context, menteeSide, mentorSide, clocks.clocks, arena);
  const withRows = (side: PackedSide, windows: readonly ClockWindow[]): PackedSide =>
    overlap === null || overlap.points.length === 0
      ? side
      : { ...side, rows: packRows(side, windows, clocks.clocks, overlap.step, arena) };
  return {
    settings,
    mentees: withRows(packedMentees, mentorWindows.all),
    mentors: withRows(packedMentors, menteeWindows.all),
    groups: packGroups(
      facets.map(({ index, mentees: own, mentors: theirs }): EncodedFacet => ({
        facet: index,
        mentees: { classOf: sorted(own.classOf, packedMentees.order), codes: own.codes.codes },
        mentors: { classOf: sorted(theirs.classOf, packedMentors.order), codes: theirs.codes.codes },
      })),
      settings,
      arena,
    ),
    tooFar: packGaps(context, clocks.zones, arena),
    clocks: count,
    overlap,
    style,
    skills: skills.pack(settings.outOf.skills, packedMentees, packedMentors, arena),
    pairs: packPairs(mentees, mentors, context, arena),
    base: (rules.floor ? 0 : GROUND) + (style === null ? 0 : unansweredPoints(settings.outOf.style)),
  };
}

const sorted = (values: readonly number[], order: Int32Array): Int32Array =>
  order.map((index) => values[index] ?? 0);

/** Which clocks the rule about time zones keeps apart, by mentee clock, then mentor clock. */
function packGaps({ rules, term }: ScoringContext, zones: readonly string[], arena: Arena): Int32Array {
  const most = rules.maximumZoneGapHours;
  return arena.int32From(
    zones.flatMap((mentee) =>
      zones.map((mentor) => (most !== null && timeZoneGapHours(mentee, mentor, term) > most ? 1 : 0)),
    ),
  );
}

function packOverlap(
  { weights, rules, term, neededWeeklyMinutes }: ScoringContext,
  mentees: EncodedSide,
  mentors: EncodedSide,
  clocks: readonly TermClock[],
  arena: Arena,
): PackedOverlap | null {
  const least = rules.minimumWeeklyOverlapMinutes;
  if (weights.availability === 0 && least === null) return null;
  const step = commonStep([mentees, mentors], clocks);
  const most = Math.min(mostUnits(mentees, step, term.weeks), mostUnits(mentors, step, term.weeks));
  const overlap = {
    step,
    weeks: term.weeks,
    outOf: cellSettings(weights, rules).outOf.availability,
    needed: neededWeeklyMinutes,
    least,
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
