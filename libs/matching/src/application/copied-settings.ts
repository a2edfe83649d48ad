import type { CohortEntity } from '../persistence/cohort.entity.js';
import { settingsOf } from '../persistence/cohort.mapper.js';
import type { CohortSettingsInput } from './cohort-settings.js';

/** What a round hands on to the next one, which begins on another day and draws a lottery of its own. */
export function copiedSettings(source: CohortEntity, termFrom: string): CohortSettingsInput {
  const { name, objective, placeOrder, weights, rules, minimumScore, termWeeks } = settingsOf(source);
  return {
    name,
    objective,
    order: placeOrder,
    weights: { ...weights },
    rules: { ...rules },
    minScore: minimumScore,
    termFrom,
    termWeeks,
  };
}
