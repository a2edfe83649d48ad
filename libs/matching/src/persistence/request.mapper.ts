import type { RequestView } from '../application/request.view.js';
import type { RequestViewRow } from './request.rows.js';

/** What an account may see of a request; somebody who is neither side reads it as an admin. */
export function toRequestView(row: RequestViewRow, accountId: string): RequestView {
  const you =
    row.mentee_account_id === accountId ? 'mentee' : row.mentor_account_id === accountId ? 'mentor' : null;
  const text = (value: string | null): string | null => (you === null ? null : value);
  const asked = row.question !== null && row.answered_at === null;
  return {
    id: row.id,
    programId: row.program_id,
    state: row.state,
    you,
    waitsFor: row.state !== 'pending' ? null : asked ? 'mentee' : 'mentor',
    rank: you === 'mentee' ? row.rank : null,
    note: text(row.note),
    question: text(row.question),
    answer: text(row.answer),
    decisionReason: text(row.decision_reason),
    mentor: {
      participationId: row.mentor_id,
      name: row.mentor_name,
      headline: row.mentor_headline ?? '',
      timeZone: row.mentor_time_zone,
    },
    mentee: {
      participationId: row.mentee_id,
      name: row.mentee_name,
      headline: row.mentee_headline ?? '',
      timeZone: row.mentee_time_zone,
      goalStatement: text(row.mentee_goal_statement),
    },
    createdAt: row.created_at,
    pendingAt: row.pending_at,
    answerBy: row.answer_by,
    closedAt: row.closed_at,
    mentorshipId: row.mentorship_id,
    version: row.version,
  };
}
