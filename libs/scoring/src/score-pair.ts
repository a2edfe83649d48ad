import type { Pair, ScoringContext } from './context.js';
import { pairOf } from './context.js';
import { ALL_FEATURES } from './features/all-features.js';
import type { FeatureScorer } from './features/feature-scorer.js';
import { isFeasible, rulesAgainst } from './hard-rules.js';
import type { Contribution, PairScore } from './pair-score.js';
import { MAX_SCORE } from './pair-score.js';
import type { MenteeProfile, MentorProfile } from './profile.js';

/** What `scoreOf` and `scoreRow` say of a pair that may not be made. */
export const INFEASIBLE = -1;

const POINTS_A_PERCENT = MAX_SCORE / 100;

const outOf = ({ feature }: FeatureScorer, context: ScoringContext): number =>
  context.weights[feature] * POINTS_A_PERCENT;

function contribution(scorer: FeatureScorer, pair: Pair): Contribution {
  const most = outOf(scorer, pair.context);
  return {
    feature: scorer.feature,
    points: most === 0 ? 0 : scorer.points(pair, most),
    outOf: most,
    ...scorer.reason(pair),
    audience: scorer.audience,
  };
}

/**
 * The score of a pair, 0..10000, with every contribution and its reason, or the rules that forbid it.
 * The points of the contributions add up to the score exactly. Features without weight are left out.
 */
export function scorePair(mentee: MenteeProfile, mentor: MentorProfile, context: ScoringContext): PairScore {
  const pair = pairOf(mentee, mentor, context);
  const reasons = rulesAgainst(pair);
  if (reasons.length > 0) return { feasible: false, reasons };
  const contributions = ALL_FEATURES.filter(({ feature }) => context.weights[feature] > 0).map((scorer) =>
    contribution(scorer, pair),
  );
  const score = contributions.reduce((sum, { points }) => sum + points, 0);
  return { feasible: true, score, contributions };
}

/** The score of a pair alone, the same number as `scorePair` gives, or `INFEASIBLE`. */
export function scoreOf(mentee: MenteeProfile, mentor: MentorProfile, context: ScoringContext): number {
  const pair = pairOf(mentee, mentor, context);
  if (!isFeasible(pair)) return INFEASIBLE;
  let score = 0;
  for (const scorer of ALL_FEATURES) {
    const most = outOf(scorer, context);
    if (most > 0) score += scorer.points(pair, most);
  }
  return score;
}

/** Fills `row[j]` with `scoreOf` for each mentor j; `row` may be longer and is reused between mentees. */
export function scoreRow(
  mentee: MenteeProfile,
  mentors: readonly MentorProfile[],
  context: ScoringContext,
  row: Int32Array,
): void {
  mentors.forEach((mentor, index) => {
    row[index] = scoreOf(mentee, mentor, context);
  });
}
