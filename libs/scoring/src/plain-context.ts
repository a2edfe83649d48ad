import type { Term } from '#availability';
import { createTaxonomy, type CustomSkill } from '#skills';
import type { ScoringContext } from './context.js';
import { createScoringContext } from './create-context.js';
import type { Rules } from './rules.js';
import type { Weights } from './weights.js';

/** Two people who are or were together. */
export interface Acquaintance {
  readonly menteeId: string;
  readonly mentorId: string;
  /** Together at present; else they were. */
  readonly live: boolean;
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
}

const keyOf = (menteeId: string, mentorId: string): string => `${menteeId} ${mentorId}`;

/** The context that plain data describe. A pair that is together at present counts as forbidden. */
export function contextOf(plain: PlainContext): ScoringContext {
  const { customSkills, goalNames, acquaintances, ...settings } = plain;
  const earlier = new Set<string>();
  const together = new Set<string>();
  for (const { menteeId, mentorId, live } of acquaintances)
    (live ? together : earlier).add(keyOf(menteeId, mentorId));
  return createScoringContext({
    ...settings,
    taxonomy: createTaxonomy(customSkills),
    wereEarlierPartners: (mentee, mentor) => earlier.has(keyOf(mentee.id, mentor.id)),
    isForbidden: (mentee, mentor) => together.has(keyOf(mentee.id, mentor.id)),
    goalName: (goalId) => goalNames[goalId] ?? goalId.replace(/[_-]+/gu, ' '),
  });
}
