import type { MailKind } from '../mails/mail-kind.js';
import { type Plan, type Plans, toAccount } from './plan.js';

type AnswerEvent = 'match-answer.given.v1' | 'match-answer.recalled.v1';

const toPerson =
  (kindFor: Readonly<Record<string, MailKind>>): Plan<AnswerEvent> =>
  async ({ payload: { runId, participationId } }, { db }) => {
    const rows = await db.query<{ account_id: string; role: string }>(
      `SELECT account_id, role FROM participation WHERE id = $1`,
      [participationId],
    );
    return rows.flatMap(({ account_id: accountId, role }) => {
      const kind = kindFor[role];
      return kind === undefined ? [] : [toAccount(kind, accountId, { runId, participationId })];
    });
  };

/** Mails to those whom a round leaves without a partner. */
export const answerPlans = {
  'match-answer.given.v1': toPerson({ mentee: 'no-mentor-yet', mentor: 'no-mentee-yet' }),
  'match-answer.recalled.v1': toPerson({ mentee: 'answer-recalled', mentor: 'answer-recalled' }),
} satisfies Plans;
