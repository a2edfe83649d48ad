import type { Taxonomy } from '#skills';
import type { WantFacts } from '../facts.js';
import { BREADTH_FREE, depth } from '../features/skills.feature.js';
import { within } from '../integers.js';
import type { OfferedSkill } from '../profile.js';
import { Column } from './column.js';

/** Who offers a skill, and at which level, in no order. */
interface Posting {
  readonly slots: number[];
  readonly levels: number[];
}

/** Mentors by the skills that they offer, under the ids that their profiles use. */
export class SkillPostings {
  private readonly postings = new Map<string, Posting>();
  private readonly offered = new Column();
  private resolved: { readonly taxonomy: Taxonomy; readonly byId: Map<string, Posting[]> } | null = null;

  add(slot: number, skills: readonly OfferedSkill[]): void {
    this.offered.set(slot, skills.length);
    for (const { skillId, level } of skills) {
      const posting = this.postings.get(skillId) ?? this.open(skillId);
      posting.slots.push(slot);
      posting.levels.push(within(level, 1, 5, 1));
    }
  }

  delete(slot: number, skills: readonly OfferedSkill[]): void {
    this.offered.set(slot, 0);
    for (const { skillId } of skills) {
      const posting = this.postings.get(skillId);
      const at = posting?.slots.indexOf(slot) ?? -1;
      const last = (posting?.slots.length ?? 0) - 1;
      if (posting === undefined || at === -1) continue;
      posting.slots[at] = posting.slots[last] ?? 0;
      posting.levels[at] = posting.levels[last] ?? 0;
      posting.slots.pop();
      posting.levels.pop();
    }
  }

  /** Whether a mentor may offer more skills than count in full; two names of one skill are told apart here. */
  mayBeBroad(slot: number): boolean {
    return (this.offered.values[slot] ?? 0) > BREADTH_FREE;
  }

  /** By slot: over all that is wanted, weight times the best help, as `skillsFeature` has it. */
  help(wants: readonly WantFacts[], taxonomy: Taxonomy, slots: number): Float64Array {
    const sum = new Float64Array(slots);
    const best = new Int32Array(slots);
    for (const { reach, currentLevel, weight } of wants) {
      const touched: number[] = [];
      for (const [skillId, permille] of reach) {
        const values = [0, 1, 2, 3, 4, 5].map((level) => permille * depth(level, currentLevel));
        for (const posting of this.under(skillId, taxonomy)) gather(posting, values, best, touched);
      }
      for (const slot of touched) {
        sum[slot] = (sum[slot] ?? 0) + weight * (best[slot] ?? 0);
        best[slot] = 0;
      }
    }
    return sum;
  }

  /** By slot: 1 for whoever offers a skill of which something holds. @param holds asked once a skill */
  offering(holds: (skillId: string) => boolean, slots: number): Uint8Array {
    const found = new Uint8Array(slots);
    for (const [skillId, posting] of this.postings)
      if (posting.slots.length > 0 && holds(skillId)) for (const slot of posting.slots) found[slot] = 1;
    return found;
  }

  private open(skillId: string): Posting {
    const posting: Posting = { slots: [], levels: [] };
    this.postings.set(skillId, posting);
    this.resolved = null;
    return posting;
  }

  /** A skill may be named in several ways, of which the taxonomy knows the one that counts. */
  private under(skillId: string, taxonomy: Taxonomy): readonly Posting[] {
    if (this.resolved?.taxonomy !== taxonomy) {
      const byId = new Map<string, Posting[]>();
      for (const [name, posting] of this.postings) {
        const id = taxonomy.get(name)?.id ?? name;
        byId.set(id, [...(byId.get(id) ?? []), posting]);
      }
      this.resolved = { taxonomy, byId };
    }
    return this.resolved.byId.get(skillId) ?? [];
  }
}

function gather(
  { slots, levels }: Posting,
  values: readonly number[],
  best: Int32Array,
  touched: number[],
): void {
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] ?? 0;
    const value = values[levels[at] ?? 0] ?? 0;
    const known = best[slot] ?? 0;
    if (value <= known) continue;
    if (known === 0) touched.push(slot);
    best[slot] = value;
  }
}
