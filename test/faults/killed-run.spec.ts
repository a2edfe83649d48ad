import { jest } from '@jest/globals';
import { audit, NOTHING_WRONG } from '../support/audit.js';
import { holdTable } from '../support/hold-table.js';
import { MatchingWorld } from '../support/matching-world.js';
import { OsProcess } from '../support/os-process.js';
import { TestSmtp } from '../support/smtp.js';

jest.setTimeout(150_000);

const MENTORS = 12;

describe('a match run whose worker is killed', () => {
  let world: MatchingWorld;
  let smtp: TestSmtp;
  const workers: OsProcess[] = [];

  beforeAll(async () => {
    smtp = await TestSmtp.start();
    world = await MatchingWorld.start({ SMTP_URL: smtp.url });
  });
  afterAll(async () => {
    for (const worker of workers) await worker.kill();
    await world.stop();
    await smtp.stop();
  });

  function startWorker(): OsProcess {
    const worker = new OsProcess('worker', {
      DATABASE_URL: world.api.config.database.url,
      AUTH_SECRET: world.api.config.auth.secret,
      SMTP_URL: smtp.url,
      LOG_LEVEL: 'warn',
    });
    workers.push(worker);
    return worker;
  }

  it('is begun anew by another within the lease, and is published once', async () => {
    await world.populate(MENTORS, 20);
    const cohortId = await world.closedCohort();
    const { body } = await world.call('post', `/cohorts/${cohortId}/runs`);
    const { id: runId } = body as { id: string };

    const held = await holdTable(world.api.config.database.url, 'match_pair');
    const first = startWorker();
    // It has computed everything and is about to write the result.
    await held.somebodyWaits();
    await first.kill();
    const killed = performance.now();
    await held.release();
    await held.nobodyWaits();
    expect((await world.call('get', `/runs/${runId}`)).body).toMatchObject({ state: 'running', pairs: 0 });

    startWorker();
    expect(await world.ended(runId)).toMatchObject({ state: 'succeeded', pairs: MENTORS });
    expect(performance.now() - killed).toBeLessThan(45_000);

    const answers = await Promise.all([1, 2, 3].map(() => world.call('post', `/runs/${runId}/publish`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await smtp.waitFor(2 * MENTORS, undefined, 60_000);
    for (;;) {
      const { owed, unfinished } = await audit(world.db, smtp.mails);
      if (owed.length + unfinished.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await audit(world.db, smtp.mails)).toMatchObject({ ...NOTHING_WRONG, copies: 0 });
    const [row] = await world.db.query<{ count: number }>(`SELECT count(*)::int AS count FROM mentorship`);
    expect(row).toEqual({ count: MENTORS });
  });
});
