import type { MailKind } from '../mails/mail-kind.js';
import { type Plan, type Plans, toAccount } from './plan.js';

type SessionEvent =
  'session.booked.v1' | 'session.moved.v1' | 'session.cancelled.v1' | 'session.reminder-due.v1';

const toAttendees =
  (kind: MailKind): Plan<SessionEvent> =>
  async ({ payload }, { db }) => {
    const rows = await db.query<{ account_id: string }>(
      `SELECT a.account_id FROM session_attendee a JOIN session s ON s.id = a.session_id
       WHERE s.id = $1 AND s.version = $2 ORDER BY a.account_id`,
      [payload.sessionId, payload.version],
    );
    return rows.map((row) => toAccount(kind, row.account_id, { ...payload }));
  };

/** Mails about a session go to everybody who takes part, while the version they speak of is the present one. */
export const sessionPlans = {
  'session.booked.v1': toAttendees('session-booked'),
  'session.moved.v1': toAttendees('session-moved'),
  'session.cancelled.v1': toAttendees('session-cancelled'),
  'session.reminder-due.v1': toAttendees('session-reminder'),
} satisfies Plans;
