import type { Database } from '#database';

/**
 * Accounts of the people who run a program; coordinators who see to one site only if it is that of somebody concerned.
 *
 * @param concerned participations
 */
export async function programAdmins(
  db: Database,
  programId: string,
  concerned: readonly string[],
): Promise<string[]> {
  const rows = await db.query<{ account_id: string }>(
    `SELECT DISTINCT o.account_id FROM participation o
     WHERE o.program_id = $1 AND o.role IN ('owner', 'coordinator') AND o.state IN ('approved', 'active', 'paused')
       AND (o.limited_to_site IS NULL OR EXISTS (
         SELECT 1 FROM participation p WHERE p.id = ANY($2::uuid[]) AND p.site = o.limited_to_site))
     ORDER BY 1`,
    [programId, concerned],
  );
  return rows.map((row) => row.account_id);
}
