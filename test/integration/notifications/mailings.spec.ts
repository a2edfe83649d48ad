import { ExpandMailing } from '#notifications';
import { MailingEntity } from '#notifications/entities';
import { OwedEvents } from '#outbox';
import type { OwedEvent } from '#contracts';
import type { ProgramEntity } from '#programs/entities';
import { v7 } from 'uuid';
import { buildProgram } from '../../support/factories/program.factory.js';
import { NotificationsApp } from '../../support/notifications-app.js';

const PEOPLE = 10_000;
const BATCH = 500;
const DAY_MS = 86_400_000;
const NOW = new Date('2026-03-01T09:00:00Z');

let app: NotificationsApp;
let program: ProgramEntity;
let mailingId: string;
let eventId: string;

beforeAll(async () => {
  app = await NotificationsApp.start(NOW);
  program = await buildProgram(app.db);
  await app.db.query(
    `WITH people AS (
       INSERT INTO account (id, email, name, time_zone)
       SELECT gen_random_uuid(), 'person-' || n || '@example.org', 'Person ' || n, 'UTC' FROM generate_series(1, $2::int) n
       RETURNING id)
     INSERT INTO participation (id, program_id, account_id, role, state, source)
     SELECT gen_random_uuid(), $1, id, r.role, 'active', 'import' FROM people, (VALUES ('mentee'), ('mentor')) r(role)`,
    [program.id, PEOPLE],
  );
}, 60_000);
afterAll(() => app.stop());

beforeEach(async () => {
  mailingId = v7();
  await app.db.repository(MailingEntity).insert({
    id: mailingId,
    programId: program.id,
    name: 'To everybody',
    segment: {
      audience: 'participants',
      role: null,
      states: ['active'],
      condition: 'not-ready',
      cohortId: null,
    },
    steps: [0, 3].map((afterDays) => ({
      afterDays,
      subject: 'Hello',
      text: 'Dear {{recipient_name}},',
      button: null,
    })),
    state: 'scheduled',
    sendAt: NOW,
    createdAt: NOW,
  });
  eventId = await app.append('mailing.step-due.v1', { mailingId, step: 0 }, { programId: program.id });
});

async function written(): Promise<{ all: number; people: number }> {
  const [row] = await app.db.query<{ all: number; people: number }>(
    `SELECT count(*)::int AS all, count(DISTINCT account_id)::int AS people FROM delivery WHERE mailing_id = $1`,
    [mailingId],
  );
  return row!;
}

const dueEvent = async () =>
  (await app.module.get(OwedEvents).find(eventId)) as OwedEvent<'mailing.step-due.v1'>;

const state = async () => (await app.db.repository(MailingEntity).findOneByOrFail({ id: mailingId })).state;

describe('a mailing to ten thousand', () => {
  it('is written in batches; a worker that dies in the middle repeats nothing and leaves nobody out', async () => {
    const expand = app.module.get(ExpandMailing);
    const after = await expand.writeBatch(await dueEvent(), '');
    expect(await written()).toEqual({ all: BATCH, people: BATCH });
    await expand.writeBatch(await dueEvent(), after!);
    expect(await written()).toEqual({ all: 2 * BATCH, people: 2 * BATCH });

    // Another worker begins anew, also while a third does the same.
    await Promise.all([app.expandMailing(eventId), app.expandMailing(eventId)]);
    expect(await written()).toEqual({ all: PEOPLE, people: PEOPLE });
    expect(await state()).toBe('sending');
    await app.expandMailing(eventId);
    expect(await written()).toEqual({ all: PEOPLE, people: PEOPLE });
    const next = await app.db.query<{ due_at: Date }>(
      `SELECT due_at FROM outbox_event WHERE dedupe_key = $1`,
      [`mailing.step:${mailingId}:1`],
    );
    expect(next).toEqual([{ due_at: new Date(NOW.getTime() + 3 * DAY_MS) }]);
  }, 120_000);

  it('stops between batches when the worker is to end', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(app.expandMailing(eventId, stop.signal)).rejects.toThrow();
    expect(await written()).toEqual({ all: 0, people: 0 });
    expect(await app.module.get(OwedEvents).find(eventId)).not.toBeNull();
  });

  it('that is called off in the middle is written no further, and what waits is dropped', async () => {
    await app.module.get(ExpandMailing).writeBatch(await dueEvent(), '');
    await app.db.query(`UPDATE mailing SET state = 'cancelled' WHERE id = $1`, [mailingId]);
    await app.expandMailing(eventId);
    expect(await written()).toEqual({ all: BATCH, people: BATCH });
    const [first] = await app.deliveries(eventId);
    await app.send(first!.id);
    expect(await app.delivery(first!.id)).toMatchObject({
      state: 'dropped',
      last_error: 'the mailing was cancelled',
    });
    expect(await state()).toBe('cancelled');
  });
});
