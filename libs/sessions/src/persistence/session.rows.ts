import type { UncheckedException, UncheckedWindow } from '#availability';

/** A session as it is locked for a change. */
export interface SessionRow {
  id: string;
  program_id: string;
  mentorship_id: string;
  state: string;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  location: string;
  outcome_by: string | null;
  version: number;
  /** Accounts of those who take part. */
  account_ids: string[];
}

/** A session still to come of a mentorship that is over. */
export interface PlannedSessionRow {
  id: string;
  program_id: string;
  /** Account of whoever ended the mentorship. */
  ended_by: string | null;
}

/** Somebody who takes part in a session. */
export interface SessionAttendeeJson {
  participationId: string;
  accountId: string;
  role: string;
  name: string;
  timeZone: string;
}

/** A session with its people, for lists and for one view. */
export interface SessionViewRow {
  id: string;
  mentorship_id: string;
  state: string;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  location: string;
  sequence: number;
  booked_by: string;
  cancelled_by: string | null;
  cancelled_at: Date | null;
  cancelled_late: boolean;
  cancel_reason: string | null;
  version: number;
  attendees: SessionAttendeeJson[];
}

/** One side of a mentorship with the times that suit; the profile's columns are null without a profile. */
export interface PairPersonRow {
  mentorship_state: string;
  role: 'mentor' | 'mentee';
  participation_id: string;
  account_id: string;
  name: string;
  time_zone: string;
  windows: UncheckedWindow[] | null;
  exceptions: UncheckedException[] | null;
  away_until: Date | null;
}

/** A time that somebody has given away already. */
export interface BusyRow {
  account_id: string;
  starts_at: Date;
  ends_at: Date;
}
