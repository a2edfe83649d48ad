import { dayNumberOf, isLocalDate, type LocalDate } from '#availability';
import { shiftDate } from '#programs';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { settingsOf } from '../persistence/cohort.mapper.js';
import type { CohortSettings, CohortSettingsInput } from './cohort-settings.js';
import type { EnrolmentSettingsInput } from './enrolment-settings.js';

const NO_DATES = { enrolsFrom: null, enrolsUntil: null, matchesOn: null } as const;

/**
 * What a round hands on to the next one, which begins on another day: all that is set.
 *
 * @param next.seed of its own lottery
 * @param next.termFrom as it was sent, unchecked
 * @param next.now dates of enrolment stay behind when one would be past
 */
export function copiedSettings(
  source: CohortEntity,
  next: { readonly termFrom: LocalDate; readonly seed: string; readonly now: Date },
): CohortSettingsInput {
  const settings = settingsOf(source);
  return {
    ...inputOf(settings),
    ...datesOf(settings, next),
    termFrom: next.termFrom,
    seed: next.seed,
  };
}

/** Settings as they are sent. */
function inputOf({
  placeOrder: order,
  minimumScore: minScore,
  enrolment,
  weights,
  rules,
  ...others
}: CohortSettings): CohortSettingsInput {
  return { ...others, ...enrolment, order, minScore, weights: { ...weights }, rules: { ...rules } };
}

function datesOf(
  { enrolment, termFrom }: CohortSettings,
  next: { readonly termFrom: LocalDate; readonly now: Date },
): EnrolmentSettingsInput {
  if (!isLocalDate(next.termFrom)) return NO_DATES;
  const days = dayNumberOf(next.termFrom) - dayNumberOf(termFrom);
  const later = (date: string | null): string | null => (date === null ? null : shiftDate(date, days));
  const dates = {
    enrolsFrom: later(enrolment.enrolsFrom),
    enrolsUntil: later(enrolment.enrolsUntil),
    matchesOn: later(enrolment.matchesOn),
  };
  const today = next.now.toISOString().slice(0, 10);
  return Object.values(dates).some((date) => date !== null && date <= today) ? NO_DATES : dates;
}
