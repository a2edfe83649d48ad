import { availabilityFeature } from './availability.feature.js';
import { experienceFeature } from './experience.feature.js';
import type { FeatureScorer } from './feature-scorer.js';
import { goalsFeature } from './goals.feature.js';
import { languageFeature } from './language.feature.js';
import { placeFeature } from './place.feature.js';
import { skillsFeature } from './skills.feature.js';
import { styleFeature } from './style.feature.js';
import { wishesFeature } from './wishes.feature.js';

/** Every feature, in the order in which reasons are listed. */
export const ALL_FEATURES: readonly FeatureScorer[] = [
  skillsFeature,
  goalsFeature,
  wishesFeature,
  availabilityFeature,
  styleFeature,
  experienceFeature,
  languageFeature,
  placeFeature,
];
