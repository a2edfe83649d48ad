import { DataSource } from 'typeorm';
import { migrationDataSource } from '../../apps/migrate/src/data-source.js';
import { migrations } from '../../apps/migrate/src/migrations/index.js';
import { runMigrations, schemaDrift } from '../../apps/migrate/src/run-migrations.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';

describe('the schema', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase();
  });

  afterEach(async () => {
    await database.drop();
  });

  async function sql<Row>(text: string): Promise<Row[]> {
    const source = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    try {
      return await source.query<Row[]>(text);
    } finally {
      await source.destroy();
    }
  }

  const empty = (): Promise<unknown> =>
    sql('DROP SCHEMA public CASCADE; CREATE SCHEMA public; DROP SCHEMA IF EXISTS bullmq CASCADE');

  it('is what the entities say', async () => {
    expect(await schemaDrift(database.url)).toEqual([]);
  });

  it('would be missed where it is not', async () => {
    await sql('ALTER TABLE session_attendee DROP CONSTRAINT session_attendee_no_double_booking');
    const drift = await schemaDrift(database.url);
    expect(drift.join()).toContain('session_attendee_no_double_booking');
  });

  it('is made once, however many processes migrate at the same time', async () => {
    await empty();
    const ran = await Promise.all([1, 2, 3].map(() => runMigrations(database.url)));
    expect(ran.map(({ length }) => length).sort()).toEqual([0, 0, migrations.length]);
    expect(await schemaDrift(database.url)).toEqual([]);
    expect(await runMigrations(database.url)).toEqual([]);
  });

  it('can be taken back, step by step', async () => {
    const source = await migrationDataSource(database.url).initialize();
    for (let left = migrations.length; left > 0; left -= 1) await source.undoLastMigration();
    await source.destroy();
    const tables = await sql<{ tablename: string }>(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`,
    );
    expect(tables.map(({ tablename }) => tablename)).toEqual(['schema_migration']);
    await runMigrations(database.url);
    expect(await schemaDrift(database.url)).toEqual([]);
  });

  it('gives every constraint and index a name that says what it is about', async () => {
    const named = await sql<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace WHERE n.nspname = 'public' AND contype <> 'n'
       UNION SELECT indexname FROM pg_indexes WHERE schemaname = 'public'`,
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.map(({ name }) => name).filter((name) => /[0-9a-f]{16,}/.test(name))).toEqual([]);
  });
});
