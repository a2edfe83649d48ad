import { Database } from '#database';
import type { TestApi } from './api-app.js';

/** Counts attempts, so it changes with every request; it holds nothing that anybody owns. */
const VOLATILE = ['rate_counter'];

/** The rows of a whole database at one moment, to be compared with and returned to. */
export class DatabaseSnapshot {
  private constructor(
    private readonly db: Database,
    private readonly tables: readonly string[],
  ) {}

  /** Remembers all rows of a test's database. */
  static async take(api: TestApi): Promise<DatabaseSnapshot> {
    const db = api.app.get(Database);
    const rows = await db.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY 1`,
    );
    const tables = rows.map(({ name }) => name);
    await db.query(
      `CREATE SCHEMA kept; ${tables.map((name) => `CREATE TABLE kept.${name} AS TABLE public.${name}`).join('; ')}`,
    );
    return new DatabaseSnapshot(db, tables);
  }

  /** Brings all rows back. */
  async restore(): Promise<void> {
    await this.db.query(
      `BEGIN; SET LOCAL session_replication_role = replica; TRUNCATE ${this.tables.join(', ')};
       ${this.tables.map((name) => `INSERT INTO public.${name} SELECT * FROM kept.${name};`).join('\n')} COMMIT`,
    );
  }

  /** The number of rows and a hash of their contents, by table: equal when nothing was touched. */
  async digest(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ name: string; digest: string }>(
      this.tables
        .filter((name) => !VOLATILE.includes(name))
        .map(
          (name) =>
            `SELECT '${name}' AS name, count(*) || ' rows ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS digest
             FROM public.${name} t`,
        )
        .join(' UNION ALL '),
    );
    return new Map(rows.map(({ name, digest }) => [name, digest]));
  }
}
