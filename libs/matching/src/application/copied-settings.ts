import type { CohortEntity } from '../persistence/cohort.entity.js';
import { settingsOf } from '../persistence/cohort.mapper.js';
import type { CohortSettingsInput } from './cohort-settings.js';

/**
 * What a round hands on to the next one, which begins on another day, draws a lottery of its own, and opens when its admin
 * says so: the dates of enrolment stay behind.
 */
export function copiedSettings(source: CohortEntity, termFrom: string): CohortSettingsInput {
  const { name, objective, placeOrder, weights, rules, minimumScore, termWeeks, enrolment } =
    settingsOf(source);
  const { tellUnmatched, holdWorkingDays, meanwhile } = source;
  return {
    name,
    objective,
    order: placeOrder,
    weights: { ...weights },
    rules: { ...rules },
    minScore: minimumScore,
    termFrom,
    termWeeks,
    tellUnmatched,
    holdWorkingDays,
    meanwhile,
    ...enrolment,
    enrolsFrom: null,
    enrolsUntil: null,
    matchesOn: null,
  };
}
