import type { Pair } from '../context.js';
import type { StyleFacts } from '../facts.js';
import { divideDown, partOf } from '../integers.js';
import type { FeatureScorer, Reason } from './feature-scorer.js';
import { toBoth } from './feature-scorer.js';

/** Answers that both must have given before they are compared. */
export const COMPARABLE_ANSWERS = 6;

/** Values that each may pick. */
const PICKS = 2;

/** Agreement in quarters over the answers of both, and how many those are; null when they are too few. */
function agreement(a: StyleFacts, b: StyleFacts): { quarters: number; answers: number } | null {
  let quarters = 0;
  let answers = 0;
  for (const [item, left] of a.items) {
    const right = b.items.get(item);
    if (right === undefined) continue;
    quarters += 4 - Math.abs(left - right);
    answers += 1;
  }
  if (a.values.size > 0 && b.values.size > 0) {
    const common = [...a.values].filter((value) => b.values.has(value)).length;
    quarters += divideDown(4 * Math.min(common, PICKS), PICKS);
    answers += 1;
  }
  return answers >= COMPARABLE_ANSWERS ? { quarters, answers } : null;
}

function compared({ menteeFacts, mentorFacts }: Pair): { quarters: number; answers: number } | null {
  return menteeFacts.style && mentorFacts.style ? agreement(menteeFacts.style, mentorFacts.style) : null;
}

/** Points for so much agreement: mean similarity m = quarters / 4n, then (m − 0.45) / 0.40 cut to 0..1, in whole numbers. */
export function stylePoints(outOf: number, quarters: number, answers: number): number {
  return partOf(outOf, 100 * quarters - 180 * answers, 160 * answers);
}

/** Points of a pair that can't be compared. */
export const unansweredPoints = (outOf: number): number => divideDown(outOf, 2);

function points(pair: Pair, outOf: number): number {
  const both = compared(pair);
  return both === null ? unansweredPoints(outOf) : stylePoints(outOf, both.quarters, both.answers);
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
