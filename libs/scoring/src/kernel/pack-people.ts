import { timeZoneGapHours } from '#availability';
import type { ScoringContext } from '../context.js';
import { factsOfMentee, factsOfMentor } from '../facts.js';
import { unansweredPoints } from '../features/style.feature.js';
import type { MenteeProfile, MentorProfile } from '../profile.js';
import { facetsOf } from './all-facets.js';
import { Arena } from './arena.js';
import type { Allocate } from './arena.js';
import { GROUND } from './cells.js';
import { addPerson, Clocks, emptySide, StyleNames } from './encode-side.js';
import type { EncodedSide } from './encode-side.js';
import { cellSettings } from './facet.js';
import { CodeInterner, Interner } from './interner.js';
import { packGroups } from './pack-groups.js';
import type { EncodedFacet } from './pack-groups.js';
import { packPairs } from './pack-pairs.js';
import { packOverlap, withTime } from './pack-overlap.js';
import { packSide } from './pack-side.js';
import { SkillsEncoder } from './pack-skills.js';
import { packStyle } from './pack-style.js';
import type { PackedPeople } from './packed-people.js';
import { WindowNumbers } from './windows.js';

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
  const { rules, term, taxonomy } = context;
  const settings = cellSettings(context);
  const known = new Clocks(term);
  const names = new StyleNames();
  const skills = new SkillsEncoder();
  const facets = facetsOf(settings)
    .map((facet, index) => ({
      facet,
      index,
      names: new Interner(),
      mentees: { classOf: [] as number[], codes: new CodeInterner() },
      mentors: { classOf: [] as number[], codes: new CodeInterner() },
    }))
    .filter(({ facet }) => facet.counts(settings));

  const menteeSide = emptySide();
  for (const mentee of mentees) {
    const facts = factsOfMentee(mentee, taxonomy);
    addPerson(menteeSide, mentee, facts, known, names);
    skills.addMentee(facts);
    for (const { facet, names: own, mentees: side } of facets) {
      side.classOf.push(side.codes.idOf(facet.ofMentee(mentee, facts, own, settings)));
    }
  }
  const mentorSide = emptySide();
  for (const mentor of mentors) {
    const facts = factsOfMentor(mentor, taxonomy);
    addPerson(mentorSide, mentor, facts, known, names);
    skills.addMentor(facts);
    for (const { facet, names: own, mentors: side } of facets) {
      side.classOf.push(side.codes.idOf(facet.ofMentor(mentor, facts, own, settings)));
    }
  }

  const style = settings.outOf.style > 0 ? packStyle(names, settings.outOf.style, arena) : null;
  const { clocks, zones, rank } = known.fromWest();
  const sides = { mentees: onClocks(menteeSide, rank), mentors: onClocks(mentorSide, rank) };
  const menteeWindows = new WindowNumbers();
  const mentorWindows = new WindowNumbers();
  const packed = {
    mentees: packSide(sides.mentees, clocks.length, style, menteeWindows.idsOf, arena),
    mentors: packSide(sides.mentors, clocks.length, style, mentorWindows.idsOf, arena),
  };
  const overlap = packOverlap(context, sides.mentees, sides.mentors, clocks, arena);
  const near = nearClocks(context, zones);
  const shared = { clocks, overlap, arena };
  return {
    settings,
    mentees: withTime(
      packed.mentees,
      { own: menteeWindows.all, others: mentorWindows.all },
      (mentor, mentee) => near(mentee, mentor),
      shared,
    ),
    mentors: withTime(packed.mentors, { own: mentorWindows.all, others: menteeWindows.all }, near, shared),
    groups: packGroups(
      facets.map(({ index, mentees: own, mentors: theirs }): EncodedFacet => ({
        facet: index,
        mentees: { classOf: sorted(own.classOf, packed.mentees.order), codes: own.codes.codes },
        mentors: { classOf: sorted(theirs.classOf, packed.mentors.order), codes: theirs.codes.codes },
      })),
      settings,
      arena,
    ),
    clocks: clocks.length,
    overlap,
    style,
    skills: skills.pack(settings.outOf.skills, packed.mentees, packed.mentors, arena),
    pairs: packPairs(mentees, mentors, context, arena),
    base: rules.floor ? 0 : GROUND,
    unanswered: style === null ? 0 : unansweredPoints(settings.outOf.style),
  };
}

const sorted = (values: readonly number[], order: Int32Array): Int32Array =>
  order.map((index) => values[index] ?? 0);

const onClocks = (side: EncodedSide, rank: readonly number[]): EncodedSide => ({
  ...side,
  clock: side.clock.map((id) => rank[id] ?? 0),
});

/** Which clocks the rule about time zones lets meet: a mentee's and a mentor's. */
function nearClocks(
  { rules, term }: ScoringContext,
  zones: readonly string[],
): (mentee: number, mentor: number) => boolean {
  const most = rules.maximumZoneGapHours;
  const near = zones.map((mentee) =>
    zones.map((mentor) => most === null || timeZoneGapHours(mentee, mentor, term) <= most),
  );
  return (mentee, mentor) => near[mentee]?.[mentor] ?? false;
}
