import type { Pair } from '../context.js';
import type { Audience, Feature, FieldFeature } from '../pair-score.js';

/** Why a pair got its points, told to either side. */
export interface Reason {
  readonly because: string;
  readonly becauseForMentor: string;
}

/** One feature: how many of `outOf` points a pair gets, and the reason in words. Points are whole, 0..outOf. */
export interface FeatureScorer {
  readonly feature: Feature | FieldFeature;
  readonly audience: Audience;
  readonly points: (pair: Pair, outOf: number) => number;
  readonly reason: (pair: Pair) => Reason;
}

/** The same words for both sides. */
export const toBoth = (because: string): Reason => ({ because, becauseForMentor: because });
