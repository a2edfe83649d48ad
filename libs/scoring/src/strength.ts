import { divideDown } from './integers.js';

/** How a pair is called to a mentee, never to a mentor and never in a mail. */
export type Strength = 'strong' | 'good' | 'possible';

/** Scores from which a pair is called strong or good, frozen with a snapshot of the program. */
export interface StrengthScale {
  readonly strongFrom: number;
  readonly goodFrom: number;
}

/** Below these numbers no words are used: they would say more about the few than about the pair. */
export const LEAST_MENTEES = 20;
export const LEAST_MENTORS = 10;

const STRONG_PERCENTILE = 33;
const GOOD_PERCENTILE = 10;

/** The nearest-rank percentile: the least value with at least p percent of all values at or below it. */
function percentile(sorted: readonly number[], percent: number): number {
  const rank = Math.max(1, divideDown(percent * sorted.length + 99, 100));
  return sorted[rank - 1] ?? 0;
}

/**
 * The scale of a snapshot, from the best feasible score of each mentee who has one.
 * Null when mentees with a feasible mentor, or mentors, are too few for words.
 */
export function strengthScale(bestScores: readonly number[], mentorCount: number): StrengthScale | null {
  if (bestScores.length < LEAST_MENTEES || mentorCount < LEAST_MENTORS) return null;
  const sorted = [...bestScores].sort((a, b) => a - b);
  return {
    strongFrom: percentile(sorted, STRONG_PERCENTILE),
    goodFrom: percentile(sorted, GOOD_PERCENTILE),
  };
}

/** The word for a feasible pair's score; null without a scale. */
export function strengthOf(score: number, scale: StrengthScale | null): Strength | null {
  if (scale === null) return null;
  if (score >= scale.strongFrom) return 'strong';
  return score >= scale.goodFrom ? 'good' : 'possible';
}
