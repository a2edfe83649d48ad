import { programAdmins } from './program-admins.js';
import { type Plans, toAccount } from './plan.js';

/** Mails about other partners. Only the coordinator hears who asked. */
export const rematchPlans = {
  'rematch.asked.v1': async ({ payload: { rematchRequestId }, programId }, { db }) => {
    if (programId === null) return [];
    const concerned = await db.query<{ id: string }>(
      `SELECT p.id FROM rematch_request q JOIN mentorship m ON m.id = q.mentorship_id
       JOIN participation p ON p.id IN (m.mentor_id, m.mentee_id) WHERE q.id = $1`,
      [rematchRequestId],
    );
    const admins = await programAdmins(
      db,
      programId,
      concerned.map(({ id }) => id),
    );
    return admins.map((admin) => toAccount('rematch-asked', admin, { rematchRequestId }));
  },
  'rematch.answered.v1': async ({ payload: { rematchRequestId } }, { db }) => {
    const rows = await db.query<{ account_id: string }>(
      `SELECT p.account_id FROM rematch_request q JOIN participation p ON p.id = q.asked_by WHERE q.id = $1`,
      [rematchRequestId],
    );
    return rows.map(({ account_id }) => toAccount('rematch-answered', account_id, { rematchRequestId }));
  },
  'mentorship.rematched.v1': async ({ payload: { mentorshipId } }, { db }) => {
    const rows = await db.query<{ account_id: string }>(
      `SELECT p.account_id FROM mentorship m JOIN participation p ON p.id IN (m.mentor_id, m.mentee_id)
       WHERE m.id = $1 ORDER BY p.account_id`,
      [mentorshipId],
    );
    return rows.map(({ account_id }) => toAccount('rematched', account_id, { mentorshipId }));
  },
} satisfies Plans;
