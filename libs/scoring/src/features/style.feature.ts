import type { Pair } from '../context.js';
import { divideDown, partOf } from '../integers.js';
import type { WorkingStyle } from '../profile.js';
import type { FeatureScorer, Reason } from './feature-scorer.js';
import { toBoth } from './feature-scorer.js';

/** Answers that both must have given before they are compared. */
export const COMPARABLE_ANSWERS = 6;

/** Values that each may pick. */
const PICKS = 2;

/** Agreement in quarters over the answers of both, and how many those are; null when they are too few. */
function agreement(a: WorkingStyle, b: WorkingStyle): { quarters: number; answers: number } | null {
  let quarters = 0;
  let answers = 0;
  for (const [item, left] of Object.entries(a.items)) {
    const right = Object.hasOwn(b.items, item) ? b.items[item] : undefined;
    if (right === undefined) continue;
    quarters += Math.max(0, 4 - Math.abs(left - right));
    answers += 1;
  }
  if (a.values.length > 0 && b.values.length > 0) {
    const common = new Set(a.values.filter((value) => b.values.includes(value))).size;
    quarters += divideDown(4 * Math.min(common, PICKS), PICKS);
    answers += 1;
  }
  return answers >= COMPARABLE_ANSWERS ? { quarters, answers } : null;
}

function compared({ mentee, mentor }: Pair): { quarters: number; answers: number } | null {
  return mentee.workingStyle && mentor.workingStyle
    ? agreement(mentee.workingStyle, mentor.workingStyle)
    : null;
}

/** Mean similarity m = quarters / 4n, then (m − 0.45) / 0.40 cut to 0..1, in whole numbers. */
function points(pair: Pair, outOf: number): number {
  const both = compared(pair);
  if (both === null) return divideDown(outOf, 2);
  return partOf(outOf, 100 * both.quarters - 180 * both.answers, 160 * both.answers);
}

function reason(pair: Pair): Reason {
  return toBoth(
    compared(pair) === null
      ? 'working style was not filled in by both, so it counts one half'
      : 'answers about working style were compared',
  );
}

/** Similarity over the optional questionnaire; one half when either has not filled it in. */
export const styleFeature: FeatureScorer = { feature: 'style', audience: 'admin', points, reason };
