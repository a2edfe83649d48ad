import { formatDay } from '#availability';
import type { Database } from '#database';
import { enrolmentSettingsOf } from '#matching';
import { idIn, type MailInput, Stale } from './mail.js';
import { programOf, type ProgramFacts, type Reader, readerOf } from './people.js';

interface CohortRow {
  program_id: string;
  name: string;
  state: string;
  enrolment: object;
  role: string;
  part_state: string;
  is_in: boolean;
  answer: string | null;
}

/** What mails about somebody's place in a round say. Days are in words. */
export interface CohortFacts {
  readonly reader: Reader;
  readonly program: ProgramFacts;
  readonly name: string;
  readonly state: string;
  readonly role: string;
  readonly isIn: boolean;
  readonly answer: string | null;
  readonly enrolsUntil: string | null;
  readonly matchesOn: string | null;
}

/** A round and the reader's place in it as they are now; stale for somebody who takes no part in the program. */
export async function cohortFacts(db: Database, input: MailInput): Promise<CohortFacts | Stale> {
  const [row] = await db.query<CohortRow>(
    `SELECT c.program_id, c.name, c.state, c.enrolment, p.role, p.state AS part_state,
       m.participation_id IS NOT NULL AS is_in, a.answer
     FROM cohort c JOIN participation p ON p.id = $2
     LEFT JOIN cohort_member m ON m.cohort_id = c.id AND m.participation_id = p.id
     LEFT JOIN cohort_answer a ON a.cohort_id = c.id AND a.participation_id = p.id
     WHERE c.id = $1`,
    [idIn(input, 'cohortId'), idIn(input, 'participationId')],
  );
  const reader = await readerOf(db, input.accountId);
  const program = await programOf(db, row?.program_id ?? null);
  if (row === undefined || reader === null || program === null) return new Stale('it was deleted');
  if (!['approved', 'active', 'paused'].includes(row.part_state))
    return new Stale(`the participation is ${row.part_state} now`);
  const { enrolsUntil, matchesOn } = enrolmentSettingsOf(row.enrolment);
  return {
    reader,
    program,
    name: row.name,
    state: row.state,
    role: row.role,
    isIn: row.is_in,
    answer: row.answer,
    enrolsUntil: enrolsUntil === null ? null : formatDay(enrolsUntil),
    matchesOn: matchesOn === null ? null : formatDay(matchesOn),
  };
}
