import type { Database } from '#database';
import { type AnswerFacts, factsOfAnswer, readAnswers } from '#matching';
import { idIn, type MailInput, Stale } from './mail.js';
import { programOf, type ProgramFacts, type Reader, readerOf } from './people.js';

/** What there is for somebody who goes without a partner. */
export interface Outlook {
  /** Until when they go first, such as `30 August 2027`; null once the term is over. */
  readonly until: string | null;
  /** The next round that is being prepared. */
  readonly next: { readonly name: string; readonly from: string } | null;
  /** What the program offers meanwhile, in the admin's words. */
  readonly meanwhile: string | null;
  /** Whether mentors with a place can be asked at present. */
  readonly openMentors: boolean;
}

/** What the answer to somebody says. */
export interface AnswerMailFacts extends Outlook {
  readonly reader: Reader;
  readonly program: ProgramFacts;
  readonly answer: AnswerFacts;
}

/** The answer to somebody; stale once they have found a partner, or the publication was taken back. */
export async function answerMailFacts(db: Database, input: MailInput): Promise<AnswerMailFacts | Stale> {
  const runId = idIn(input, 'runId');
  const [row] = await readAnswers(db, runId, { participationId: idIn(input, 'participationId') });
  const reader = await readerOf(db, input.accountId);
  const program = await programOf(db, input.programId);
  if (row === undefined || reader === null || program === null)
    return new Stale('no answer is owed any more');
  if (row.partnered) return new Stale('they have a partner now');
  const outlook = await outlookOf(db, runId, input.now);
  return outlook instanceof Stale ? outlook : { reader, program, answer: factsOfAnswer(row), ...outlook };
}

interface OutlookRow {
  withdrawn: boolean;
  term_end: string;
  meanwhile: string | null;
  next_name: string | null;
  next_from: string | null;
  open_mentors: boolean;
}

async function outlookOf(db: Database, runId: string, now: Date): Promise<Outlook | Stale> {
  const today = now.toISOString().slice(0, 10);
  const [row] = await db.query<OutlookRow>(
    `SELECT r.withdrawn_at IS NOT NULL AS withdrawn, to_char(c.term_from + 7 * c.term_weeks - 1, 'YYYY-MM-DD') AS term_end,
       c.meanwhile, n.name AS next_name, to_char(n.term_from, 'YYYY-MM-DD') AS next_from,
       EXISTS (SELECT 1 FROM participation p JOIN profile pr ON pr.participation_id = p.id
        WHERE p.program_id = r.program_id AND p.role = 'mentor' AND p.state IN ('approved', 'active')
          AND pr.capacity > (SELECT count(*) FROM mentorship m WHERE m.mentor_id = p.id
            AND m.state IN ('proposed', 'active', 'paused'))) AS open_mentors
     FROM match_run r JOIN cohort c ON c.id = r.cohort_id
     LEFT JOIN LATERAL (
       SELECT x.name, x.term_from FROM cohort x WHERE x.program_id = r.program_id AND x.id <> c.id
         AND x.state IN ('draft', 'open', 'closed') AND x.term_from > $2::date ORDER BY x.term_from, x.id LIMIT 1) n ON true
     WHERE r.id = $1`,
    [runId, today],
  );
  if (row === undefined || row.withdrawn) return new Stale('the publication was taken back');
  return {
    until: row.term_end >= today ? dayInWords(row.term_end) : null,
    next:
      row.next_name === null || row.next_from === null
        ? null
        : { name: row.next_name, from: dayInWords(row.next_from) },
    meanwhile: row.meanwhile,
    openMentors: row.open_mentors,
  };
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A date as people read it: `30 August 2027`. */
function dayInWords(date: string): string {
  return DAY.format(new Date(`${date}T00:00:00Z`));
}
