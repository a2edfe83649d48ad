import type { Pair } from '../context.js';
import { partOf } from '../integers.js';
import type { FeatureScorer, Reason } from './feature-scorer.js';
import { toBoth } from './feature-scorer.js';

const minutes = ({ context, mentee, mentor }: Pair): number => context.overlapMinutes(mentee, mentor);

function reason(pair: Pair): Reason {
  const shared = minutes(pair);
  return toBoth(
    shared === 0
      ? 'no time in the week usually suits you both'
      : `about ${shared} minutes a week usually suit you both`,
  );
}

/** Minutes a week that usually suit both, up to what the cadence needs: more than that earns nothing, less never earns more. */
export const availabilityFeature: FeatureScorer = {
  feature: 'availability',
  audience: 'pair',
  points: (pair, outOf) => partOf(outOf, minutes(pair), pair.context.neededWeeklyMinutes),
  reason,
};
