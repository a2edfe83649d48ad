import { DAY_MS, MINUTE_MS } from '#availability';
import type { FieldProblem } from '#kernel';

/** How far ahead sessions of a program are booked. */
export interface BookingRules {
  readonly sessionNoticeMinutes: number;
  readonly sessionHorizonDays: number;
}

/** The first and the last instant at which a session may start, in milliseconds. */
export interface BookingWindow {
  readonly earliest: number;
  readonly latest: number;
}

/** When a session that is booked now may start. */
export function bookingWindow(rules: BookingRules, now: Date): BookingWindow {
  return {
    earliest: now.getTime() + rules.sessionNoticeMinutes * MINUTE_MS,
    latest: now.getTime() + rules.sessionHorizonDays * DAY_MS,
  };
}

/** What is wrong with a start, as a problem of the field `startsAt`, or null when nothing is. */
export function problemOfStart(startsAt: Date, rules: BookingRules, now: Date): FieldProblem | null {
  const start = startsAt.getTime();
  const { earliest, latest } = bookingWindow(rules, now);
  const problem = (message: string): FieldProblem => ({ path: 'startsAt', message });
  if (start % MINUTE_MS !== 0) return problem('Start on a full minute.');
  if (start <= now.getTime()) return problem('This time has passed; choose a later one.');
  if (start < earliest)
    return problem(`Choose a time that is at least ${inWords(rules.sessionNoticeMinutes)} from now.`);
  if (start > latest) return problem(`Choose a time within the next ${rules.sessionHorizonDays} days.`);
  return null;
}

function inWords(minutes: number): string {
  if (minutes % 60 !== 0) return `${minutes} minutes`;
  return minutes === 60 ? 'one hour' : `${minutes / 60} hours`;
}
