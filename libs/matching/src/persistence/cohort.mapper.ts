import type { CohortSettings } from '../application/cohort-settings.js';
import { enrolmentSettingsOf } from '../application/enrolment-settings.js';
import type { RunParameters } from '../application/match-input.js';
import type { CohortEntity } from './cohort.entity.js';

/** What a run depends on: the settings of its round that decide about pairs. */
export function runParametersOf(settings: CohortSettings): RunParameters {
  const { objective, placeOrder, weights, rules, minimumScore, seed, termFrom, termWeeks } = settings;
  return { objective, placeOrder, weights, rules, minimumScore, seed, termFrom, termWeeks };
}

/** The settings inside a row, which were checked when it was written. */
export function settingsOf(row: CohortEntity): CohortSettings {
  const { name, objective, placeOrder, weights, rules, minimumScore, seed, termFrom, termWeeks } = row;
  const { tellUnmatched, holdWorkingDays, meanwhile } = row;
  const { confirmation, confirmWithinWorkingDays, proposeNextBest } = row;
  return {
    name,
    objective,
    placeOrder,
    weights,
    rules,
    minimumScore,
    seed,
    termFrom,
    termWeeks,
    enrolment: enrolmentSettingsOf(row.enrolment),
    tellUnmatched,
    holdWorkingDays,
    meanwhile,
    confirmation,
    confirmWithinWorkingDays,
    proposeNextBest,
  } as CohortSettings;
}
