import { loadConfig } from '#config';
import { jest } from '@jest/globals';
import pg from 'pg';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { FaultSite } from '../support/fault-site.js';

jest.setTimeout(90_000);

const SENTENCE = 'run "node dist/apps/migrate/src/main.js" first';

describe('a database that nobody has migrated', () => {
  let site: FaultSite;
  let env: Record<string, string>;

  beforeAll(async () => {
    site = await FaultSite.start();
    await onServer('CREATE DATABASE');
    const url = new URL(site.app.databaseUrl);
    url.pathname += '_empty';
    env = { DATABASE_URL: url.href };
  });
  afterAll(async () => {
    await site.killProcesses();
    // PostgreSQL takes a moment to notice that a killed process is gone.
    await onServer('DROP DATABASE', 'WITH (FORCE)');
    await site.stop();
  });

  async function onServer(command: string, options = ''): Promise<void> {
    const client = new pg.Client({ connectionString: site.app.databaseUrl });
    await client.connect();
    await client.query(`${command} ${client.escapeIdentifier(`${client.database}_empty`)} ${options}`);
    await client.end();
  }

  it('is refused by the worker, and the API is not ready, until migrate has run', async () => {
    await expect(createWorker(loadConfig({ ...site.env, ...env, LOG_LEVEL: 'silent' }))).rejects.toThrow(
      SENTENCE,
    );
    const [refused, api] = [site.startWorker(env), await site.launchApi(env)];
    expect(await refused.ended).toBe(1);
    expect(refused.output).toContain(SENTENCE);
    expect(refused.output.length).toBeLessThan(2_000);
    await site.until(async () => (await site.statusOf('/health/live')) === 200, 'the API lives');
    expect(await site.statusOf('/health/ready')).toBe(503);

    expect(await site.migrate(env)).toBe(0);
    expect(await site.statusOf('/health/ready')).toBe(200);
    const worker = site.startWorker(env);
    const client = new pg.Client({ connectionString: env['DATABASE_URL']! });
    await client.connect();
    await site.until(async () => {
      const { rowCount } = await client.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'rapport-worker'`,
      );
      return (rowCount ?? 0) > 0;
    }, 'the worker is connected');
    await client.end();
    expect(worker.isOver).toBe(false);
    const { ended, ms } = await api.terminate();
    expect(ended).toBe(0);
    expect(ms).toBeLessThan(10_000);
  });
});
