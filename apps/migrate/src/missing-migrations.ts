import type { Database } from '#database';
import { migrations } from './migrations/index.js';

/** The names of the migrations that this build needs and that the database has not had, oldest first. */
export async function missingMigrations(db: Database): Promise<string[]> {
  const needed = migrations.map(({ name }) => name);
  const [table] = await db.query<{ there: boolean }>(
    `SELECT to_regclass('schema_migration') IS NOT NULL AS there`,
  );
  if (table?.there !== true) return needed;
  const done = await db.query<{ name: string }>(`SELECT name FROM schema_migration`);
  const names = new Set(done.map(({ name }) => name));
  return needed.filter((name) => !names.has(name));
}
