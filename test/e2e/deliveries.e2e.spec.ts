import { jest } from '@jest/globals';
import { v7 } from 'uuid';
import type { TestPerson } from '../support/api-app.js';
import { buildAccount } from '../support/factories/account.factory.js';
import { buildParticipation } from '../support/factories/participation.factory.js';
import { MatchingWorld } from '../support/matching-world.js';
import { TestSmtp } from '../support/smtp.js';

jest.setTimeout(60_000);

interface Delivery {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly lastError: string | null;
}

let smtp: TestSmtp;
let world: MatchingWorld;
beforeAll(async () => {
  smtp = await TestSmtp.start();
  world = await MatchingWorld.start({ SMTP_URL: smtp.url });
  await world.startWorker();
});
afterAll(async () => {
  await world.stop();
  await smtp.stop();
});
beforeEach(async () => {
  await world.newProgram();
  smtp.behaveWell();
  smtp.clear();
});

/** Approves somebody over HTTP, which owes them one mail. */
async function approveSomebody(email: string): Promise<void> {
  const account = await buildAccount(world.db, { name: 'Ana Lima', email });
  const { id } = await buildParticipation(world.db, {
    programId: world.programId,
    accountId: account.id,
    state: 'applied',
  });
  const answer = await world.call('post', `/participations/${id}/approve`, { body: {} });
  expect(answer.status).toBe(200);
}

async function listed(query = ''): Promise<Delivery[]> {
  const { status, body } = await world.call('get', `/deliveries${query}`);
  expect(status).toBe(200);
  return (body as { items: Delivery[] }).items;
}

