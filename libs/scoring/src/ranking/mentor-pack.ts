import type { ScoringContext } from '../context.js';
import { availabilityFeature } from '../features/availability.feature.js';
import { goalsFeature } from '../features/goals.feature.js';
import { FULL_DEPTH, skillsFeature, spreadThin } from '../features/skills.feature.js';
import { styleFeature } from '../features/style.feature.js';
import { FULL_REACH, type MenteeFacts } from '../facts.js';
import { partOf } from '../integers.js';
import type { MenteeProfile, MentorProfile } from '../profile.js';
import { lineAbove } from '../reporting-line.js';
import { scoreOf } from '../score-pair.js';
import { FacetColumn } from './facet-column.js';
import { ALL_FACETS, GROUND, NEVER, outOf, zoneFacet } from './facets.js';
import { GoalColumns } from './goal-columns.js';
import { SkillPostings } from './skill-postings.js';
import { SlotsByKey } from './slots-by-key.js';
import { StyleColumns } from './style-columns.js';
import { WeekColumns } from './week-columns.js';

/**
 * Mentors laid out so that all of them are scored for one mentee within milliseconds, and that one of them is replaced
 * within microseconds. It knows nothing of weights, rules, terms and taxonomies: those come with the question.
 *
 * What many mentors have in common (languages, years, zone, …) is asked of the reference scorer once for each
 * kind; skills and goals are looked up by who has them; the week is a difference of sums. The few mentors to whom the mentee
 * has a tie of their own (the same person, a line manager, a wish, a veto, a named pair) are scored by the reference.
 */
export class MentorPack {
  private readonly mentors: (MentorProfile | null)[] = [];
  private readonly slots = new Map<string, number>();
  private readonly free: number[] = [];
  private readonly facets = ALL_FACETS.map((facet) => ({ facet, column: new FacetColumn(facet) }));
  private readonly goals = new GoalColumns();
  private readonly skills = new SkillPostings();
  private readonly weeks = new WeekColumns();
  private readonly styles = new StyleColumns();
  private readonly people = new SlotsByKey();
  private readonly staff = new SlotsByKey();
  private readonly vetoes = new SlotsByKey();
  /** Those with more answers than fit. */
  private readonly odd = new Set<number>();
  private written = 0;

  /** Slots are below this number. */
  get length(): number {
    return this.mentors.length;
  }

  /** Whether so much was replaced that a new pack would be smaller. */
  get isWorn(): boolean {
    return this.written > 4 * this.slots.size + 5_000;
  }

  /** The slot of a mentor; -1 when there is none. */
  slotOf(id: string): number {
    return this.slots.get(id) ?? -1;
  }

  /** Adds a mentor, or takes the place of what was known. @returns the slot */
  put(mentor: MentorProfile): number {
    this.remove(mentor.id);
    const slot = this.free.pop() ?? this.mentors.length;
    this.mentors[slot] = mentor;
    this.slots.set(mentor.id, slot);
    this.written += 1;
    for (const { column } of this.facets) column.set(slot, mentor);
    this.goals.set(slot, mentor.goals);
    this.skills.add(slot, mentor.skills);
    this.weeks.set(slot, mentor.windows);
    if (!this.styles.set(slot, mentor.workingStyle)) this.odd.add(slot);
    this.people.add(mentor.personKey, slot);
    this.staff.add(mentor.managerKey, slot);
    for (const menteeId of mentor.vetoes) this.vetoes.add(menteeId, slot);
    return slot;
  }

  /** Forgets a mentor; one who is not there stays so. */
  remove(id: string): void {
    const slot = this.slots.get(id);
    const mentor = slot === undefined ? null : this.mentors[slot];
    if (slot === undefined || mentor === null || mentor === undefined) return;
    this.slots.delete(id);
    this.mentors[slot] = null;
    this.free.push(slot);
    this.skills.delete(slot, mentor.skills);
    this.odd.delete(slot);
    this.people.delete(mentor.personKey, slot);
    this.staff.delete(mentor.managerKey, slot);
    for (const menteeId of mentor.vetoes) this.vetoes.delete(menteeId, slot);
  }

  /** By slot: 1 for whoever offers a skill of which something holds. @param holds asked once a skill, by the id in profiles */
  offering(holds: (skillId: string) => boolean): Uint8Array {
    return this.skills.offering(holds, this.mentors.length);
  }

