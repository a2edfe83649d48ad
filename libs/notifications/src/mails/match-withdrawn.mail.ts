import { isolateName } from '#mail';
import { matchWithdrawnTemplates } from '../templates/mentorship.templates.js';
import { quoted } from './blocks.js';
import { letterOf, programLetter } from './letter.js';
import { defineMail, idIn, Stale } from './mail.js';
import { type MentorshipFacts, mentorshipFacts } from './mentorship-facts.js';

interface WithdrawnFacts extends MentorshipFacts {
  /** The admin's own words. */
  readonly reason: string | null;
  readonly isMentor: boolean;
}

/** To both of a pair whose match was taken back; whoever never heard of it hears nothing now. */
export const matchWithdrawn = defineMail<WithdrawnFacts>({
  async load(db, input) {
    const facts = await mentorshipFacts(db, input, ['ended']);
    if (facts instanceof Stale) return facts;
    const mentorshipId = idIn(input, 'mentorshipId');
    // An introduction that is just being sent counts: better an odd mail than none after an introduction.
    const heard = await db.query(
      `SELECT 1 FROM delivery d JOIN outbox_event e ON e.id = d.event_id
       WHERE e.dedupe_key = ANY($1) AND d.account_id = $2 AND d.state IN ('claimed', 'sent')`,
      [[`mentorship.started:${mentorshipId}`, `mentorship.proposed:${mentorshipId}`], input.accountId],
    );
    if (heard.length === 0) return new Stale('they never heard of it');
    const [about] = await db.query<{ reason: string | null; is_mentor: boolean }>(
      `SELECT r.withdraw_reason AS reason, p.account_id = $2 AS is_mentor FROM mentorship m
       JOIN match_run r ON r.id = m.source_id JOIN participation p ON p.id = m.mentor_id WHERE m.id = $1`,
      [mentorshipId, input.accountId],
    );
    return { ...facts, reason: about?.reason ?? null, isMentor: about?.is_mentor ?? false };
  },
  write({ reader, program, mentorship, reason, isMentor }, tools) {
    const other = isolateName(isMentor ? mentorship.mentee_name : mentorship.mentor_name);
    const letter = letterOf(matchWithdrawnTemplates[isMentor ? 'mentor' : 'mentee'], {
      words: { other_name: other },
      parts: { reason: quoted(reason) },
    });
    return programLetter(reader, program, tools, letter);
  },
});
