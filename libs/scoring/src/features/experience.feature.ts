import type { Pair } from '../context.js';
import { partOf } from '../integers.js';
import type { MenteeProfile } from '../profile.js';
import { counted } from '../words.js';
import type { FeatureScorer, Reason } from './feature-scorer.js';

/** Years that a mentor should be ahead unless the mentee says otherwise. */
export const DEFAULT_EXPERIENCE_GAP = 2;

/** Years ahead; null when the mentor has not said. A mentee who has not said is taken as a beginner. */
function gap({ mentee, mentor }: Pair): number | null {
  return mentor.yearsExperience === null
    ? null
    : Math.trunc(mentor.yearsExperience) - Math.trunc(mentee.yearsExperience ?? 0);
}

/** Points for being so many years ahead where so many are wanted. */
export function experiencePoints(outOf: number, years: number, wanted: number): number {
  if (wanted <= 0) return years >= wanted ? outOf : 0;
  return partOf(outOf, years, wanted);
}

/** Years that the mentor should be ahead. */
export const wantedGap = ({ wantedExperienceGap }: MenteeProfile): number =>
  Math.trunc(wantedExperienceGap ?? DEFAULT_EXPERIENCE_GAP);

function points(pair: Pair, outOf: number): number {
  const years = gap(pair);
  return years === null ? 0 : experiencePoints(outOf, years, wantedGap(pair.mentee));
}

function reason(pair: Pair): Reason {
  const years = gap(pair);
  if (years === null) {
    return {
      because: 'years of experience were not given',
      becauseForMentor: 'you gave no years of experience',
    };
  }
  if (years <= 0) {
    return {
      because: 'has no more years of experience than you',
      becauseForMentor: 'has as many years of experience as you or more',
    };
  }
  return {
    because: `has ${counted(years, 'more year')} of experience than you`,
    becauseForMentor: `has ${counted(years, 'fewer year')} of experience than you`,
  };
}

/** Rises to full at the wanted lead in years and stays there: there is no upper end. */
export const experienceFeature: FeatureScorer = { feature: 'experience', audience: 'pair', points, reason };