  /**
   * The same numbers as `scoreOf`, by slot; slots without a mentor hold anything.
   *
   * @param context pairs that it names must be listed, and managers known by the profiles: it can't be asked about everybody
   */
  scores(mentee: MenteeProfile, context: ScoringContext): Int32Array {
    const scores = this.sums(mentee, context);
    const least = context.rules.floor ? GROUND : 0;
    for (let slot = 0; slot < scores.length; slot += 1) {
      const sum = scores[slot] ?? 0;
      // All bits where a rule or the floor forbids the pair, which makes `INFEASIBLE`: quicker than a choice.
      const forbidden = (sum - least) >> 31;
      scores[slot] = (sum & (GROUND - 1)) | forbidden;
    }
    for (const slot of this.tiedTo(mentee, context)) {
      const mentor = this.mentors[slot];
      if (mentor !== null && mentor !== undefined) scores[slot] = scoreOf(mentee, mentor, context);
    }
    return scores;
  }

  private sums(mentee: MenteeProfile, context: ScoringContext): Int32Array {
    const { length } = this.mentors;
    const sums = new Int32Array(length);
    for (const { facet, column } of this.facets) {
      if (!facet.counts(context)) continue;
      const values = column.values(mentee, context);
      if (values.every((value) => value === 0)) continue;
      const { classes } = column;
      for (let slot = 0; slot < length; slot += 1)
        sums[slot] = (sums[slot] ?? 0) + (values[classes[slot] ?? 0] ?? 0);
    }
    const facts = context.menteeFacts(mentee);
    this.goals.addPoints(facts, outOf(goalsFeature, { context }), sums);
    this.addSkills(facts, context, sums);
    this.addWeeks(mentee, context, sums);
    const style = outOf(styleFeature, { context });
    if (style > 0) this.styles.addPoints(facts.style, style, length, sums);
    return sums;
  }

  private addSkills({ wants, wantedWeight }: MenteeFacts, context: ScoringContext, sums: Int32Array): void {
    const most = outOf(skillsFeature, { context });
    const help = this.skills.help(wants, context.taxonomy, sums.length);
    const all = wantedWeight * FULL_REACH * FULL_DEPTH;
    for (let slot = 0; slot < sums.length; slot += 1) {
      const own = help[slot] ?? 0;
      if (own === 0) continue;
      const points = partOf(most, own, all);
      const mentor = this.skills.mayBeBroad(slot) ? this.mentors[slot] : null;
      const counted =
        mentor === null || mentor === undefined
          ? points
          : spreadThin(points, context.mentorFacts(mentor).skills.size);
      // With goals in common there is ground already; twice as much does no harm.
      sums[slot] = (sums[slot] ?? 0) + counted + GROUND;
    }
  }

  private addWeeks(mentee: MenteeProfile, context: ScoringContext, sums: Int32Array): void {
    const most = outOf(availabilityFeature, { context });
    const least = context.rules.minimumWeeklyOverlapMinutes;
    if (most === 0 && least === null) return;
    const zone = this.facets.find(({ facet }) => facet === zoneFacet)?.column;
    if (zone === undefined) return;
    const zones = zone.examples.map(({ timeZone }) => timeZone);
    const minutes = this.weeks.shared(mentee, context.term, zone.classes, zones, sums.length);
    for (let slot = 0; slot < sums.length; slot += 1) {
      const shared = minutes[slot] ?? 0;
      const points = partOf(most, shared, context.neededWeeklyMinutes);
      sums[slot] = least !== null && shared < least ? NEVER : (sums[slot] ?? 0) + points;
    }
  }

  private tiedTo(mentee: MenteeProfile, { listed, managerOf }: ScoringContext): Set<number> {
    const tied = new Set(this.odd);
    const add = (slots: Iterable<number>): void => {
      for (const slot of slots) tied.add(slot);
    };
    add(this.people.of(mentee.personKey));
    for (const key of lineAbove(mentee, managerOf)) add(this.people.of(key));
    add(this.staff.of(mentee.personKey));
    add(this.vetoes.of(mentee.id));
    const named = [listed.blocked, listed.forbidden, listed.earlier].flatMap((pairs) =>
      pairs.flatMap(({ menteeId, mentorId }) => (menteeId === mentee.id ? [mentorId] : [])),
    );
    for (const id of [...mentee.wishes, ...named]) {
      const slot = this.slots.get(id);
      if (slot !== undefined) tied.add(slot);
    }
    return tied;
  }
}
