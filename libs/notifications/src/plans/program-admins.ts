import type { Database } from '#database';

/** Accounts of the people who run a program. */
export async function programAdmins(db: Database, programId: string): Promise<string[]> {
  const rows = await db.query<{ account_id: string }>(
    `SELECT DISTINCT account_id FROM participation
     WHERE program_id = $1 AND role IN ('owner', 'coordinator') AND state IN ('approved', 'active', 'paused')
     ORDER BY account_id`,
    [programId],
  );
  return rows.map((row) => row.account_id);
}
