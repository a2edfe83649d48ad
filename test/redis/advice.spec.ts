import { jest } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { OsProcess } from '../support/os-process.js';
import { TestRedis } from '../support/redis.js';

jest.setTimeout(60_000);

describe('a worker on a Redis that drops jobs', () => {
  let database: TestDatabase;
  let redis: TestRedis;
  let worker: OsProcess | undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
    redis = await TestRedis.start({ 'maxmemory-policy': 'allkeys-lru', appendonly: 'no' });
  });
  afterAll(async () => {
    await worker?.kill();
    await redis.stop();
    await database.drop();
  });

  it('says once which settings to change, and works', async () => {
    worker = new OsProcess('worker', {
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      SMTP_URL: 'smtp://127.0.0.1:9',
      AUTH_SECRET: 'only-for-this-suite-'.repeat(3),
      LOG_LEVEL: 'warn',
    });
    while (!worker.output.includes('appendonly') && !worker.isOver) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(worker.isOver).toBe(false);
    expect((await worker.terminate()).ended).toBe(0);
    const said = worker.output.split('\n').filter((line) => line.startsWith('{'));
    expect(said.filter((line) => line.includes('maxmemory-policy allkeys-lru'))).toHaveLength(1);
    expect(said.filter((line) => line.includes('appendonly no'))).toHaveLength(1);
  });
});
