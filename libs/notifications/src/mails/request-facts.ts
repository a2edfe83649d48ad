import type { Database } from '#database';
import { idIn, type MailInput, Stale } from './mail.js';
import { programOf, type ProgramFacts, type Reader, readerOf } from './people.js';

interface RequestRow {
  state: string;
  note: string;
  question: string | null;
  answer: string | null;
  answered_at: Date | null;
  decision_reason: string | null;
  answer_by: Date | null;
  program_id: string;
  mentor_name: string;
  mentee_name: string;
  mentee_headline: string | null;
}

/** What mails about a request say. */
export interface RequestFacts {
  readonly reader: Reader;
  readonly program: ProgramFacts;
  readonly request: RequestRow;
}

/** A request as it is now, or stale unless it is in this state. */
export async function requestFacts(
  db: Database,
  input: MailInput,
  state: string,
): Promise<RequestFacts | Stale> {
  const [request] = await db.query<RequestRow>(
    `SELECT r.state, r.note, r.question, r.answer, r.answered_at, r.decision_reason, r.answer_by, r.program_id,
       mentor_account.name AS mentor_name, mentee_account.name AS mentee_name, profile.headline AS mentee_headline
     FROM request r
     JOIN participation mentor ON mentor.id = r.mentor_id JOIN account mentor_account ON mentor_account.id = mentor.account_id
     JOIN participation mentee ON mentee.id = r.mentee_id JOIN account mentee_account ON mentee_account.id = mentee.account_id
     LEFT JOIN profile ON profile.participation_id = mentee.id
     WHERE r.id = $1`,
    [idIn(input, 'requestId')],
  );
  const reader = await readerOf(db, input.accountId);
  const program = await programOf(db, request?.program_id ?? null);
  if (request === undefined || reader === null || program === null) return new Stale('it was deleted');
  if (request.state !== state) return new Stale(`the request is ${request.state} now`);
  return { reader, program, request };
}
