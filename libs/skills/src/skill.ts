/** Whether a skill is about the work or about people. */
export type SkillKind = 'professional' | 'interpersonal';

/** A relation to another skill: how much knowing one helps with the other, in permille (1..999). */
export interface RelatedSkill {
  readonly id: string;
  readonly permille: number;
}

/** A node of the taxonomy. `id` is a stable slug; `related` is symmetric across the taxonomy. */
export interface Skill {
  readonly id: string;
  readonly name: string;
  readonly kind: SkillKind;
  readonly category: string;
  readonly aliases: readonly string[];
  readonly related: readonly RelatedSkill[];
}

/**
 * A skill of one program's own list. One with `mergedInto` is only another spelling:
 * its id, name and every use of it resolve to the target.
 */
export interface CustomSkill {
  readonly id: string;
  readonly name: string;
  readonly mergedInto?: string;
}

/** A guess at what somebody meant, best first; `distance` counts typing errors (0: the text is a prefix or a part of the name). */
export interface SkillSuggestion {
  readonly skill: Skill;
  /** The name or alias that came close to the text. */
  readonly matched: string;
  readonly distance: number;
}

/** Answers every question about skills; made once for a program, immutable. */
export interface Taxonomy {
  /** Version of the built-in list, its relations and its rarity table. */
  readonly version: string;
  /** All skills that stand for themselves (merged ones are left out), by id. */
  readonly skills: readonly Skill[];
  /** The id of the skill that a text (an id, a name or an alias) stands for, or null. No guessing. */
  resolve(text: string): string | null;
  /** The ids behind a text that may name several ("HTML/CSS"): the whole text first, else its known parts. */
  resolveAll(text: string): string[];
  /** What a text may have meant, by prefix and typing distance, best first. */
  suggest(text: string, limit: number): SkillSuggestion[];
  /** The skill of an id; a merged id gives its target. */
  get(id: string): Skill | null;
  /** Skills whose name, alias or category holds the query, best first; an empty query lists by name. */
  search(query: string, limit: number): Skill[];
  /** How much one skill helps with the other, permille 0..1000, symmetric; 1000 for the same. */
  relatedness(a: string, b: string): number;
  /** Skills with a relatedness above 0, strongest first, without the skill itself. */
  neighbours(id: string): readonly RelatedSkill[];
  /** Weight of a skill in permille from the fixed table of this version; 1000 for skills outside of it. */
  rarity(id: string): number;
}
