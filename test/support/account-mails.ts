import { MailTokens } from '#accounts';
import type { TestApi } from './api-app.js';

/** The links that account mails owed to an address would carry, the newest last: what follows /l/. */
export async function linksFor(api: TestApi, email: string, type?: string): Promise<string[]> {
  const rows = await api.sql<{ token: string }>(
    `SELECT e.payload ->> 'tokenId' AS token FROM outbox_event e JOIN account a ON a.id = e.subject_id
     WHERE a.email = $1 AND e.type LIKE $2 AND e.payload ? 'tokenId' ORDER BY e.created_at, e.id`,
    [email, type ?? 'account.%'],
  );
  const tokens = api.app.get(MailTokens, { strict: false });
  return rows.map((row) => tokens.urlTokenOf(row.token));
}
