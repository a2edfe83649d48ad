import { MINUTE_MS } from '#availability';

/** A reminder that will be due. */
export interface ReminderTime {
  readonly leadMinutes: number;
  readonly dueAt: Date;
}

/**
 * When people are reminded of a session: real minutes before its start, whatever clocks do in between.
 *
 * A lead that has passed already is left out, for the mail that says "booked" is as good; longest lead first.
 */
export function reminderTimes(startsAt: Date, leads: readonly number[], now: Date): ReminderTime[] {
  return [...new Set(leads)]
    .sort((a, b) => b - a)
    .map((leadMinutes) => ({ leadMinutes, dueAt: new Date(startsAt.getTime() - leadMinutes * MINUTE_MS) }))
    .filter(({ dueAt }) => dueAt > now);
}
