import { Database } from '#database';
import { PurgeOldRows } from '../../../apps/worker/src/schedules/purge-old-rows.js';
import { oldRows } from '../../../apps/worker/src/schedules/old-rows.js';
import { buildAccount } from '../../support/factories/account.factory.js';
import { NotificationsApp } from '../../support/notifications-app.js';

let app: NotificationsApp;
let accountId: string;

beforeAll(async () => {
  app = await NotificationsApp.start();
  accountId = (await buildAccount(app.db)).id;
}, 60_000);
afterAll(() => app.stop());
beforeEach(() => app.db.query(`TRUNCATE ${oldRows.map(({ table }) => table).join(', ')} CASCADE`));

const purge = () => new PurgeOldRows(app.module.get(Database)).purge();
const left = async (table: string, column: string): Promise<string[]> => {
  const rows = await app.db.query<{ name: string }>(`SELECT ${column} AS name FROM ${table} ORDER BY 1`);
  return rows.map(({ name }) => name);
};

describe('purging old rows', () => {
  it('forgets links by mail thirty days after their time', async () => {
    await app.db.query(
      `INSERT INTO mail_token (id, account_id, purpose, created_at, expires_at)
       SELECT gen_random_uuid(), $1, days || ' days', now() - interval '1 year', now() - make_interval(days => days)
       FROM unnest(ARRAY[-1, 1, 29, 31, 300]) AS days`,
      [accountId],
    );
    await purge();
    expect(await left('mail_token', 'purpose')).toEqual(['-1 days', '1 days', '29 days']);
  });

  it('forgets devices that are signed out, and the steps between the first and the newest of those that are not', async () => {
    await app.db.query(
      `INSERT INTO refresh_token (id, family_id, account_id, token_hash, created_at, expires_at)
       SELECT ('00000000-0000-7000-8000-' || lpad(family || '0' || step, 12, '0'))::uuid,
         ('00000000-0000-7000-8000-' || lpad(family::text, 12, '0'))::uuid, $1, family || '-' || step,
         now() - interval '1 year', now() - make_interval(days => days)
       FROM (VALUES (1, 1, 300), (1, 2, 40), (2, 1, 300), (2, 2, 200), (2, 3, -30), (3, 1, 20)) AS t(family, step, days)`,
      [accountId],
    );
    await purge();
    expect(await left('refresh_token', 'token_hash')).toEqual(['2-1', '2-3', '3-1']);
  });

  it('forgets counters that have begun anew, and answers to repetitions after a day', async () => {
    await app.db.query(
      `INSERT INTO rate_counter (key, count, resets_at)
       VALUES ('over', 3, now() - interval '1 minute'), ('running', 3, now() + interval '1 hour')`,
    );
    await app.db.query(
      `INSERT INTO idempotency_key (owner, key, request_id, fingerprint, created_at)
       SELECT 'me', hours || ' hours', gen_random_uuid(), 'x', now() - make_interval(hours => hours)
       FROM unnest(ARRAY[1, 23, 25]) AS hours`,
    );
    await purge();
    expect(await left('rate_counter', 'key')).toEqual(['running']);
    expect(await left('idempotency_key', 'key')).toEqual(['1 hours', '23 hours']);
  });

  it('forgets events of which nothing is owed, with their mails', async () => {
    await app.db.query(
      `INSERT INTO outbox_event (id, type, subject_id, payload, due_at, next_ring_at, created_at, done_at)
       SELECT gen_random_uuid(), name, gen_random_uuid(), '{}', now(), now(), now() - interval '1 year',
         CASE WHEN days IS NULL THEN NULL ELSE now() - make_interval(days => days) END
       FROM (VALUES ('fresh', 80), ('owed', NULL), ('mail waits', 100), ('mail late', 100), ('all over', 100)) AS t(name, days)`,
    );
    await app.db.query(
      `INSERT INTO delivery (id, event_id, recipient_key, kind, subject, state, message_id, next_attempt_at, next_ring_at,
         created_at, finished_at)
       SELECT gen_random_uuid(), e.id, 'x', 'invitation', '{}', state, e.type, now(), now(), now(),
         CASE WHEN days IS NULL THEN NULL ELSE now() - make_interval(days => days) END
       FROM (VALUES ('mail waits', 'pending', NULL), ('mail late', 'sent', 2), ('all over', 'sent', 100)) AS t(name, state, days)
       JOIN outbox_event e ON e.type = t.name`,
    );
    await purge();
    expect(await left('outbox_event', 'type')).toEqual(['fresh', 'mail late', 'mail waits', 'owed']);
    expect(await left('delivery', 'message_id')).toEqual(['mail late', 'mail waits']);
  });

  it('takes small bites, also when several are at it', async () => {
    await app.db.query(
      `INSERT INTO rate_counter (key, count, resets_at)
       SELECT n::text, 1, now() - interval '1 minute' FROM generate_series(1, 1800) AS n`,
    );
    expect(await purge()).toBe(true);
    expect(await left('rate_counter', 'key')).toHaveLength(1_300);
    await Promise.all([purge(), purge()]);
    while (await purge());
    expect(await left('rate_counter', 'key')).toEqual([]);
  });
});
