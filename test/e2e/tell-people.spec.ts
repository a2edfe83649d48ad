import { loadConfig } from '#config';
import { Database } from '#database';
import type { MentorshipEntity } from '#mentorships/entities';
import { Outbox } from '#outbox';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { buildMentorship } from '../support/factories/mentorship.factory.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { TestSmtp } from '../support/smtp.js';

const PAIRS = 20;

describe('the worker', () => {
  let database: TestDatabase;
  let smtp: TestSmtp;
  const workers: INestApplicationContext[] = [];

  const startWorker = async () => {
    const worker = await createWorker(
      loadConfig({
        DATABASE_URL: database.url,
        AUTH_SECRET: 'a server key for tests, long enough to be one',
        SMTP_URL: smtp.url,
        LOG_LEVEL: 'silent',
        WORKER_POLL_MS: '100',
      }),
    );
    workers.push(worker);
    return worker;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    smtp = await TestSmtp.start();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    await smtp.stop();
    await database.drop();
  }, 60_000);

  it('tells both of each pair once, with two workers at it', async () => {
    const [one] = await Promise.all([startWorker(), startWorker()]);
    const db = one.get(Database);
    const pairs: MentorshipEntity[] = [];
    for (let index = 0; index < PAIRS; index += 1) pairs.push(await buildMentorship(db));
    await db.transaction(async () => {
      await one.get(Outbox).append(
        ...pairs.map((pair) => ({
          type: 'mentorship.started.v1' as const,
          payload: { mentorshipId: pair.id },
          programId: pair.programId,
          subjectId: pair.id,
        })),
      );
    });
    await smtp.waitFor(2 * PAIRS, undefined, 45_000);
    const owed = async () => {
      const [row] = await db.query<{ events: number; deliveries: number }>(
        `SELECT (SELECT count(*)::int FROM outbox_event WHERE done_at IS NULL) AS events,
           (SELECT count(*)::int FROM delivery WHERE state <> 'sent') AS deliveries`,
      );
      return row!;
    };
    const deadline = Date.now() + 10_000;
    while ((await owed()).deliveries > 0 && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await owed()).toEqual({ events: 0, deliveries: 0 });
    expect(new Set(smtp.mails.map((mail) => mail.messageId)).size).toBe(2 * PAIRS);
    expect(smtp.mails).toHaveLength(2 * PAIRS);
  }, 90_000);
});
