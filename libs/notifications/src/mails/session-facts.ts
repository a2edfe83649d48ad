import type { Database } from '#database';
import { idIn, type MailInput, numberIn, Stale } from './mail.js';
import {
  nameOf,
  programOf,
  type ProgramFacts,
  type Reader,
  readerOf,
  type ReaderRow,
  toReader,
} from './people.js';

interface SessionRow {
  state: string;
  version: number;
  sequence: number;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  location: string;
  mentorship_id: string;
  program_id: string;
  cancelled_by: string | null;
  cancel_reason: string | null;
  mentorship_state: string;
  mentor_account_id: string;
}

/** What mails about a session say. */
export interface SessionFacts {
  readonly reader: Reader;
  readonly program: ProgramFacts;
  readonly session: SessionRow;
  /** Everybody who takes part, the reader included. */
  readonly attendees: readonly Reader[];
  /** What the reader is in the pair. */
  readonly side: 'mentee' | 'mentor';
}

/** Nobody is called to a session of a relationship that is over. */
const OVER: ReadonlySet<string> = new Set(['ended', 'completed']);

/** A session as it is now, or stale when it is in another state or its version is not the one that the mail is about. */
export async function sessionFacts(
  db: Database,
  input: MailInput,
  state: 'scheduled' | 'cancelled',
): Promise<SessionFacts | Stale> {
  const sessionId = idIn(input, 'sessionId');
  const [session] = await db.query<SessionRow>(
    `SELECT s.state, s.version, s.sequence, s.starts_at, s.ends_at, s.time_zone, s.location, s.mentorship_id, s.program_id,
       s.cancelled_by, s.cancel_reason, m.state AS mentorship_state,
       mentor.account_id AS mentor_account_id
     FROM session s JOIN mentorship m ON m.id = s.mentorship_id JOIN participation mentor ON mentor.id = m.mentor_id
     WHERE s.id = $1`,
    [sessionId],
  );
  const reader = await readerOf(db, input.accountId);
  const program = await programOf(db, session?.program_id ?? null);
  if (session === undefined || reader === null || program === null) return new Stale('it was deleted');
  if (session.version !== numberIn(input, 'version')) return new Stale('the session was changed since');
  if (session.state !== state) return new Stale(`the session is ${session.state} now`);
  if (state === 'scheduled' && OVER.has(session.mentorship_state))
    return new Stale(`the mentorship is ${session.mentorship_state}`);
  const rows = await db.query<ReaderRow>(
    `SELECT a.id, a.name, a.email, a.time_zone, a.locale
     FROM session_attendee s JOIN account a ON a.id = s.account_id WHERE s.session_id = $1 ORDER BY a.name, a.id`,
    [sessionId],
  );
  const attendees = rows.map((row) => toReader({ ...row, name: nameOf(row) }));
  const side = session.mentor_account_id === reader.accountId ? 'mentor' : 'mentee';
  return { reader, program, session, attendees, side };
}

/** Whether the relationship is over. */
export function isOver({ session }: SessionFacts): boolean {
  return OVER.has(session.mentorship_state);
}
