import type { Taxonomy } from '#skills';
import type { MenteeProfile, MentorProfile } from './profile.js';
import type { Rules } from './rules.js';
import type { Weights } from './weights.js';

/** The weeks that a program runs: a local date `YYYY-MM-DD` and a whole number of weeks. */
export interface Term {
  readonly from: string;
  readonly weeks: number;
}

/** A question about one pair. */
export type PairPredicate = (mentee: MenteeProfile, mentor: MentorProfile) => boolean;

/** All that a score depends on beside the two people. */
export interface ScoringContext {
  readonly taxonomy: Taxonomy;
  readonly weights: Weights;
  readonly rules: Rules;
  readonly term: Term;
  /** Weekly minutes in common that earn the full points of availability: what the program's cadence needs. */
  readonly neededWeeklyMinutes: number;
  /** Mean minutes a week over the term that usually suit both. */
  readonly overlapMinutes: (mentee: MenteeProfile, mentor: MentorProfile) => number;
  /** Largest difference of the two clocks over the term, in hours. */
  readonly zoneGapHours: (mentee: MenteeProfile, mentor: MentorProfile) => number;
  readonly isBlocked: PairPredicate;
  readonly isForbidden: PairPredicate;
  readonly wereEarlierPartners: PairPredicate;
  /** How a goal area is called in reasons. */
  readonly goalName: (goalId: string) => string;
}
