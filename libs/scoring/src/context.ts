import type { Term } from '#availability';
import type { Taxonomy } from '#skills';
import type { MenteeFacts, MentorFacts } from './facts.js';
import type { MenteeProfile, MentorProfile } from './profile.js';
import type { FieldSpec } from './pair-rules/subjects.js';
import type { Rules } from './rules.js';
import type { Weights } from './weights.js';

/** A question about one pair. */
export type PairPredicate = (mentee: MenteeProfile, mentor: MentorProfile) => boolean;

/** A mentee and a mentor by their ids. */
export interface PairIds {
  readonly menteeId: string;
  readonly mentorId: string;
}

/** Pairs that are named one by one, so that they can be looked up without asking about every pair. */
export interface ListedPairs {
  readonly blocked: readonly PairIds[];
  readonly forbidden: readonly PairIds[];
  readonly earlier: readonly PairIds[];
}

/** Manager of anybody by `personKey`; null at the top of a line, or where it is not known. */
export type ManagerOf = (personKey: string) => string | null;

/** All that a score depends on beside the two people. */
export interface ScoringContext {
  readonly taxonomy: Taxonomy;
  readonly weights: Weights;
  readonly rules: Rules;
  /** Fields of the program that count in a score under the weights. */
  readonly fields: readonly FieldSpec[];
  readonly term: Term;
  /** Weekly minutes in common that earn the full points of availability: what the program's cadence needs. */
  readonly neededWeeklyMinutes: number;
  /** Mean minutes a week over the term that usually suit both. */
  readonly overlapMinutes: (mentee: MenteeProfile, mentor: MentorProfile) => number;
  /** Largest difference of the two clocks over the term, in hours. */
  readonly zoneGapHours: (mentee: MenteeProfile, mentor: MentorProfile) => number;
  /** What is worked out once about a person; remembered by profile object, so profiles must not be changed. */
  readonly menteeFacts: (mentee: MenteeProfile) => MenteeFacts;
  readonly mentorFacts: (mentor: MentorProfile) => MentorFacts;
  readonly isBlocked: PairPredicate;
  readonly isForbidden: PairPredicate;
  readonly wereEarlierPartners: PairPredicate;
  readonly shareReportingLine: PairPredicate;
  /** What of the four above is given as lists. */
  readonly listed: ListedPairs;
  /** What is given as functions and counts under the rules: each must be asked about every pair. */
  readonly unlisted: readonly PairPredicate[];
  readonly managerOf: ManagerOf;
  /** How a goal area is called in reasons. */
  readonly goalName: (goalId: string) => string;
}

/** A mentee and a mentor side by side, with what is known about both. */
export interface Pair {
  readonly mentee: MenteeProfile;
  readonly mentor: MentorProfile;
  readonly menteeFacts: MenteeFacts;
  readonly mentorFacts: MentorFacts;
  readonly context: ScoringContext;
}

/** Puts two people side by side. */
export function pairOf(mentee: MenteeProfile, mentor: MentorProfile, context: ScoringContext): Pair {
  return {
    mentee,
    mentor,
    menteeFacts: context.menteeFacts(mentee),
    mentorFacts: context.mentorFacts(mentor),
    context,
  };
}
