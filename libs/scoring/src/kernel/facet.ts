import type { ScoringContext } from '../context.js';
import type { MenteeFacts, MentorFacts } from '../facts.js';
import type { MenteeProfile, MentorProfile } from '../profile.js';
import type { FieldSpec } from '../pair-rules/subjects.js';
import type { Weights } from '../weights.js';
import type { Rules } from '../rules.js';
import { MAX_SCORE } from '../pair-score.js';
import type { Interner } from './interner.js';

/** What one facet reads of a person, as small whole numbers. People with equal codes are alike to it. */
export type Code = readonly number[];

/** What a cell depends on beside two people; plain numbers, fit for another thread. */
export interface CellSettings {
  readonly outOf: Weights;
  readonly rules: Rules;
  /** Fields of the program that count in the score. */
  readonly fields: readonly FieldSpec[];
}

/** The most points of each feature, the rules, and the fields that count. */
export function cellSettings({ weights, rules, fields }: ScoringContext): CellSettings {
  const entries = Object.entries(weights).map(([feature, weight]) => [feature, (weight * MAX_SCORE) / 100]);
  return { outOf: Object.fromEntries(entries) as Weights, rules, fields };
}

/**
 * One way in which two people are compared: part of the score, a hard rule, or both.
 *
 * `cell` gives whole points, plus `GROUND` for common ground, or `NEVER` where a rule forbids the pair.
 */
export interface Facet {
  /** Whether the settings leave anything to compare. */
  counts(settings: CellSettings): boolean;
  ofMentee(who: MenteeProfile, facts: MenteeFacts, names: Interner, settings: CellSettings): Code;
  ofMentor(who: MentorProfile, facts: MentorFacts, names: Interner, settings: CellSettings): Code;
  cell(mentee: Code, mentor: Code, settings: CellSettings): number;
}
