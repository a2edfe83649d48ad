import type { Pair } from '../context.js';
import { partOf } from '../integers.js';
import { ordinal } from '../words.js';
import type { FeatureScorer, Reason } from './feature-scorer.js';

/** The choices that are told apart: the fifth and later ones count one fifth. */
const RANKS = 5;

const placeOf = ({ menteeFacts, mentor }: Pair): number | undefined => menteeFacts.wishes.get(mentor.id);

/** Points for the wish at a place, from 1. */
export function wishPoints(outOf: number, place: number): number {
  return partOf(outOf, Math.max(1, RANKS + 1 - place), RANKS);
}

function points(pair: Pair, outOf: number): number {
  const place = placeOf(pair);
  return place === undefined ? 0 : wishPoints(outOf, place);
}

function reason(pair: Pair): Reason {
  const place = placeOf(pair);
  if (pair.menteeFacts.wishes.size === 0) {
    return { because: 'wishes were not given', becauseForMentor: 'wishes were not given' };
  }
  return place === undefined
    ? { because: 'is not among your wishes', becauseForMentor: 'asked for somebody else' }
    : {
        because: `is your ${ordinal(place)} wish`,
        becauseForMentor: `asked for you as ${ordinal(place)} wish`,
      };
}

/** The mentee's ranked choices: 5/5 for the first, 4/5 for the second and so on. */
export const wishesFeature: FeatureScorer = { feature: 'wishes', audience: 'admin', points, reason };
