import { migrateQueues } from '#queue';
import { migrationDataSource } from './data-source.js';

/** Key of the advisory lock that lets one process migrate at a time. */
const LOCK_KEY = 7_227_001;

/**
 * Brings the database to the newest schema, ours and BullMQ's; several processes may call it at the same time.
 *
 * @returns the names of the migrations that ran
 */
export async function runMigrations(databaseUrl: string): Promise<string[]> {
  const dataSource = await migrationDataSource(databaseUrl).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`SELECT pg_advisory_lock($1)`, [LOCK_KEY]);
    const done = await dataSource.runMigrations();
    await migrateQueues(databaseUrl);
    return done.map((migration) => migration.name);
  } finally {
    await runner.query(`SELECT pg_advisory_unlock($1)`, [LOCK_KEY]);
    await runner.release();
    await dataSource.destroy();
  }
}

/** The SQL that would make the database match the entities; empty when nothing drifted. */
export async function schemaDrift(databaseUrl: string): Promise<string[]> {
  const dataSource = await migrationDataSource(databaseUrl).initialize();
  try {
    const log = await dataSource.driver.createSchemaBuilder().log();
    return log.upQueries.map((query) => query.query);
  } finally {
    await dataSource.destroy();
  }
}
