import type { NewEvent } from '#contracts';
import { reminderTimes } from '../policies/reminder-times.js';

/** What an event about a session says. */
export interface EventSubject {
  readonly id: string;
  readonly programId: string;
  readonly version: number;
}

const about = ({ id, programId, version }: EventSubject) => ({
  programId,
  subjectId: id,
  subjectVersion: version,
});

/** Tells people of a session's new time: at once, and before it starts. Older reminders die with their version. */
export function scheduleEvents(
  type: 'session.booked.v1' | 'session.moved.v1',
  session: EventSubject & { readonly startsAt: Date },
  leads: readonly number[],
  now: Date,
): NewEvent[] {
  const { id, version, startsAt } = session;
  const told: NewEvent = {
    type,
    payload: { sessionId: id, version },
    ...about(session),
    dedupeKey: `${type === 'session.booked.v1' ? 'session-booked' : 'session-moved'}-${id}-${version}`,
  };
  const reminders = reminderTimes(startsAt, leads, now).map(({ leadMinutes, dueAt }): NewEvent => ({
    type: 'session.reminder-due.v1',
    payload: { sessionId: id, version, leadMinutes },
    ...about(session),
    dedupeKey: `session-reminder-${id}-${version}-${leadMinutes}`,
    dueAt,
  }));
  return [told, ...reminders];
}

/** Tells people that a session is off. */
export function cancelledEvent(session: EventSubject): NewEvent {
  return {
    type: 'session.cancelled.v1',
    payload: { sessionId: session.id, version: session.version },
    ...about(session),
    dedupeKey: `session-cancelled-${session.id}`,
  };
}
