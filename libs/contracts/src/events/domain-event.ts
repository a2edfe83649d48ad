import type { AccountEvents } from './account.event.js';
import type { MailEvents } from './mail.event.js';
import type { MatchingEvents } from './matching.event.js';
import type { ProgramEvents } from './program.event.js';
import type { SessionEvents } from './session.event.js';

export type { EnrolmentStep } from './matching.event.js';

/** Every event by type: what happened, in ids alone. */
export interface EventPayloads
  extends AccountEvents, ProgramEvents, MatchingEvents, SessionEvents, MailEvents {}

/** Name and version of an event. */
export type EventType = keyof EventPayloads;

/** An event as it is appended to the outbox. */
export interface NewEvent<T extends EventType = EventType> {
  readonly type: T;
  readonly payload: EventPayloads[T];
  /** Boundary of data; null for what belongs to an account alone. */
  readonly programId: string | null;
  /** What the event is about. */
  readonly subjectId: string;
  /** The subject's version when the event was written. */
  readonly subjectVersion?: number;
  /** A second event with the same key is not written. */
  readonly dedupeKey?: string;
  /** When the work becomes owed; at once when missing. */
  readonly dueAt?: Date;
}

/** An event as it is read back. */
export interface OwedEvent<T extends EventType = EventType> {
  readonly id: string;
  readonly type: T;
  readonly payload: EventPayloads[T];
  readonly programId: string | null;
  readonly subjectId: string;
  readonly subjectVersion: number | null;
  readonly dueAt: Date;
  readonly createdAt: Date;
}