/** Waits until the newest mail of the program is in a state. */
async function newestIn(state: string): Promise<Delivery> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const [newest] = await listed();
    if (newest?.state === state) return newest;
    if (Date.now() > deadline) throw new Error(`The newest mail is ${newest?.state ?? 'missing'}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Writes a mail in a state, as the worker would have left it. */
async function inState(state: string): Promise<string> {
  const [event] = await world.db.query<{ id: string }>(
    `INSERT INTO outbox_event (id, type, program_id, subject_id, payload, due_at, next_ring_at, done_at)
     SELECT $1, 'participation.approved.v1', $2, $1, '{}', now(), now(), now() RETURNING id`,
    [v7(), world.programId],
  );
  const id = v7();
  await world.db.query(
    `INSERT INTO delivery (id, event_id, program_id, recipient_key, account_id, channel, kind, subject, state, message_id,
       next_attempt_at, next_ring_at, created_at)
     VALUES ($1, $2, $3, $4::uuid::text, $4::uuid, 'email', 'application-approved', '{}', $5, $6, now() + interval '1 hour',
       now() + interval '1 hour', now())`,
    [id, event!.id, world.programId, world.owner.accountId, state, `<${id}@rapport.test>`],
  );
  return id;
}

describe('a mail that the server refuses', () => {
  it('is seen by an admin with what the server said, and sent once after it was repaired', async () => {
    smtp.refuseRecipients(550);
    await approveSomebody('ana.failed@example.org');
    const failed = await newestIn('failed');
    expect(failed).toMatchObject({
      kind: 'application-approved',
      recipientName: 'Ana Lima',
      recipientEmail: 'ana.failed@example.org',
      addressSuppressed: true,
      attempts: 1,
      lastError: expect.stringContaining('550') as string,
      nextAttemptAt: null,
    });
    expect(Object.keys(failed)).not.toEqual(expect.arrayContaining(['subject']));

    smtp.behaveWell();
    const tries = await Promise.all(
      [1, 2, 3].map(() => world.call('post', `/deliveries/${failed.id}/retry`)),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const sent = await newestIn('sent');
    expect(sent).toMatchObject({ id: failed.id, addressSuppressed: false, attempts: 2, lastError: null });
    expect(smtp.mails.map(({ messageId }) => messageId)).toEqual([
      expect.stringContaining(failed.id) as string,
    ]);

    const again = await world.call('post', `/deliveries/${failed.id}/retry`);
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({
      code: 'notifications.not-retriable',
      detail: expect.stringContaining('The mail server took this mail') as string,
    });
  });

  it('holds later mails to that address back until one is retried', async () => {
    smtp.refuseRecipients(550);
    await approveSomebody('ana.held@example.org');
    const first = await newestIn('failed');
    smtp.behaveWell();
    const [owed] = await world.db.query<{ id: string }>(
      `SELECT id FROM participation WHERE program_id = $1 AND role = 'mentee'`,
      [world.programId],
    );
    await world.db.query(
      `UPDATE participation SET state = 'applied', application_note = 'again' WHERE id = $1`,
      [owed!.id],
    );
    await world.call('post', `/participations/${owed!.id}/approve`, { body: {} });
    const held = await newestIn('suppressed');
    expect(held.id).not.toBe(first.id);
    expect((await world.call('post', `/deliveries/${held.id}/retry`)).status).toBe(200);
    await newestIn('sent');
    expect(smtp.mails).toHaveLength(1);
  });
});

describe('the mail log', () => {
  it('narrows by state and kind, pages, and counts', async () => {
    for (const state of ['sent', 'sent', 'failed', 'dropped', 'expired']) await inState(state);
    expect(await listed('?state=sent')).toHaveLength(2);
    expect(await listed('?kind=session-reminder')).toEqual([]);
    const first = await world.call('get', '/deliveries?limit=3');
    const { items, nextCursor } = first.body as { items: Delivery[]; nextCursor: string };
    const rest = await listed(`?limit=3&cursor=${nextCursor}`);
    expect([...items, ...rest].map(({ state }) => state)).toEqual([
      'expired',
      'dropped',
      'failed',
      'sent',
      'sent',
    ]);
    const counts = await world.call('get', '/deliveries/counts');
    expect(counts.body).toEqual({
      total: 5,
      items: [
        { kind: 'application-approved', state: 'dropped', count: 1 },
        { kind: 'application-approved', state: 'expired', count: 1 },
        { kind: 'application-approved', state: 'failed', count: 1 },
        { kind: 'application-approved', state: 'sent', count: 2 },
      ],
    });
  });

  it.each(['state=lost', 'kind=poem', 'limit=0', 'cursor=x', 'foo=1'])('refuses ?%s', async (query) => {
    expect((await world.call('get', `/deliveries?${query}`)).status).toBe(422);
  });

  it.each([
    ['sent', 'spam folder'],
    ['dropped', 'no longer true'],
    ['pending', 'waits to be sent'],
    ['claimed', 'being sent right now'],
  ])('says why a mail that is %s can’t be retried', async (state, words) => {
    const id = await inState(state);
    const { status, body } = await world.call('post', `/deliveries/${id}/retry`);
    expect(status).toBe(409);
    expect(body).toMatchObject({ params: { state }, detail: expect.stringContaining(words) as string });
  });
});

describe('who may read it', () => {
  const routes = async () => {
    const id = await inState('failed');
    return [
      ['get', '/deliveries'],
      ['get', '/deliveries/counts'],
      ['post', `/deliveries/${id}/retry`],
    ] as const;
  };
  const statuses = async (as: TestPerson): Promise<number[]> => {
    const answers = [];
    for (const [method, path] of await routes())
      answers.push((await world.call(method, path, { as })).status);
    return answers;
  };

  it.each([
    ['coordinator', [200, 200, 200]],
    ['sponsor', [403, 200, 403]],
    ['mentor', [403, 403, 403]],
    ['mentee', [403, 403, 403]],
  ] as const)('%s: %j', async (role, expected) => {
    expect(await statuses(await world.member(`Role ${role}`, role))).toEqual(expected);
  });

  it('strangers learn nothing, and nobody comes in without a token', async () => {
    const stranger = await world.api.person('Stella Stranger');
    expect(await statuses(stranger)).toEqual([404, 404, 404]);
    for (const [method, path] of await routes())
      expect((await world.api.http[method](world.path(path))).status).toBe(401);
  });

  it('a mail of another program is not found', async () => {
    const foreign = await inState('failed');
    await world.newProgram();
    for (const id of [foreign, v7(), 'nonsense'])
      expect((await world.call('post', `/deliveries/${id}/retry`)).status).toBe(404);
  });
});
