import type { MentorshipView } from '../application/mentorship.view.js';
import type { MentorshipViewRow } from './mentorship.rows.js';

/** Who reads. */
export interface Reader {
  readonly accountId: string;
  readonly admin: boolean;
}

const UNDER_WAY: readonly string[] = ['active', 'paused'];

/** What the reader may see of a mentorship: addresses only between the two while it is under way, or as an admin. */
export function toMentorshipView(row: MentorshipViewRow, reader: Reader): MentorshipView {
  const you =
    row.mentor_account_id === reader.accountId
      ? 'mentor'
      : row.mentee_account_id === reader.accountId
        ? 'mentee'
        : null;
  const showEmail = reader.admin || (you !== null && UNDER_WAY.includes(row.state));
  return {
    id: row.id,
    state: row.state,
    source: row.source,
    startedAt: row.started_at,
    endsAt: row.ends_at,
    endedAt: row.ended_at,
    // A reason belongs to whoever gave it and to the coordinator; the partner is only told that it ended.
    endReason: reader.admin || row.ended_by === reader.accountId ? row.end_reason : null,
    mentor: {
      participationId: row.mentor_id,
      name: row.mentor_name,
      timeZone: row.mentor_time_zone,
      email: showEmail ? row.mentor_email : null,
    },
    mentee: {
      participationId: row.mentee_id,
      name: row.mentee_name,
      timeZone: row.mentee_time_zone,
      email: showEmail ? row.mentee_email : null,
    },
    you,
    reasons: you === 'mentor' ? row.rationale.forMentor : row.rationale.forMentee,
    confirmation:
      row.answers === null || row.answer_by === null
        ? null
        : {
            answerBy: row.answer_by,
            mentor: row.answers.mentor ?? 'not-asked',
            mentee: row.answers.mentee ?? 'not-asked',
          },
    version: row.version,
  };
}
