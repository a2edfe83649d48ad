import type { SessionView } from '../application/session.view.js';
import type { SessionViewRow } from './session.rows.js';

/** What a reader may see of a session: its people everything, an admin dates and states alone. */
export function toSessionView(row: SessionViewRow, readerAccountId: string): SessionView {
  const own = row.attendees.find(({ accountId }) => accountId === readerAccountId);
  const takesPart = own !== undefined;
  return {
    id: row.id,
    mentorshipId: row.mentorship_id,
    state: row.state,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    timeZone: row.time_zone,
    location: takesPart ? row.location : null,
    you: own === undefined ? null : own.role === 'mentor' ? 'mentor' : 'mentee',
    attendees: row.attendees.map(({ participationId, role, name, timeZone }) => ({
      participationId,
      role: role === 'mentor' ? 'mentor' : 'mentee',
      name,
      timeZone,
    })),
    bookedByYou: row.booked_by === readerAccountId,
    cancelled:
      row.cancelled_at === null
        ? null
        : {
            at: row.cancelled_at,
            late: row.cancelled_late,
            byYou: row.cancelled_by === readerAccountId,
            reason: takesPart ? row.cancel_reason : null,
          },
    sequence: row.sequence,
    version: row.version,
  };
}
