import type { Database } from '#database';
import type { MailAddress } from '#mail';
import { DEFAULT_SETTINGS, type ProgramSettings } from '#programs';

/** Whoever reads the mail. */
export interface Reader {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
  /** For example `en` or `de-AT`. */
  readonly locale: string;
}

/** The program that a mail belongs to. */
export interface ProgramFacts {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly settings: ProgramSettings;
  /** Who mails come from. */
  readonly senderName: string;
  /** The person who reads answers. */
  readonly contact: MailAddress | null;
}

/** The account that a mail goes to; null when it was deleted. */
export async function readerOf(db: Database, accountId: string | null): Promise<Reader | null> {
  if (accountId === null) return null;
  const [row] = await db.query<ReaderRow>(
    `SELECT id, name, email, time_zone, locale FROM account WHERE id = $1`,
    [accountId],
  );
  return row === undefined ? null : toReader(row);
}

/** An account as mails know it. */
export interface ReaderRow {
  id: string;
  name: string;
  email: string;
  time_zone: string;
  locale: string;
}

/** The reader of a row. */
export function toReader({ id, name, email, time_zone: timeZone, locale }: ReaderRow): Reader {
  return { accountId: id, name, email, timeZone, locale };
}

interface ProgramRow {
  id: string;
  name: string;
  time_zone: string;
  settings: object;
  contact_name: string | null;
  contact_email: string | null;
}

/**
 * A program with the person to write to: whom it names, or its longest-serving coordinator who sees to all of it, or else
 * owner.
 */
export async function programOf(db: Database, programId: string | null): Promise<ProgramFacts | null> {
  const [row] = await db.query<ProgramRow>(
    `SELECT p.id, p.name, p.time_zone, p.settings, contact.name AS contact_name, contact.email AS contact_email
     FROM program p LEFT JOIN LATERAL (
       SELECT a.name, a.email FROM participation o JOIN account a ON a.id = o.account_id
       WHERE o.program_id = p.id AND o.role IN ('coordinator', 'owner') AND o.state IN ('approved', 'active')
         AND o.limited_to_site IS NULL
       ORDER BY o.role, o.created_at, o.id LIMIT 1) contact ON true
     WHERE p.id = $1`,
    [programId],
  );
  if (row === undefined) return null;
  const settings = { ...DEFAULT_SETTINGS, ...row.settings };
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    settings,
    senderName: settings.mailSenderName.trim() || row.name,
    contact: contactOf(row, settings),
  };
}

function contactOf(
  { contact_name: name, contact_email: address }: ProgramRow,
  { mailReplyTo: named }: ProgramSettings,
): MailAddress | null {
  if (named !== null) return { name: named.name, address: named.email };
  return name === null || address === null ? null : { name, address };
}

/** A name as texts show it: an account without one is called by its address. */
export function nameOf({ name, email }: { name: string; email: string }): string {
  return name.trim() === '' ? email : name;
}
