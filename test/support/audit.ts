import type { Database } from '#database';
import type { CaughtMail } from './smtp.js';

/** What the database and the mail catcher say after a fault; the lists are empty when all went well. */
export interface Audit {
  readonly deliveries: number;
  /** Mails that arrived beyond one for each Message-ID. */
  readonly copies: number;
  /** More than one row for an event, recipient and channel. */
  readonly doubled: readonly unknown[];
  /** Rows that nobody has finished. */
  readonly unfinished: readonly unknown[];
  /** Events that are due and not done. */
  readonly owed: readonly unknown[];
  /** Message-IDs of mails that are marked as sent and never arrived. */
  readonly lost: readonly string[];
  /** Message-IDs that arrived without a row that is marked as sent. */
  readonly unknown: readonly string[];
  /** Message-IDs whose copies differ in recipient or subject. */
  readonly mixed: readonly string[];
}

/** The part of an audit that must always hold. */
export const NOTHING_WRONG = { doubled: [], unfinished: [], owed: [], lost: [], unknown: [], mixed: [] };

/** Compares what is owed with what arrived. */
export async function audit(db: Database, mails: readonly CaughtMail[]): Promise<Audit> {
  const deliveries = await db.query<{ id: string; state: string; message_id: string }>(
    `SELECT id, state, message_id FROM delivery`,
  );
  const doubled = await db.query(
    `SELECT event_id, recipient_key, channel, count(*) FROM delivery GROUP BY 1, 2, 3 HAVING count(*) > 1`,
  );
  const unfinished = await db.query(
    `SELECT id, state, attempts, last_error FROM delivery WHERE state IN ('pending', 'claimed')`,
  );
  const owed = await db.query(
    `SELECT id, type, rings, last_error FROM outbox_event WHERE done_at IS NULL AND due_at <= now()`,
  );
  const sent = new Set(deliveries.filter((one) => one.state === 'sent').map((one) => one.message_id));
  const contents = new Map<string, Set<string>>();
  for (const { messageId, to, subject } of mails) {
    const known = contents.get(messageId) ?? new Set();
    contents.set(messageId, known.add(`${to.join(',')} ${subject}`));
  }
  return {
    deliveries: deliveries.length,
    copies: mails.length - contents.size,
    doubled,
    unfinished,
    owed,
    lost: [...sent].filter((id) => !contents.has(id)),
    unknown: [...contents.keys()].filter((id) => !sent.has(id)),
    mixed: [...contents].filter(([, different]) => different.size > 1).map(([id]) => id),
  };
}
