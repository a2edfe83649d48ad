import { jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { runMigrations } from '../../apps/migrate/src/run-migrations.js';
import { MatchingWorld, type RunBody } from '../support/matching-world.js';
import { OsProcess } from '../support/os-process.js';
import { OwnPostgres } from '../support/own-postgres.js';

jest.setTimeout(150_000);

const MENTORS = 150;

describe('a match run while PostgreSQL is restarted', () => {
  let postgres: OwnPostgres;
  let world: MatchingWorld;
  let worker: OsProcess;

  beforeAll(async () => {
    postgres = await OwnPostgres.start();
    await runMigrations(postgres.url);
    world = await MatchingWorld.start({ DATABASE_URL: postgres.url });
    await world.populate(MENTORS, 220);
    worker = new OsProcess('worker', {
      DATABASE_URL: postgres.url,
      AUTH_SECRET: world.api.config.auth.secret,
      SMTP_URL: 'smtp://127.0.0.1:9',
      LOG_LEVEL: 'warn',
    });
  });
  afterAll(async () => {
    await worker.kill();
    await world.stop();
    await postgres.stop();
  });

  async function read(runId: string): Promise<RunBody | null> {
    const { status, body } = await world.call('get', `/runs/${runId}`);
    return status === 200 ? (body as RunBody) : null;
  }

  it.each([0, 150, 400])('%i ms after it began still succeeds, once', async (afterMs) => {
    const cohortId = await world.closedCohort();
    const { body } = await world.call('post', `/cohorts/${cohortId}/runs`);
    const { id: runId } = body as { id: string };
    while ((await read(runId))?.state === 'queued') await sleep(10);
    await sleep(afterMs);
    await postgres.crash();
    await sleep(500);
    await postgres.resume();
    for (;;) {
      const run = await read(runId);
      if (run !== null && !['queued', 'running'].includes(run.state)) {
        expect(run).toMatchObject({ state: 'succeeded', pairs: MENTORS, failure: null });
        break;
      }
      await sleep(100);
    }
    expect(worker.isOver).toBe(false);
  });
});
