import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Redis } from 'ioredis';
import { findFreePort } from '../../apps/standalone/src/embedded-postgres/free-port.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { TestRedis } from '../support/redis.js';
import { TestSmtp } from '../support/smtp.js';

jest.setTimeout(120_000);

const root = join(import.meta.dirname, '../..');

describe('the processes one by one, on PostgreSQL and Redis', () => {
  const children: ChildProcess[] = [];
  let database: TestDatabase;
  let redis: TestRedis;
  let smtp: TestSmtp;
  let env: Record<string, string>;

  beforeAll(async () => {
    [database, redis, smtp] = await Promise.all([createTestDatabase(), TestRedis.start(), TestSmtp.start()]);
    env = {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      SMTP_URL: smtp.url,
      AUTH_SECRET: 'only-for-this-suite-'.repeat(3),
      PORT: String(await findFreePort()),
      LOG_LEVEL: 'error',
    };
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await Promise.all([smtp.stop(), redis.stop()]);
    await database.drop();
  });

  function run(file: string): ChildProcess {
    const child = spawn(process.execPath, [join(root, file)], { cwd: root, env, stdio: 'inherit' });
    children.push(child);
    return child;
  }

  async function exitCode(child: ChildProcess): Promise<unknown> {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    return ((await once(child, 'exit')) as unknown[])[0];
  }

  async function eventually(check: () => Promise<boolean>): Promise<boolean> {
    for (let waited = 0; waited < 30_000; waited += 200) {
      if (await check().catch(() => false)) return true;
      await sleep(200);
    }
    return false;
  }

  it('migrate ends well, API and worker become ready, and stop on SIGTERM even while Redis is away', async () => {
    expect(await exitCode(run('dist/apps/migrate/src/main.js'))).toBe(0);
    const worker = run('dist/apps/worker/src/main.js');
    const api = run('dist/apps/api/src/main.js');
    const address = `http://127.0.0.1:${env['PORT']}`;
    expect(await eventually(async () => (await fetch(`${address}/health/ready`)).ok)).toBe(true);
    expect(await eventually(async () => (await exitCode(run('docker/worker-health.mjs'))) === 0)).toBe(true);

    const client = new Redis(redis.url);
    client.on('error', () => undefined);
    expect(await eventually(async () => (await client.keys('*:meta')).length > 0)).toBe(true);
    client.disconnect();

    await redis.crash();
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    // Asked to stop while Redis is away, as in a rolling restart on a bad day.
    for (const child of [api, worker]) {
      const before = performance.now();
      child.kill('SIGTERM');
      await exitCode(child);
      expect(child.exitCode).toBe(0);
      expect(performance.now() - before).toBeLessThan(20_000);
    }
  });
});
