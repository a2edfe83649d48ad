import type { MentorshipEntity } from '#mentorships/entities';
import { Outbox } from '#outbox';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildMentorship } from '../support/factories/mentorship.factory.js';
import { NotificationsApp } from '../support/notifications-app.js';

const WORKER = join(import.meta.dirname, '../../dist/apps/worker/src/main.js');
const PAIRS = 30;
const KILLS = 4;
const CONCURRENCY = 4;

describe('a worker that is killed again and again while it sends', () => {
  let app: NotificationsApp;
  let worker: ChildProcess | null = null;

  beforeAll(async () => {
    app = await NotificationsApp.start();
  }, 60_000);
  afterAll(async () => {
    worker?.kill('SIGKILL');
    await app.stop();
  }, 60_000);

  function startWorker(): ChildProcess {
    return spawn(process.execPath, [WORKER], {
      stdio: 'ignore',
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: app.databaseUrl,
        AUTH_SECRET: app.secret,
        SMTP_URL: app.smtp.url,
        PUBLIC_URL: 'https://rapport.test',
        LOG_LEVEL: 'silent',
        WORKER_POLL_MS: '100',
        WORKER_MAIL_CONCURRENCY: String(CONCURRENCY),
      },
    });
  }

  /** As if the time of a lease had passed: what the dead worker held is free. */
  const endLeases = () =>
    app.db.query(
      `UPDATE delivery SET claimed_until = now() - interval '1 second', next_ring_at = now() WHERE state = 'claimed'`,
    );

  const unsent = async (): Promise<number> => {
    const [row] = await app.db.query<{ count: number }>(
      `SELECT ((SELECT count(*) FROM delivery WHERE state <> 'sent') +
         (SELECT count(*) FROM outbox_event WHERE done_at IS NULL))::int AS count`,
    );
    return row!.count;
  };

  it('loses nothing, and repeats at most what it was just sending, with the same Message-ID', async () => {
    const pairs: MentorshipEntity[] = [];
    for (let index = 0; index < PAIRS; index += 1) pairs.push(await buildMentorship(app.db));
    await app.module.get(Outbox).append(
      ...pairs.map((pair) => ({
        type: 'mentorship.started.v1' as const,
        payload: { mentorshipId: pair.id },
        programId: pair.programId,
        subjectId: pair.id,
      })),
    );
    app.smtp.behave({ delayMs: 120 });
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const before = app.smtp.mails.length;
      worker = startWorker();
      await app.smtp.waitFor(Math.min(before + 6, 2 * PAIRS), undefined, 30_000);
      worker.kill('SIGKILL');
      await once(worker, 'exit');
      await endLeases();
    }
    app.smtp.behaveWell();
    worker = startWorker();
    for (let waited = 0; waited < 450 && (await unsent()) > 0; waited += 1) await sleep(100);
    worker.kill('SIGTERM');
    await once(worker, 'exit');

    const deliveries = await app.deliveries();
    expect(deliveries).toHaveLength(2 * PAIRS);
    expect(deliveries.filter((one) => one.state !== 'sent')).toEqual([]);
    const arrived = app.smtp.mails.map((mail) => mail.messageId);
    expect(new Set(arrived)).toEqual(new Set(deliveries.map((one) => one.message_id)));
    expect(arrived.length - 2 * PAIRS).toBeLessThanOrEqual(KILLS * CONCURRENCY);
  }, 180_000);
});
