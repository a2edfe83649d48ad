import { DAY_MS } from '#availability';
import type { MailKind } from '../mails/mail-kind.js';
import { type Plan, type Plans, toAccount } from './plan.js';

/** How long somebody can answer from a mail about a round; the round itself may say no before. */
const ANSWER_DAYS = 60;

type MemberEvent = 'cohort.readiness-reminder.v1' | 'cohort.skip-notice.v1' | 'cohort.moved-up.v1';
type EnrolmentEvent = 'cohort.enrolment-opened.v1' | 'cohort.enrolment-reminder.v1';

/** A mail that can be answered without signing in, to somebody who has not answered. */
const askToEnrol =
  (kind: MailKind): Plan<EnrolmentEvent> =>
  async ({ payload: { cohortId, participationId }, programId }, { db, tokens, now }) => {
    const [person] = await db.query<{ account_id: string }>(
      `SELECT p.account_id FROM participation p JOIN cohort c ON c.id = $2 AND c.state = 'open'
       WHERE p.id = $1 AND p.state IN ('approved', 'active')
         AND NOT EXISTS (SELECT 1 FROM cohort_member m WHERE m.cohort_id = $2 AND m.participation_id = $1)
         AND NOT EXISTS (SELECT 1 FROM cohort_answer a WHERE a.cohort_id = $2 AND a.participation_id = $1)`,
      [participationId, cohortId],
    );
    if (person === undefined || programId === null) return [];
    const issue = (purpose: string) =>
      tokens.issue({
        accountId: person.account_id,
        purpose,
        context: { programId, cohortId, participationId },
        expiresAt: new Date(now.getTime() + ANSWER_DAYS * DAY_MS),
      });
    const enrolTokenId = await issue('cohort.enrol');
    const declineTokenId = await issue('cohort.decline');
    return [toAccount(kind, person.account_id, { cohortId, participationId, enrolTokenId, declineTokenId })];
  };

/** A mail to somebody enrolled, who can step back without signing in; with what else they may need to press. */
const tellMember =
  (kind: MailKind): Plan<MemberEvent> =>
  async ({ payload: { cohortId, participationId }, programId }, { db, tokens, now }) => {
    const [person] = await db.query<{ account_id: string; confirmed: boolean }>(
      `SELECT p.account_id, p.privacy_confirmed_at IS NOT NULL AS confirmed
       FROM participation p JOIN cohort_member m ON m.participation_id = p.id AND m.cohort_id = $2
       WHERE p.id = $1 AND p.state IN ('approved', 'active', 'paused')`,
      [participationId, cohortId],
    );
    if (person === undefined || programId === null) return [];
    const issue = (purpose: string, context: Record<string, string>) =>
      tokens.issue({
        accountId: person.account_id,
        purpose,
        context: { programId, participationId, ...context },
        expiresAt: new Date(now.getTime() + ANSWER_DAYS * DAY_MS),
      });
    const skipTokenId = await issue('cohort.skip', { cohortId });
    const confirm =
      kind === 'readiness-reminder' && !person.confirmed
        ? { confirmTokenId: await issue('participation.confirm-privacy', {}) }
        : {};
    return [toAccount(kind, person.account_id, { cohortId, participationId, skipTokenId, ...confirm })];
  };

/** Mails about rounds of matching. */
export const cohortPlans = {
  'cohort.enrolment-opened.v1': askToEnrol('enrolment-opened'),
  'cohort.enrolment-reminder.v1': askToEnrol('enrolment-reminder'),
  'cohort.readiness-reminder.v1': tellMember('readiness-reminder'),
  'cohort.skip-notice.v1': tellMember('skip-notice'),
  'cohort.moved-up.v1': tellMember('moved-up'),
} satisfies Plans;
