import { Database } from '#database';
import { generateSampleRoster } from '#roster';
import { jest } from '@jest/globals';
import { TestApi, type TestPerson } from '../support/api-app.js';
import { buildParticipation } from '../support/factories/participation.factory.js';
import { buildProgram } from '../support/factories/program.factory.js';
import { holdTable } from '../support/hold-table.js';
import { OsProcess } from '../support/os-process.js';
import { TestSmtp } from '../support/smtp.js';

jest.setTimeout(120_000);

const PEOPLE = 5_000;

describe('an import whose worker is killed half-way', () => {
  let api: TestApi;
  let smtp: TestSmtp;
  let admin: TestPerson;
  let programId: string;
  const workers: OsProcess[] = [];

  beforeAll(async () => {
    smtp = await TestSmtp.start();
    api = await TestApi.start({ SMTP_URL: smtp.url });
    admin = await api.person('Sam Okafor');
    const db = api.app.get(Database);
    programId = (await buildProgram(db, { createdBy: admin.accountId })).id;
    await buildParticipation(db, { programId, accountId: admin.accountId, role: 'owner', source: 'founder' });
  });
  afterAll(async () => {
    for (const worker of workers) await worker.kill();
    await api.stop();
    await smtp.stop();
  });

  function startWorker(): OsProcess {
    const worker = new OsProcess('worker', {
      DATABASE_URL: api.config.database.url,
      AUTH_SECRET: api.config.auth.secret,
      SMTP_URL: smtp.url,
      LOG_LEVEL: 'warn',
    });
    workers.push(worker);
    return worker;
  }

  const count = async (sql: string): Promise<number> => {
    const [row] = await api.sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`);
    return row!.count;
  };

  it('brings in nothing, and everything once when a worker is there again', async () => {
    const { mentorsCsv } = generateSampleRoster({ mentors: PEOPLE, mentees: 1, seed: 'killed' });
    const uploaded = await api.http
      .post(`/v1/programs/${programId}/imports`)
      .set('Authorization', admin.bearer)
      .field('kind', 'mentors')
      .attach('file', Buffer.from(mentorsCsv), 'mentors.csv')
      .expect(201);
    const { id, goodCount } = uploaded.body as { id: string; goodCount: number };
    expect(goodCount).toBe(PEOPLE);
    await api.http
      .post(`/v1/programs/${programId}/imports/${id}/apply`)
      .set('Authorization', admin.bearer)
      .expect(202);

    const held = await holdTable(api.config.database.url, 'profile');
    const first = startWorker();
    // Accounts and participations are written, the profiles wait for us.
    await held.somebodyWaits();
    await first.kill();
    await held.release();
    await held.nobodyWaits();
    expect(await count('account')).toBe(1);
    expect(await count('profile')).toBe(0);
    expect(await count(`participation WHERE role = 'mentor'`)).toBe(0);

    startWorker();
    for (;;) {
      const { body } = await api.http
        .get(`/v1/programs/${programId}/imports/${id}`)
        .set('Authorization', admin.bearer);
      if ((body as { state: string }).state !== 'applying') {
        expect(body).toMatchObject({
          state: 'applied',
          createdCount: PEOPLE,
          updatedCount: 0,
          failure: null,
        });
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(await count('account')).toBe(PEOPLE + 1);
    expect(await count('profile')).toBe(PEOPLE);
    expect(await count(`participation WHERE role = 'mentor'`)).toBe(PEOPLE);
    expect(await count(`outbox_event WHERE type = 'participation.imported.v1'`)).toBe(PEOPLE);
    expect(await count(`inbox_mark WHERE handler = 'profiles.apply-import'`)).toBe(1);
  });
});
