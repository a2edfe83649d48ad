import { jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { runMigrations } from '../../apps/migrate/src/run-migrations.js';
import { NOTHING_WRONG } from '../support/audit.js';
import { FaultSite } from '../support/fault-site.js';
import { OwnPostgres } from '../support/own-postgres.js';

jest.setTimeout(120_000);

describe('PostgreSQL that is stopped at once and started again, twice, under load', () => {
  let postgres: OwnPostgres;
  let site: FaultSite;

  beforeAll(async () => {
    postgres = await OwnPostgres.start();
    await runMigrations(postgres.url);
    site = await FaultSite.start({ database: { url: postgres.url, drop: () => Promise.resolve() } });
  });
  afterAll(async () => {
    await site.stop();
    await postgres.stop();
  });

  it('API and worker recover by themselves; nothing is lost, nothing doubled', async () => {
    const worker = site.startWorker();
    const api = await site.startApi();
    site.smtp.behave({ delayMs: 100 });
    await site.oweIntros(30);

    const accepted: string[] = [];
    let registering = true;
    const register = async (): Promise<void> => {
      for (let index = 0; registering; index += 1) {
        const email = `restart${index}@example.org`;
        if ((await site.register(email)) === 202) accepted.push(email);
        await sleep(150);
      }
    };
    const load = register();
    for (const arrived of [8, 25]) {
      await site.smtp.waitFor(arrived, undefined, 30_000);
      await postgres.crash();
      const answer = await site.register('away@example.org');
      expect(answer).toBe(503);
      await postgres.resume();
      await site.until(() => site.isReady(), 'the API is ready again', 15_000);
    }
    const before = accepted.length;
    await site.until(() => Promise.resolve(accepted.length >= before + 3), 'people can register again');
    registering = false;
    await load;
    // A claim whose answer was lost with the connection is held by nobody; its lease would be over after 90 seconds.
    await site.until(
      async () => {
        await site.endLeases(15);
        const { owed, unfinished } = await site.audit();
        return owed.length + unfinished.length === 0;
      },
      'nothing is owed',
      60_000,
    );

    expect(api.isOver || worker.isOver).toBe(false);
    expect(await site.audit()).toMatchObject({ ...NOTHING_WRONG, copies: 0 });
    expect(accepted.filter((email) => site.mailsTo(email).length !== 1)).toEqual([]);
    const intros = site.smtp.mails.filter(({ to }) => !to[0]!.startsWith('restart'));
    expect(intros).toHaveLength(60);
  });
});
