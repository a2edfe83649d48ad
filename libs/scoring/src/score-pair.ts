import { ALL_FEATURES } from './features/all-features.js';
import type { Pair, ScoringContext } from './context.js';
import { pairOf } from './context.js';
import { fieldFeature } from './features/field.feature.js';
import type { FeatureScorer } from './features/feature-scorer.js';
import { isFeasible, rulesAgainst } from './hard-rules.js';
import type { Contribution, PairScore, ReasonCode } from './pair-score.js';
import { MAX_SCORE } from './pair-score.js';
import type { MenteeProfile, MentorProfile } from './profile.js';
import { weightOf } from './weights.js';

/** What `scoreOf` and `scoreRow` say of a pair that may not be made. */
export const INFEASIBLE = -1;

const POINTS_A_PERCENT = MAX_SCORE / 100;

const outOf = ({ feature }: FeatureScorer, context: ScoringContext): number =>
  weightOf(context.weights, feature) * POINTS_A_PERCENT;

const known = new WeakMap<ScoringContext, readonly FeatureScorer[]>();

/** Everything that counts under the weights, in the order in which reasons are listed. */
function featuresOf(context: ScoringContext): readonly FeatureScorer[] {
  let features = known.get(context);
  if (features === undefined) {
    features = [...ALL_FEATURES, ...context.fields.map(fieldFeature)].filter(
      ({ feature }) => weightOf(context.weights, feature) > 0,
    );
    known.set(context, features);
  }
  return features;
}

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
  const contributions = featuresOf(context).map((scorer) => contribution(scorer, pair));
  const score = contributions.reduce((sum, { points }) => sum + points, 0);
  return { feasible: true, score, contributions };
}

/** Every rule against a pair, without its score; empty when it may be made. */
export function reasonsAgainst(
  mentee: MenteeProfile,
  mentor: MentorProfile,
  context: ScoringContext,
): readonly ReasonCode[] {
  return rulesAgainst(pairOf(mentee, mentor, context));
}

/** The score of a pair alone, the same number as `scorePair` gives, or `INFEASIBLE`. */
export function scoreOf(mentee: MenteeProfile, mentor: MentorProfile, context: ScoringContext): number {
  const pair = pairOf(mentee, mentor, context);
  if (!isFeasible(pair)) return INFEASIBLE;
  let score = 0;
  for (const scorer of featuresOf(context)) {
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
