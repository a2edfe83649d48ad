import { formatDate } from '#availability';
import type { Database } from '#database';
import { cleanLine } from '#mail';
import { sameAgainTemplate } from '../templates/cohort.templates.js';
import { letterOf, programLetter } from './letter.js';
import { defineMail, idIn, type MailInput, Stale } from './mail.js';
import { programOf, type ProgramFacts, type Reader, readerOf } from './people.js';

interface RoundRow {
  program_id: string;
  role: string;
  cohort_name: string;
  earlier_name: string | null;
  term_from: string;
  term_weeks: number;
  somebody_new: boolean;
  state: string;
  person_state: string;
  answered: boolean;
  enrolled: boolean;
}

interface Facts {
  readonly reader: Reader;
  readonly program: ProgramFacts;
  readonly round: RoundRow;
}

async function roundOf(db: Database, input: MailInput): Promise<RoundRow | undefined> {
  const [round] = await db.query<RoundRow>(
    `SELECT c.program_id, p.role, c.name AS cohort_name, before.name AS earlier_name, c.term_from::text, c.term_weeks,
       coalesce((c.rules->>'excludeEarlierPartners')::boolean, true) AND EXISTS (SELECT 1 FROM mentorship m
         WHERE m.mentor_id = p.id OR m.mentee_id = p.id) AS somebody_new,
       c.state, p.state AS person_state, s.answer IS NOT NULL AS answered,
       EXISTS (SELECT 1 FROM cohort_member m WHERE m.cohort_id = c.id AND m.participation_id = p.id) AS enrolled
     FROM same_again s
     JOIN cohort c ON c.id = s.cohort_id LEFT JOIN cohort before ON before.id = c.source_cohort_id
     JOIN participation p ON p.id = s.participation_id
     WHERE s.cohort_id = $1 AND s.participation_id = $2`,
    [idIn(input, 'cohortId'), idIn(input, 'participationId')],
  );
  return round;
}

/** Why nobody needs to be asked any more, or null. */
function pastAsking({ state, person_state, answered, enrolled }: RoundRow): string | null {
  if (state !== 'draft' && state !== 'open') return `the cohort is ${state} now`;
  if (person_state !== 'approved' && person_state !== 'active') return `the person is ${person_state} now`;
  if (answered) return 'it was answered';
  return enrolled ? 'the person is enrolled already' : null;
}

/** To somebody of an earlier round: in again with one button, or not this time with another. */
export const sameAgain = defineMail<Facts>({
  async load(db, input) {
    const round = await roundOf(db, input);
    const reader = await readerOf(db, input.accountId);
    const program = await programOf(db, round?.program_id ?? null);
    if (round === undefined || reader === null || program === null) return new Stale('it was deleted');
    const past = pastAsking(round);
    return past === null ? { reader, program, round } : new Stale(past);
  },
  write({ reader, program, round }, tools, input) {
    const starts = formatDate(round.term_from);
    const next = cleanLine(round.cohort_name);
    const before = round.earlier_name === null ? 'an earlier round' : cleanLine(round.earlier_name);
    const link = (name: string) => tools.links.action(idIn(input, name));
    const letter = letterOf(
      sameAgainTemplate,
      {
        words: {
          role: round.role,
          next_round: next,
          earlier_round: before,
          starts,
          weeks: String(round.term_weeks),
          look_over: `Your profile counts as it is; look it over if something has changed.${round.somebody_new ? ' You will meet somebody new.' : ''}`,
        },
        parts: {
          buttons: [
            {
              type: 'buttons',
              links: [
                { label: 'Count me in', url: link('joinTokenId') },
                { label: 'Not this time', url: link('declineTokenId'), quiet: true },
              ],
            },
          ],
        },
      },
      { because: `you took part in ${before} of ${program.name}` },
    );
    return programLetter(reader, program, tools, letter);
  },
});
