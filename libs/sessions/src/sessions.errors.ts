import { DomainError } from '#kernel';
import type { SessionEvent } from '#lifecycle';

const iso = (slots: readonly Date[]): string[] => slots.map((slot) => slot.toISOString());
const offer = (slots: readonly Date[]): string =>
  slots.length === 0
    ? 'Look for another time, or add times to your profile.'
    : 'Choose one of the free times that come with this answer.';

/** No such session in this program. */
export class SessionUnknownError extends DomainError {
  readonly code = 'sessions.unknown';
  readonly kind = 'not-found';
  constructor() {
    super('There is no such session, or you have no access to it.');
  }
}

/** Sessions are booked and moved while a mentorship is under way. */
export class MentorshipNotActiveError extends DomainError {
  readonly code = 'sessions.mentorship-not-active';
  readonly kind = 'conflict';
  constructor(state: string) {
    super(
      state === 'paused'
        ? 'This mentorship is paused. Resume it, then book a session.'
        : `This mentorship is ${state}; sessions can be booked only while it is active.`,
      { params: { state } },
    );
  }
}

/** The time lies outside of what suits both, or one of them has something else then. */
export class TimeNotFreeError extends DomainError {
  readonly code = 'sessions.time-not-free';
  readonly kind = 'conflict';
  /** @param slots starts of free times nearby */
  constructor(slots: readonly Date[]) {
    super(`This time does not suit both of you. ${offer(slots)}`, { params: { slots: iso(slots) } });
  }
}

/** Somebody else was faster: one of the two has a session at this time since a moment ago. */
export class SessionDoubleBookedError extends DomainError {
  readonly code = 'sessions.double-booked';
  readonly kind = 'conflict';
  /** @param slots starts of free times nearby */
  constructor(slots: readonly Date[]) {
    super(`This time was taken a moment ago. ${offer(slots)}`, { params: { slots: iso(slots) } });
  }
}

/** The session's state does not allow it. */
export class SessionStateError extends DomainError {
  readonly code = 'sessions.wrong-state';
  readonly kind = 'conflict';
  constructor(state: string, allowed: readonly SessionEvent[]) {
    super(
      allowed.length === 0
        ? `This session is ${state}; nothing can be changed any more. Book a new one.`
        : `This session is ${state.replaceAll('_', ' ')}; that allows: ${allowed.join(', ')}.`,
      { params: { state, allowed } },
    );
  }
}

/** A session that has begun is neither moved nor cancelled. */
export class SessionBegunError extends DomainError {
  readonly code = 'sessions.begun';
  readonly kind = 'conflict';
  constructor() {
    super('This session has begun. Say whether it took place, and book another one if it did not.');
  }
}

/** Nobody can say yet whether the session took place. */
export class SessionNotBegunError extends DomainError {
  readonly code = 'sessions.not-begun';
  readonly kind = 'conflict';
  /** @param from when it can be said */
  constructor(from: Date) {
    super('It is too early to say this. Wait until the session was due, or cancel it.', {
      params: { from: from.toISOString() },
    });
  }
}

/** The two have no common time in the next weeks. */
export class NoCommonTimeError extends DomainError {
  readonly code = 'sessions.no-common-time';
  readonly kind = 'conflict';
  /** @param advice what to do about it */
  constructor(advice: string | null) {
    super(advice ?? 'No time in the next two weeks suits both of you; write to each other.');
  }
}
