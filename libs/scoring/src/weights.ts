import { FIELD_PREFIX } from './pair-rules/pair-rule.js';
import { canScore, type FieldSpec } from './pair-rules/subjects.js';
import type { Feature, FieldFeature } from './pair-score.js';
import { FEATURES } from './pair-score.js';

/** How much each feature counts, in whole percent; they add up to 100. Fields of the program that are left out count nothing. */
export type Weights = Readonly<Record<Feature, number>> & Readonly<Record<FieldFeature, number>>;

/** The weights of a program that has not chosen its own. */
export const DEFAULT_WEIGHTS: Weights = {
  skills: 35,
  goals: 20,
  wishes: 20,
  availability: 10,
  style: 5,
  experience: 5,
  language: 5,
  place: 0,
};

/** One thing wrong with a set of weights or rules, with the field it is about. */
export interface SettingProblem {
  readonly path: string;
  readonly message: string;
}

/** How much a feature counts, in percent. */
export const weightOf = (weights: Weights, feature: Feature | FieldFeature): number => weights[feature] ?? 0;

/** Those fields that count in a score under the weights. */
export function countingFields(fields: readonly FieldSpec[], weights: Weights): FieldSpec[] {
  return fields.filter((spec) => canScore(spec) && weightOf(weights, `field:${spec.key}`) > 0);
}

/**
 * Every problem of a set of weights; none means that it is a `Weights`.
 *
 * @param fields of the program; choices, and numbers with a scale, may count
 */
export function validateWeights(
  input: Readonly<Record<string, unknown>>,
  fields: readonly FieldSpec[] = [],
): SettingProblem[] {
  const problems: SettingProblem[] = [];
  let sum = 0;
  const ofFields = fields.filter(canScore).map(({ key }) => `${FIELD_PREFIX}${key}`);
  const known: readonly string[] = [...FEATURES, ...ofFields];
  for (const feature of known.filter((name) => isFeature(name) || Object.hasOwn(input, name))) {
    const value = input[feature];
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 100) {
      problems.push({ path: feature, message: 'Give a whole number from 0 to 100.' });
    } else {
      sum += value;
    }
  }
  for (const key of Object.keys(input)) {
    if (!known.includes(key)) {
      problems.push({ path: key, message: `There is no such weight. Use one of ${known.join(', ')}.` });
    }
  }
  if (problems.length === 0 && sum !== 100) {
    problems.push({ path: '', message: `Weights must add up to 100; these add up to ${sum}.` });
  }
  return problems;
}

const isFeature = (name: string): boolean => FEATURES.some((feature) => feature === name);
