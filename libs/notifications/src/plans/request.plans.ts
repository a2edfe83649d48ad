import type { Database } from '#database';
import type { MailKind } from '../mails/mail-kind.js';
import { type Plan, type PlannedDelivery, type Plans, type PlanTools, toAccount } from './plan.js';

type RequestEvent =
  | 'request.received.v1'
  | 'request.accepted.v1'
  | 'request.declined.v1'
  | 'request.more-asked.v1'
  | 'request.more-answered.v1'
  | 'request.withdrawn.v1'
  | 'request.superseded.v1'
  | 'request.expired.v1'
  | 'request.reminder-due.v1';

interface Sides {
  readonly mentor_account_id: string;
  readonly mentee_account_id: string;
  readonly state: string;
  readonly answer_by: Date | null;
  readonly pending_at: Date | null;
  readonly version: number;
}

const DAY_MS = 86_400_000;
/** Life of the answering links of a request without a date. */
const OPEN_ENDED_DAYS = 14;

async function sidesOf(db: Database, requestId: string): Promise<Sides | undefined> {
  const [sides] = await db.query<Sides>(
    `SELECT mentor.account_id AS mentor_account_id, mentee.account_id AS mentee_account_id, r.state, r.answer_by,
       r.pending_at, r.version
     FROM request r
     JOIN participation mentor ON mentor.id = r.mentor_id
     JOIN participation mentee ON mentee.id = r.mentee_id
     WHERE r.id = $1`,
    [requestId],
  );
  return sides;
}

const toMentee =
  (kind: MailKind): Plan<RequestEvent> =>
  async ({ payload: { requestId } }, { db }) => {
    const sides = await sidesOf(db, requestId);
    return sides === undefined ? [] : [toAccount(kind, sides.mentee_account_id, { requestId })];
  };

/** News for a mentor about a request that had reached them; one that waited in line never did. */
const toMentorWhoKnew =
  (kind: MailKind): Plan<RequestEvent> =>
  async ({ payload: { requestId } }, { db }) => {
    const sides = await sidesOf(db, requestId);
    return sides === undefined || sides.pending_at === null
      ? []
      : [toAccount(kind, sides.mentor_account_id, { requestId })];
  };

/** A mail that a mentor can answer without signing in: it carries one permission for each answer. */
const toMentorToAnswer =
  (kind: MailKind): Plan<RequestEvent> =>
  async ({ payload: { requestId } }, tools) => {
    const sides = await sidesOf(tools.db, requestId);
    return sides?.state === 'pending' ? [await answerable(kind, requestId, sides, tools)] : [];
  };

/** A reminder, unless somebody has asked or answered since: its clock started anew then, with reminders of its own. */
const remind: Plan<RequestEvent> = async ({ payload: { requestId }, subjectVersion }, tools) => {
  const sides = await sidesOf(tools.db, requestId);
  if (sides?.state !== 'pending' || (subjectVersion ?? sides.version) !== sides.version) return [];
  return [await answerable('request-reminder', requestId, sides, tools)];
};

async function answerable(
  kind: MailKind,
  requestId: string,
  { mentor_account_id: accountId, answer_by }: Sides,
  { tokens, now }: PlanTools,
): Promise<PlannedDelivery> {
  const expiresAt = answer_by ?? new Date(now.getTime() + OPEN_ENDED_DAYS * DAY_MS);
  const issue = (purpose: string) => tokens.issue({ accountId, purpose, context: { requestId }, expiresAt });
  return toAccount(kind, accountId, {
    requestId,
    acceptTokenId: await issue('request.accept'),
    declineTokenId: await issue('request.decline'),
    askMoreTokenId: await issue('request.ask-more'),
  });
}

/** Mails about a mentee's request: the one who is to act, or who waits, hears of it. */
export const requestPlans = {
  'request.received.v1': toMentorToAnswer('request-received'),
  'request.reminder-due.v1': remind,
  'request.more-asked.v1': toMentee('request-more-asked'),
  'request.more-answered.v1': toMentorToAnswer('request-more-answered'),
  'request.accepted.v1': toMentee('request-accepted'),
  'request.declined.v1': toMentee('request-declined'),
  'request.expired.v1': toMentee('request-expired'),
  'request.superseded.v1': toMentorWhoKnew('request-superseded'),
  'request.withdrawn.v1': toMentorWhoKnew('request-withdrawn'),
} satisfies Plans;
