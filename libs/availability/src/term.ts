import { DAY_MS, dayNumberOf } from './local-date.js';
import type { LocalDate } from './local-date.js';
import type { Interval } from './interval.js';

/**
 * The weeks over which a program runs.
 *
 * They are counted from 00:00 UTC of `from`, the same instants for everybody, so that an overlap does not depend on
 * whose zone is asked first.
 */
export interface Term {
  readonly from: LocalDate;
  readonly weeks: number;
}

/** Milliseconds of a week of 7 × 24 hours. */
export const WEEK_MS = 7 * DAY_MS;

/**
 * The instants of a term.
 *
 * @throws RangeError when `from` is no date or `weeks` is no whole number from 1 to 520
 */
export function instantsOfTerm(term: Term): Interval {
  if (!Number.isInteger(term.weeks) || term.weeks < 1 || term.weeks > 520) {
    throw new RangeError('A term has a whole number of weeks, from 1 to 520.');
  }
  const start = dayNumberOf(term.from) * DAY_MS;
  return { start, end: start + term.weeks * WEEK_MS };
}
