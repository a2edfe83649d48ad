import type { Pair, ScoringContext } from '../context.js';
import { experienceFeature } from '../features/experience.feature.js';
import { fieldFeature } from '../features/field.feature.js';
import type { FeatureScorer } from '../features/feature-scorer.js';
import { bestSharedLanguage, languageFeature } from '../features/language.feature.js';
import { placeFeature } from '../features/place.feature.js';
import { takesPart } from '../hard-rules.js';
import { pairRuleForbids } from '../pair-rules/forbids.js';
import { attribute } from '../pair-rules/values.js';
import { MAX_SCORE } from '../pair-score.js';
import type { MentorProfile } from '../profile.js';
import { weightOf } from '../weights.js';

/** Stands for a rule that forbids the pair: no points can make up for it. */
export const NEVER = -(2 ** 27);

/** Added for common ground; all points together stay below it. */
export const GROUND = 2 ** 20;

/** One thing that ranking reads of a mentor and in which many are alike. */
export interface Facet {
  /** What it reads, and nothing that says who it is. */
  readonly of: (mentor: MentorProfile) => Partial<MentorProfile>;
  /** Whether it can make a difference at all. */
  readonly counts: (context: ScoringContext) => boolean;
  /** Points, or `NEVER`; the mentor has nothing but what `of` gives. */
  readonly value: (pair: Pair) => number;
}

/** Most points of a feature. */
export function outOf(scorer: Pick<FeatureScorer, 'feature'>, { context }: Pick<Pair, 'context'>): number {
  return (weightOf(context.weights, scorer.feature) * MAX_SCORE) / 100;
}

function points(scorer: FeatureScorer, pair: Pair): number {
  const most = outOf(scorer, pair);
  return most === 0 ? 0 : scorer.points(pair, most);
}

function language(pair: Pair): number {
  const minimum = pair.context.rules.minimumLanguageLevel;
  const level = bestSharedLanguage(pair.menteeFacts, pair.mentorFacts)?.level ?? 0;
  return minimum !== null && level < minimum ? NEVER : points(languageFeature, pair);
}

function attributes({ context: { rules }, mentee, mentor }: Pair): number {
  const same = (name: string): boolean => {
    const value = attribute(mentee, name);
    return value !== '' && value === attribute(mentor, name);
  };
  return rules.mustMatch.every(same) && !rules.mustDiffer.some(same) ? 0 : NEVER;
}

function pairRules({ context: { rules }, mentee, mentor }: Pair): number {
  return (rules.list ?? []).some((rule) => pairRuleForbids(rule, mentee, mentor)) ? NEVER : 0;
}

function fields(pair: Pair): number {
  return pair.context.fields.reduce((sum, spec) => sum + points(fieldFeature(spec), pair), 0);
}

function zone({ context, mentee, mentor }: Pair): number {
  const most = context.rules.maximumZoneGapHours;
  return most !== null && context.zoneGapHours(mentee, mentor) > most ? NEVER : 0;
}

/** The zone of a mentor; where a mentor's week lies is worked out by it too. */
export const zoneFacet: Facet = {
  of: ({ timeZone }) => ({ timeZone }),
  counts: ({ rules }) => rules.maximumZoneGapHours !== null,
  value: zone,
};

/** Every facet. */
export const ALL_FACETS: readonly Facet[] = [
  zoneFacet,
  { of: ({ languages }) => ({ languages }), counts: () => true, value: language },
  {
    of: ({ yearsExperience }) => ({ yearsExperience }),
    counts: ({ weights }) => weights.experience > 0,
    value: (pair) => points(experienceFeature, pair),
  },
  {
    of: ({ city, format }) => ({ city: city ?? null, format: format ?? null }),
    counts: ({ weights }) => weights.place > 0,
    value: (pair) => points(placeFeature, pair),
  },
  {
    of: ({ approved, enrolled, paused }) => ({
      approved: approved !== false,
      enrolled: enrolled !== false,
      paused: paused === true,
    }),
    counts: () => true,
    value: ({ mentee, mentor }) => (takesPart(mentee) && takesPart(mentor) ? 0 : NEVER),
  },
  {
    of: ({ organisation, department, city, attributes: more }) => ({
      organisation,
      department,
      city: city ?? null,
      attributes: more,
    }),
    counts: ({ rules }) => rules.mustMatch.length + rules.mustDiffer.length > 0,
    value: attributes,
  },
  {
    of: ({ organisation, department, city, yearsExperience, attributes: more, fields }) => ({
      organisation,
      department,
      city: city ?? null,
      yearsExperience,
      attributes: more,
      fields: fields ?? {},
    }),
    counts: ({ rules }) => (rules.list ?? []).length > 0,
    value: pairRules,
  },
  {
    of: ({ fields: given }) => ({ fields: given ?? {} }),
    counts: (context) => context.fields.length > 0,
    value: fields,
  },
];
