/** Somebody who takes part in a session. */
export interface AttendeeView {
  readonly participationId: string;
  readonly role: 'mentor' | 'mentee';
  readonly name: string;
  readonly timeZone: string;
}

/** How a session was cancelled. */
export interface CancellationView {
  readonly at: Date;
  /** Within the hours that the program calls late. */
  readonly late: boolean;
  readonly byYou: boolean;
  /** Null when none was given, and for admins. */
  readonly reason: string | null;
}

/** A session as its reader may see it. */
export interface SessionView {
  readonly id: string;
  readonly mentorshipId: string;
  readonly state: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The zone in which the time was agreed. */
  readonly timeZone: string;
  /** A link or a place, empty when none is agreed; null for admins. */
  readonly location: string | null;
  /** The reader's own side; null for admins. */
  readonly you: 'mentor' | 'mentee' | null;
  readonly attendees: readonly AttendeeView[];
  readonly bookedByYou: boolean;
  readonly cancelled: CancellationView | null;
  /** `SEQUENCE` of the calendar entry. */
  readonly sequence: number;
  readonly version: number;
}
