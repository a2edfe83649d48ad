import type { PairRuleCode } from './pair-rules/rule-code.js';

/** What a score is made of, in the order in which reasons are listed. */
export const FEATURES = [
  'skills',
  'goals',
  'wishes',
  'availability',
  'style',
  'experience',
  'language',
  'place',
] as const;

/** One part of a score. */
export type Feature = (typeof FEATURES)[number];

/** A field of the program as a part of a score, by its key. */
export type FieldFeature = `field:${string}`;

/** Highest score a pair can reach. */
export const MAX_SCORE = 10_000;

/** Why a pair is not made. Codes are stable: they are stored and shown. */
export const RULE_CODES = [
  'self',
  'not-approved',
  'not-enrolled',
  'paused',
  'blocked',
  'veto',
  'forbidden',
  'earlier-partner',
  'reporting-line',
  'no-shared-language',
  'time-zone-gap',
  'too-little-overlap',
  'attribute-must-match',
  'attribute-must-differ',
  'no-common-ground',
] as const;

/** One reason for which a pair is not made. */
export type RuleCode = (typeof RULE_CODES)[number];

/** The same with rules of the list. */
export type ReasonCode = RuleCode | PairRuleCode;

/** Who may read a contribution: the two people themselves, or only those who run the program. */
export type Audience = 'pair' | 'admin';

/** One part of a score, with the reason for it. The points of a pair add up to its score exactly. */
export interface Contribution {
  readonly feature: Feature | FieldFeature;
  readonly points: number;
  /** What the feature could have given at most. */
  readonly outOf: number;
  /** For the mentee, about the mentor: "offers React 4/5, which you ranked first". */
  readonly because: string;
  /** The same for the mentor, about the mentee: "wants React, where you are at 4/5". */
  readonly becauseForMentor: string;
  readonly audience: Audience;
}

/** A pair that may be made. */
export interface FeasiblePair {
  readonly feasible: true;
  readonly score: number;
  readonly contributions: readonly Contribution[];
}

/** A pair that may not be made, with every rule that says so. */
export interface InfeasiblePair {
  readonly feasible: false;
  readonly reasons: readonly ReasonCode[];
}

/** What there is to say about a pair. */
export type PairScore = FeasiblePair | InfeasiblePair;
