import type { Pair } from '../context.js';
import type { PersonProfile } from '../profile.js';
import type { FeatureScorer, Reason } from './feature-scorer.js';
import { toBoth } from './feature-scorer.js';

const cityOf = (person: PersonProfile): string => (person.city ?? '').trim().toLowerCase();

const meetsInPerson = (person: PersonProfile): boolean =>
  person.format === 'in_person' || person.format === 'either';

/** The city in which a person would meet; empty for those who would not or did not name one. */
export const meetingCity = (person: PersonProfile): string => (meetsInPerson(person) ? cityOf(person) : '');

const canMeet = ({ mentee, mentor }: Pair): boolean =>
  meetingCity(mentee) !== '' && meetingCity(mentee) === meetingCity(mentor);

function reason(pair: Pair): Reason {
  return toBoth(
    canMeet(pair)
      ? `you can meet in person in ${(pair.mentee.city ?? '').trim()}`
      : 'you would not meet in person in the same city',
  );
}

/** The same city when both are open to meeting in person. */
export const placeFeature: FeatureScorer = {
  feature: 'place',
  audience: 'pair',
  points: (pair, outOf) => (canMeet(pair) ? outOf : 0),
  reason,
};
