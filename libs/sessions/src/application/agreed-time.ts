import { isTimeZone, MINUTE_MS } from '#availability';
import { InvalidInputError } from '#http';
import type { FieldProblem } from '#kernel';
import { type BookingRules, problemOfStart } from '../policies/booking-window.js';

/** Bounds of a session's length, in minutes. */
export const MIN_SESSION_MINUTES = 5;
export const MAX_SESSION_MINUTES = 480;

/** A time on which two people agree. */
export interface AgreedTime {
  readonly startsAt: Date;
  readonly lengthMinutes: number;
  /** The zone in which they agreed. */
  readonly timeZone: string;
}

/** @throws InvalidInputError naming each field that breaks a rule */
export function checkAgreedTime(time: AgreedTime, rules: BookingRules, now: Date): void {
  const { startsAt, lengthMinutes, timeZone } = time;
  const problems: (FieldProblem | null)[] = [
    problemOfStart(startsAt, rules, now),
    Number.isInteger(lengthMinutes) &&
    lengthMinutes >= MIN_SESSION_MINUTES &&
    lengthMinutes <= MAX_SESSION_MINUTES
      ? null
      : {
          path: 'lengthMinutes',
          message: `Give a whole number of minutes from ${MIN_SESSION_MINUTES} to ${MAX_SESSION_MINUTES}.`,
        },
    problemOfZone(timeZone),
  ];
  const found = problems.filter((problem) => problem !== null);
  if (found.length > 0) throw new InvalidInputError(found);
}

/** What is wrong with the name of a zone, or null when nothing is. */
export function problemOfZone(timeZone: string): FieldProblem | null {
  return isTimeZone(timeZone)
    ? null
    : { path: 'timeZone', message: 'Name a time zone by continent and city, for example Europe/Berlin.' };
}

/** When a session ends. */
export function endOf({ startsAt, lengthMinutes }: AgreedTime): Date {
  return new Date(startsAt.getTime() + lengthMinutes * MINUTE_MS);
}
