import { DAY_MS, MINUTE_MS, weekdayIndexOf } from './local-date.js';
import { instantsOfTerm } from './term.js';
import type { Term } from './term.js';
import { offsetRegimes } from './zone-offsets.js';

/** Minutes of a week of 7 × 24 hours. */
export const WEEK_MINUTES = 10_080;

const DAY_MINUTES = 1440;

/**
 * A zone's clock over a term, in minutes.
 *
 * From `starts[k]` on, counted from the term's first instant, it is `offsets[k]` minutes ahead of UTC. The first start
 * lies before the term. Zones with the same `key` have the same clock.
 */
export interface TermClock {
  readonly key: string;
  /** Minutes of the whole term. */
  readonly length: number;
  /** Minutes from Monday 00:00 to the term's first instant, in UTC. */
  readonly base: number;
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
}

/**
 * The clock of a zone over a term, with the changes a day before and after it.
 *
 * @throws RangeError when the zone or the term does not exist, or the zone did not keep whole minutes then
 */
export function termClock(zone: string, term: Term): TermClock {
  const { start, end } = instantsOfTerm(term);
  const near = offsetRegimes(zone, start, end).filter(
    (regime) => regime.end > start - DAY_MS && regime.start < end + DAY_MS,
  );
  const starts = near.map((regime, index) =>
    index === 0 ? -WEEK_MINUTES : (regime.start - start) / MINUTE_MS,
  );
  const offsets = near.map(({ offsetMs }) => offsetMs / MINUTE_MS);
  if (![...starts, ...offsets].every(Number.isInteger)) {
    throw new RangeError(`The clocks of ${zone} did not keep whole minutes in a term from ${term.from}.`);
  }
  return {
    key: `${starts.join()}/${offsets.join()}`,
    length: (end - start) / MINUTE_MS,
    base: weekdayIndexOf(Math.floor(start / DAY_MS)) * DAY_MINUTES,
    starts,
    offsets,
  };
}

/** Minutes from the term's first instant to a local time, as `instantOfLocal` has it; local times are counted from `base`. */
export function minuteOfLocal(local: number, clock: TermClock): number {
  const { starts, offsets, base } = clock;
  let minute = 0;
  for (let k = 0; k < starts.length; k += 1) {
    minute = Math.max(local - base - (offsets[k] ?? 0), starts[k] ?? 0);
    if (minute < (starts[k + 1] ?? Infinity)) break;
  }
  return minute;
}
