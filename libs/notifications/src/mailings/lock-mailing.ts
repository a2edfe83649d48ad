import type { Database } from '#database';
import type { MailingState } from '#lifecycle';
import { MailingUnknownError } from '../notifications.errors.js';

/** What decides about a mailing's next move. */
export interface LockedMailing {
  readonly state: MailingState;
  readonly version: number;
}

/** Takes the row until the transaction ends. @throws MailingUnknownError */
export async function lockMailing(db: Database, id: string, programId: string): Promise<LockedMailing> {
  const [row] = await db.query<LockedMailing>(
    `SELECT state, version FROM mailing WHERE id = $1 AND program_id = $2 FOR UPDATE`,
    [id, programId],
  );
  if (row === undefined) throw new MailingUnknownError();
  return row;
}
