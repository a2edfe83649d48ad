import { DAY_MS } from '#availability';
import { type Plans, toAccount } from './plan.js';

/** How long the links work; the round may take nobody in long before. */
const ANSWER_DAYS = 60;

/** Mails to people of an earlier round. */
export const sameAgainPlans = {
  'same-again.asked.v1': async (
    { payload: { cohortId, participationId }, programId },
    { db, tokens, now },
  ) => {
    const [person] = await db.query<{ account_id: string }>(
      `SELECT account_id FROM participation WHERE id = $1`,
      [participationId],
    );
    if (person === undefined || programId === null) return [];
    const issue = (purpose: string) =>
      tokens.issue({
        accountId: person.account_id,
        purpose,
        context: { programId, cohortId, participationId },
        expiresAt: new Date(now.getTime() + ANSWER_DAYS * DAY_MS),
      });
    return [
      toAccount('same-again', person.account_id, {
        cohortId,
        participationId,
        joinTokenId: await issue('cohort.join-again'),
        declineTokenId: await issue('cohort.not-again'),
      }),
    ];
  },
} satisfies Plans;
