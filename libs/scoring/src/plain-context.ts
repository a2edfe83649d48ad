import type { Term } from '#availability';
import { createTaxonomy, type CustomSkill } from '#skills';
import type { ScoringContext } from './context.js';
import { createScoringContext } from './create-context.js';
import { mayMeetAgain } from './pair-rules/earlier-partners.js';
import type { FieldSpec } from './pair-rules/subjects.js';
import type { Rules } from './rules.js';
import type { Weights } from './weights.js';

/** Two people who are or were together. */
export interface Acquaintance {
  readonly menteeId: string;
  readonly mentorId: string;
  /** Together at present; else they were. */
  readonly live: boolean;
  /** Day on which it ended; needed where earlier partners may meet again after some months. */
  readonly endedOn?: string;
}

/** A context as plain data, fit for a worker thread and for a hash. */
export interface PlainContext {
  /** The program's own skills, beside the built-in ones. */
  readonly customSkills: readonly CustomSkill[];
  /** Labels of goal areas by key. */
  readonly goalNames: Readonly<Record<string, string>>;
  readonly acquaintances: readonly Acquaintance[];
  readonly term: Term;
  readonly weights: Weights;
  readonly rules: Rules;
  /** Fields of the program that count in a score; missing when none does. */
  readonly fields?: readonly FieldSpec[];
}

/** The context that plain data describe. A pair that is together at present counts as forbidden. */
export function contextOf(plain: PlainContext): ScoringContext {
  const { customSkills, goalNames, acquaintances, ...settings } = plain;
  return createScoringContext({
    ...settings,
    taxonomy: createTaxonomy(customSkills),
    earlierPairs: acquaintances.filter(
      ({ live, endedOn }) => !live && !mayMeetAgain(endedOn, plain.rules, plain.term.from),
    ),
    forbiddenPairs: acquaintances.filter(({ live }) => live),
    goalName: (goalId) => goalNames[goalId] ?? goalId.replace(/[_-]+/gu, ' '),
  });
}
