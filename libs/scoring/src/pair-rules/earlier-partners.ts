import type { Rules } from '../rules.js';

/**
 * Whether two people who were together may be again in a term: when the rules name months and so many lie between.
 *
 * @param endedOn `YYYY-MM-DD`; when it is not known they may not
 * @param termFrom first day of the term
 */
export function mayMeetAgain(
  endedOn: string | undefined,
  { earlierPartnersMonths: months }: Rules,
  termFrom: string,
): boolean {
  if (endedOn === undefined || months === undefined || months === null) return false;
  const [year = 0, month = 1, day = 1] = endedOn.split('-').map(Number);
  const monthStart = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(
    Date.UTC(monthStart.getUTCFullYear(), monthStart.getUTCMonth() + 1, 0),
  ).getUTCDate();
  monthStart.setUTCDate(Math.min(day, lastDay));
  return monthStart.toISOString().slice(0, 10) <= termFrom;
}
