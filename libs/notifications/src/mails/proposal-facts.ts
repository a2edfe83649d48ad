import type { Database } from '#database';
import { type MailInput, Stale } from './mail.js';
import { type MentorshipFacts, mentorshipFacts } from './mentorship-facts.js';

interface SideRow {
  side: 'mentor' | 'mentee';
  account_id: string;
  asked: boolean;
  answer: 'confirmed' | 'declined' | null;
  answer_by: Date | null;
}

/** What a mail about a proposal says, as one of the two reads it. */
export interface ProposalFacts extends MentorshipFacts {
  readonly own: SideRow;
  readonly other: SideRow;
  readonly otherName: string;
  readonly answerBy: Date;
}

/** A proposal as it is now, or stale unless its mentorship is in this state. */
export async function proposalFacts(
  db: Database,
  input: MailInput,
  state: 'proposed' | 'ended',
): Promise<ProposalFacts | Stale> {
  const facts = await mentorshipFacts(db, input, [state]);
  if (facts instanceof Stale) return facts;
  const { mentor_id: mentorId, mentee_id: menteeId } = facts.mentorship;
  const sides = await db.query<SideRow>(
    `SELECT s.side, p.account_id, c.side IS NOT NULL AS asked, c.answer, c.answer_by
     FROM (VALUES ('mentor', $1::uuid), ('mentee', $2::uuid)) AS s(side, id) JOIN participation p ON p.id = s.id
     LEFT JOIN mentorship_confirmation c ON c.mentorship_id = $3 AND c.side = s.side`,
    [mentorId, menteeId, input.subject['mentorshipId']],
  );
  const own = sides.find((side) => side.account_id === facts.reader.accountId);
  const other = sides.find((side) => side !== own);
  const answerBy = own?.answer_by ?? other?.answer_by ?? null;
  if (own === undefined || other === undefined || answerBy === null) return new Stale('it was deleted');
  const { mentor_name: mentor, mentee_name: mentee } = facts.mentorship;
  return { ...facts, own, other, otherName: own.side === 'mentor' ? mentee : mentor, answerBy };
}
