import { MINUTE_MS } from '#availability';

/** A reminder that is at most this late still goes out beside a shorter one: a busy mail server is no outage. */
const TOLERATED_MS = 10 * MINUTE_MS;

/** A reminder, and the session as it is at present. */
export interface ReminderQuestion {
  readonly startsAt: Date;
  /** Minutes before the start at which this reminder was due. */
  readonly leadMinutes: number;
  /** Every lead for which this version of the session has a reminder; the own one may be among them. */
  readonly allLeads: readonly number[];
  /** The session's present version and state. */
  readonly version: number;
  readonly state: string;
  /** The version for which the reminder was written. */
  readonly eventVersion: number;
  readonly now: Date;
}

/**
 * Whether a reminder is still worth sending.
 *
 * Dropped are reminders of a cancelled, moved or begun session, and, after an outage, every one that a shorter lead
 * has overtaken: whoever missed several gets the latest alone. One that is merely late goes out, for its text names
 * the time that is really left.
 */
export function reminderVerdict(question: ReminderQuestion): 'send' | 'drop' {
  const { startsAt, leadMinutes, allLeads, version, eventVersion, state, now } = question;
  if (state !== 'scheduled' || version !== eventVersion) return 'drop';
  const left = startsAt.getTime() - now.getTime();
  if (left <= 0) return 'drop';
  if (leadMinutes * MINUTE_MS - left <= TOLERATED_MS) return 'send';
  const overtaken = allLeads.some((lead) => lead < leadMinutes && left <= lead * MINUTE_MS);
  return overtaken ? 'drop' : 'send';
}
