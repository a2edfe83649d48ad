import { addOpenDays } from '#availability';
import type { Database } from '#database';
import { calendarOf } from '#programs';
import { programOf } from '../mails/people.js';
import { programAdmins } from './program-admins.js';
import { type Plans, toAccount } from './plan.js';

/** How long "I can't take this on now" works from the mail; closed weeks do not count, here and below. */
const RELEASE_DAYS = 14;
/** How long the first meeting can be booked from the mail. */
const BOOK_DAYS = 30;

interface Sides {
  readonly mentor_id: string;
  readonly mentee_id: string;
  readonly mentor_account_id: string;
  readonly mentee_account_id: string;
  readonly state: string;
}

async function sidesOf(db: Database, mentorshipId: string): Promise<Sides | undefined> {
  const [sides] = await db.query<Sides>(
    `SELECT m.mentor_id, m.mentee_id, mentor.account_id AS mentor_account_id, mentee.account_id AS mentee_account_id, m.state
     FROM mentorship m
     JOIN participation mentor ON mentor.id = m.mentor_id
     JOIN participation mentee ON mentee.id = m.mentee_id
     WHERE m.id = $1`,
    [mentorshipId],
  );
  return sides;
}

/** Mails about a relationship. */
export const mentorshipPlans = {
  /** Each pair hears by its own event, so a published run owes nothing more. */
  'match-run.published.v1': () => Promise.resolve([]),
  'mentorship.started.v1': async ({ payload: { mentorshipId }, programId }, { db, tokens, now }) => {
    const sides = await sidesOf(db, mentorshipId);
    if (programId === null || sides?.state !== 'active') return [];
    const program = await programOf(db, programId);
    if (program === null) return [];
    const daysFromNow = (days: number): Date =>
      new Date(addOpenDays(now.getTime(), days, calendarOf(program)));
    const releaseTokenId = await tokens.issue({
      accountId: sides.mentor_account_id,
      purpose: 'mentorship.release',
      context: { mentorshipId },
      expiresAt: daysFromNow(RELEASE_DAYS),
    });
    const bookTokenId = await tokens.issue({
      accountId: sides.mentee_account_id,
      purpose: 'session.book',
      context: { programId, mentorshipId },
      expiresAt: daysFromNow(BOOK_DAYS),
    });
    return [
      toAccount('intro-mentee', sides.mentee_account_id, { mentorshipId, bookTokenId }),
      toAccount('intro-mentor', sides.mentor_account_id, { mentorshipId, releaseTokenId }),
    ];
  },
  'mentorship.released.v1': async ({ payload: { mentorshipId }, programId }, { db }) => {
    if (programId === null) return [];
    const sides = await sidesOf(db, mentorshipId);
    const concerned = sides === undefined ? [] : [sides.mentor_id, sides.mentee_id];
    const admins = await programAdmins(db, programId, concerned);
    return admins.map((admin) => toAccount('mentorship-released', admin, { mentorshipId }));
  },
  'mentorship.release-notice-due.v1': async ({ payload: { mentorshipId } }, { db }) => {
    const sides = await sidesOf(db, mentorshipId);
    return sides === undefined
      ? []
      : [toAccount('release-notice', sides.mentee_account_id, { mentorshipId })];
  },
  'mentorship.withdrawn.v1': async ({ payload: { mentorshipId } }, { db }) => {
    const sides = await sidesOf(db, mentorshipId);
    return sides === undefined
      ? []
      : [sides.mentee_account_id, sides.mentor_account_id].map((accountId) =>
          toAccount('match-withdrawn', accountId, { mentorshipId }),
        );
  },
} satisfies Plans;
