import type { Feature } from './pair-score.js';
import { FEATURES } from './pair-score.js';

/** How much each feature counts, in whole percent; they add up to 100. */
export type Weights = Readonly<Record<Feature, number>>;

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

/** Every problem of a set of weights; none means that it is a `Weights`. */
export function validateWeights(input: Readonly<Record<string, unknown>>): SettingProblem[] {
  const problems: SettingProblem[] = [];
  let sum = 0;
  for (const feature of FEATURES) {
    const value = input[feature];
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 100) {
      problems.push({ path: feature, message: 'Give a whole number from 0 to 100.' });
    } else {
      sum += value;
    }
  }
  const known: readonly string[] = FEATURES;
  for (const key of Object.keys(input)) {
    if (!known.includes(key)) {
      problems.push({ path: key, message: `There is no such weight. Use one of ${FEATURES.join(', ')}.` });
    }
  }
  if (problems.length === 0 && sum !== 100) {
    problems.push({ path: '', message: `Weights must add up to 100; these add up to ${sum}.` });
  }
  return problems;
}
