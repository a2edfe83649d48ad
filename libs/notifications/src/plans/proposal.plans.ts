import type { Database } from '#database';
import { type Plan, type PlannedDelivery, type Plans, type PlanTools, toAccount } from './plan.js';

interface Asked {
  readonly side: 'mentor' | 'mentee';
  readonly account_id: string;
  /** Null for whoever is not asked. */
  readonly answer_by: Date | null;
  readonly answer: 'confirmed' | 'declined' | null;
  readonly state: string;
  readonly ended_by: string | null;
  readonly end_reason: string | null;
}

/** Both sides of a proposal, the mentor first. */
async function sidesOf(db: Database, mentorshipId: string): Promise<Asked[]> {
  return db.query<Asked>(
    `SELECT s.side, p.account_id, c.answer_by, c.answer, m.state, m.ended_by, m.end_reason
     FROM mentorship m CROSS JOIN (VALUES ('mentor'), ('mentee')) AS s(side)
     JOIN participation p ON p.id = CASE s.side WHEN 'mentor' THEN m.mentor_id ELSE m.mentee_id END
     LEFT JOIN mentorship_confirmation c ON c.mentorship_id = m.id AND c.side = s.side
     WHERE m.id = $1 ORDER BY s.side DESC`,
    [mentorshipId],
  );
}

/** A mail with two buttons to everybody whose answer is awaited. */
const ask =
  (
    kind: 'proposal' | 'proposal-reminder',
  ): Plan<'mentorship.proposed.v1' | 'mentorship.answer-reminder-due.v1'> =>
  async ({ payload: { mentorshipId } }, tools) => {
    const waiting = (await sidesOf(tools.db, mentorshipId)).filter(
      ({ state, answer_by: answerBy, answer }) =>
        state === 'proposed' && answerBy !== null && answer === null,
    );
    return Promise.all(waiting.map((one) => answerable(kind, mentorshipId, one, tools)));
  };

async function answerable(
  kind: 'proposal' | 'proposal-reminder',
  mentorshipId: string,
  { account_id: accountId, answer_by: answerBy }: Asked,
  { tokens, now }: PlanTools,
): Promise<PlannedDelivery> {
  const issue = (purpose: string) =>
    tokens.issue({ accountId, purpose, context: { mentorshipId }, expiresAt: answerBy ?? now });
  return toAccount(kind, accountId, {
    mentorshipId,
    confirmTokenId: await issue('mentorship.confirm'),
    declineTokenId: await issue('mentorship.decline'),
  });
}

/** Mails about a pair that is made once people say yes. */
export const proposalPlans = {
  'mentorship.proposed.v1': ask('proposal'),
  'mentorship.answer-reminder-due.v1': ask('proposal-reminder'),
  /** To those who were asked and did not end it themselves; to a mentee who was not, if a mentor did not want to. */
  'mentorship.not-confirmed.v1': async ({ payload: { mentorshipId } }, { db }) => {
    const sides = await sidesOf(db, mentorshipId);
    return sides
      .filter(({ account_id: accountId, ended_by: endedBy }) => accountId !== endedBy)
      .filter(
        ({ answer_by: answerBy, end_reason: reason }) =>
          answerBy !== null || ['declined', 'unanswered', 'stopped'].includes(reason ?? ''),
      )
      .map(({ account_id: accountId }) => toAccount('proposal-ended', accountId, { mentorshipId }));
  },
} satisfies Plans;
