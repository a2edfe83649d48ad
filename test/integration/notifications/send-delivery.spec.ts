import { DeliveryQueries, RetryDelivery } from '#notifications';
import { DeliveryClaims } from '../../../libs/notifications/src/persistence/delivery-claims.js';
import { buildParticipation } from '../../support/factories/participation.factory.js';
import { buildRequest } from '../../support/factories/request.factory.js';
import { buildSession } from '../../support/factories/session.factory.js';
import { type DeliveryRow, NotificationsApp } from '../../support/notifications-app.js';

let app: NotificationsApp;
beforeAll(async () => {
  app = await NotificationsApp.start();
}, 60_000);
afterAll(() => app.stop());
beforeEach(async () => {
  await app.db.query(`UPDATE delivery SET state = 'dropped' WHERE state IN ('pending', 'claimed')`);
  app.smtp.behaveWell();
  app.smtp.clear();
});

/** One mail that is owed to one mentee. */
async function oneDelivery(): Promise<DeliveryRow> {
  const { id, programId } = await buildParticipation(app.db, { state: 'approved' });
  const [delivery] = await app.owe('participation.approved.v1', { participationId: id }, { programId });
  return delivery!;
}

describe('expanding an event', () => {
  it('makes one delivery for each recipient, however often it runs', async () => {
    const request = await buildRequest(app.db);
    const eventId = await app.append('request.received.v1', { requestId: request.id });
    await Promise.all([1, 2, 3, 4, 5].map(() => app.expand(eventId)));
    const deliveries = await app.deliveries(eventId);
    expect(deliveries).toHaveLength(1);
    expect(deliveries[0]).toMatchObject({ kind: 'request-received', state: 'pending', attempts: 0 });
    expect(deliveries[0]!.message_id).toBe(`<${deliveries[0]!.id}@rapport.test>`);
    const tokens = await app.db.query(`SELECT 1 FROM mail_token WHERE context->>'requestId' = $1`, [
      request.id,
    ]);
    expect(tokens).toHaveLength(3);
  });

  it('marks the event done together with its deliveries', async () => {
    const delivery = await oneDelivery();
    const events = await app.db.query<{ done_at: Date | null }>(
      `SELECT e.done_at FROM outbox_event e JOIN delivery d ON d.event_id = e.id WHERE d.id = $1`,
      [delivery.id],
    );
    expect(events[0]!.done_at).not.toBeNull();
  });
});

describe('sending a delivery', () => {
  it('sends it once, with the Message-ID that was made with the row', async () => {
    const { id, message_id } = await oneDelivery();
    await app.send(id);
    await app.send(id);
    expect(app.smtp.mails.map((mail) => mail.messageId)).toEqual([message_id]);
    expect(await app.delivery(id)).toMatchObject({ state: 'sent', attempts: 1, last_error: null });
  });

  it('sends one mail when the same job runs five times at once', async () => {
    const { id } = await oneDelivery();
    await Promise.all([1, 2, 3, 4, 5].map(() => app.send(id)));
    expect(app.smtp.mails).toHaveLength(1);
    expect(await app.delivery(id)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('survives 451 three times and then sends exactly one mail', async () => {
    const { id } = await oneDelivery();
    app.smtp.behave({ answer: 451 }, 3);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await app.send(id);
      const row = await app.delivery(id);
      expect(row).toMatchObject({ state: 'pending', attempts: attempt });
      expect(row.last_error).toContain('451');
      waits.push(row.due_in_s);
      await app.send(id);
      expect(app.smtp.offered).toBe(attempt);
      await app.makeDue();
    }
    await app.send(id);
    expect(app.smtp.mails).toHaveLength(1);
    expect(await app.delivery(id)).toMatchObject({ state: 'sent', attempts: 4 });
    expect(waits[0]).toBeGreaterThan(10);
    expect(waits[1]).toBeGreaterThan(waits[0]! * 1.5);
    expect(waits[2]).toBeGreaterThan(waits[1]! * 1.5);
  });

  it('waits out a server that is away, and gives up by age alone', async () => {
    const { id } = await oneDelivery();
    await app.smtp.pause();
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await app.send(id);
      await app.makeDue();
    }
    expect(await app.delivery(id)).toMatchObject({ state: 'pending', attempts: 6 });
    await app.smtp.resume();
    await app.send(id);
    expect(app.smtp.mails).toHaveLength(1);
    expect(await app.delivery(id)).toMatchObject({ state: 'sent' });
  });

  it('expires what the server kept deferring for too long', async () => {
    const { id } = await oneDelivery();
    await app.db.query(`UPDATE delivery SET created_at = now() - interval '49 hours' WHERE id = $1`, [id]);
    app.smtp.behave({ answer: 451 }, 1);
    await app.send(id);
    expect(await app.delivery(id)).toMatchObject({ state: 'expired', attempts: 1 });
    expect((await app.delivery(id)).last_error).toContain('451');
  });

  it('gives an expired mail its whole time again when an admin retries it', async () => {
    const {
      id: participationId,
      programId,
      accountId,
    } = await buildParticipation(app.db, { state: 'approved' });
    const [owed] = await app.owe('participation.approved.v1', { participationId }, { programId });
    const { id, message_id } = owed!;
    await app.db.query(
      `UPDATE delivery SET state = 'expired', created_at = now() - interval '49 hours' WHERE id = $1`,
      [id],
    );
    await app.module
      .get(RetryDelivery)
      .execute(id, { programId, accountId, participations: [], role: 'owner' });
    expect(await app.due()).toContain(id);
    app.smtp.behave({ answer: 451 }, 1);
    await app.send(id);
    expect(await app.delivery(id)).toMatchObject({ state: 'pending', attempts: 1 });
    await app.makeDue();
    await app.send(id);
    expect(app.smtp.mails.map((mail) => mail.messageId)).toEqual([message_id]);
  });

  it('fails on 550 to the recipient, suppresses the address and shows it to the admin', async () => {
    const { id, programId, accountId } = await buildParticipation(app.db, { state: 'approved' });
    const owe = () => app.owe('participation.approved.v1', { participationId: id }, { programId });
    const [first] = await owe();
    app.smtp.refuseRecipients(550);
    await app.send(first!.id);
    app.smtp.behaveWell();
    const [second] = await owe();
    await app.send(second!.id);
    expect(app.smtp.mails).toHaveLength(0);
    const page = await app.module.get(DeliveryQueries).list(programId, {}, { limit: 10, cursor: null });
    expect(page.items).toMatchObject([
      { id: second!.id, state: 'suppressed', addressSuppressed: true },
      { id: first!.id, state: 'failed', addressSuppressed: true, attempts: 1 },
    ]);
    expect(page.items[1]!.lastError).toContain('550');
    const [account] = await app.db.query<{ email: string }>(`SELECT email FROM account WHERE id = $1`, [
      accountId,
    ]);
    expect(page.items[0]!.recipientEmail).toBe(account!.email);
    expect(JSON.stringify(page.items)).not.toContain('Welcome');
  });

  it('fails on 554 after the content without blaming the address', async () => {
    const { id } = await oneDelivery();
    app.smtp.behave({ answer: 554 }, 1);
    await app.send(id);
    expect(await app.delivery(id)).toMatchObject({ state: 'failed' });
    const suppressed = await app.db.query(
      `SELECT 1 FROM suppressed_address s JOIN account a ON a.email = s.email JOIN delivery d ON d.account_id = a.id
       WHERE d.id = $1`,
      [id],
    );
    expect(suppressed).toHaveLength(0);
  });

  it('takes over from a sender that was killed, with the same Message-ID', async () => {
    const { id, message_id } = await oneDelivery();
    await app.db.query(
      `UPDATE delivery SET state = 'claimed', claim_token = gen_random_uuid(), attempts = 1,
         claimed_until = now() + interval '1 minute' WHERE id = $1`,
      [id],
    );
    await app.send(id);
    expect(app.smtp.mails).toHaveLength(0);
    expect(await app.due()).not.toContain(id);
    await app.db.query(
      `UPDATE delivery SET claimed_until = now() - interval '1 second', next_ring_at = now() WHERE id = $1`,
      [id],
    );
    expect(await app.due()).toContain(id);
    await app.send(id);
    expect(app.smtp.mails.map((mail) => mail.messageId)).toEqual([message_id]);
    expect(await app.delivery(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('keeps a claim that is renewed, and lets nobody else renew it', async () => {
    const { id } = await oneDelivery();
    const claims = app.module.get(DeliveryClaims, { strict: false });
    const claim = await claims.claim(id);
    const heldFor = async () => {
      const [row] = await app.db.query<{ seconds: number }>(
        `SELECT extract(epoch FROM claimed_until - now())::float AS seconds FROM delivery WHERE id = $1`,
        [id],
      );
      return row!.seconds;
    };
    await app.db.query(`UPDATE delivery SET claimed_until = now() + interval '5 seconds' WHERE id = $1`, [
      id,
    ]);
    await claims.renew({ ...claim!, token: '01890a5d-ac96-774b-bcce-b302099a8057' });
    expect(await heldFor()).toBeLessThanOrEqual(5);
    await claims.renew(claim!);
    expect(await heldFor()).toBeGreaterThan(80);
    expect(await claims.claim(id)).toBeNull();
  });

  it('lets a sender that was overtaken change nothing any more', async () => {
    const { id } = await oneDelivery();
    app.smtp.behave({ delayMs: 600 }, 1);
    const slow = app.send(id);
    await app.smtp.waitFor(1);
    const thief = '01890a5d-ac96-774b-bcce-b302099a8057';
    await app.db.query(
      `UPDATE delivery SET claim_token = $2, claimed_until = now() + interval '1 minute' WHERE id = $1`,
      [id, thief],
    );
    await slow;
    expect(await app.delivery(id)).toMatchObject({ state: 'claimed' });
  });

  it('sends again when the server took it and hung up before it said so', async () => {
    const { id, message_id } = await oneDelivery();
    app.smtp.behave({ hangUp: true }, 1);
    await app.send(id);
    expect(await app.delivery(id)).toMatchObject({ state: 'pending', attempts: 1 });
    await app.makeDue();
    await app.send(id);
    expect(app.smtp.mails.map((mail) => mail.messageId)).toEqual([message_id, message_id]);
  });

  it('marks a mail that nobody can write as failed, and the next one flows', async () => {
    const broken = await oneDelivery();
    const unknown = await oneDelivery();
    const good = await oneDelivery();
    await app.db.query(`UPDATE delivery SET kind = 'request-received', subject = $2 WHERE id = $1`, [
      broken.id,
      { requestId: (await buildRequest(app.db)).id },
    ]);
    await app.db.query(`UPDATE delivery SET kind = 'no-such-mail' WHERE id = $1`, [unknown.id]);
    const nowhere = await oneDelivery();
    await app.db.query(`UPDATE delivery SET subject = '{}' WHERE id = $1`, [nowhere.id]);
    for (const { id } of [broken, unknown, nowhere, good]) await app.send(id);
    expect(await app.delivery(nowhere.id)).toMatchObject({ state: 'failed', attempts: 1 });
    expect(await app.delivery(broken.id)).toMatchObject({
      state: 'failed',
      last_error: 'The mail could not be written: The delivery has no acceptTokenId.',
    });
    expect(await app.delivery(unknown.id)).toMatchObject({ state: 'failed' });
    expect(await app.delivery(good.id)).toMatchObject({ state: 'sent' });
  });
});

describe('a zone that no calendar knows', () => {
  it('fails that one mail and says why', async () => {
    const session = await buildSession(app.db, { timeZone: 'Mars/Olympus' });
    const payload = { sessionId: session.id, version: session.version };
    const deliveries = await app.owe('session.booked.v1', payload, { programId: session.programId });
    for (const { id } of deliveries) await app.send(id);
    for (const { id } of deliveries)
      expect(await app.delivery(id)).toMatchObject({
        state: 'failed',
        last_error:
          'The mail could not be written: There is no calendar definition of the zone Mars/Olympus.',
      });
  });
});

describe('what is no longer true', () => {
  it('is dropped: a reminder of a session that was moved', async () => {
    const session = await buildSession(app.db);
    const payload = { sessionId: session.id, version: session.version, leadMinutes: 1440 };
    const deliveries = await app.owe('session.reminder-due.v1', payload, { programId: session.programId });
    expect(deliveries).toHaveLength(2);
    await app.db.query(`UPDATE session SET version = version + 1 WHERE id = $1`, [session.id]);
    for (const { id } of deliveries) await app.send(id);
    expect(app.smtp.mails).toHaveLength(0);
    for (const { id } of deliveries)
      expect(await app.delivery(id)).toMatchObject({
        state: 'dropped',
        last_error: 'the session was changed since',
      });
  });

  it('is not even expanded when it is known by then', async () => {
    const session = await buildSession(app.db, { version: 2 });
    const payload = { sessionId: session.id, version: 1, leadMinutes: 60 };
    expect(await app.owe('session.reminder-due.v1', payload)).toEqual([]);
  });

  it('is dropped: a reminder of a session whose mentorship has ended', async () => {
    const session = await buildSession(app.db);
    const payload = { sessionId: session.id, version: session.version, leadMinutes: 60 };
    const [delivery] = await app.owe('session.reminder-due.v1', payload);
    await app.db.query(`UPDATE mentorship SET state = 'ended' WHERE id = $1`, [session.mentorshipId]);
    await app.send(delivery!.id);
    expect(await app.delivery(delivery!.id)).toMatchObject({
      state: 'dropped',
      last_error: 'the mentorship is ended',
    });
  });

  it('is dropped: a reminder of a session that has begun', async () => {
    const session = await buildSession(app.db, { startsAt: new Date(app.clock.now().getTime() - 1000) });
    const payload = { sessionId: session.id, version: session.version, leadMinutes: 60 };
    const [delivery] = await app.owe('session.reminder-due.v1', payload);
    await app.send(delivery!.id);
    expect(await app.delivery(delivery!.id)).toMatchObject({ state: 'dropped' });
  });

  it('is dropped: the long reminder after an outage, when the short one is due too', async () => {
    const startsAt = new Date(app.clock.now().getTime() + 40 * 60_000);
    const session = await buildSession(app.db, { startsAt });
    const reminder = async (leadMinutes: number) => {
      const payload = { sessionId: session.id, version: session.version, leadMinutes };
      const dueAt = new Date(startsAt.getTime() - leadMinutes * 60_000);
      return app.owe('session.reminder-due.v1', payload, { dueAt });
    };
    const long = await reminder(1440);
    const short = await reminder(60);
    for (const { id } of [...long, ...short]) await app.send(id);
    expect(app.smtp.mails).toHaveLength(2);
    expect(app.smtp.mails[0]!.text).toContain('in 40 minutes');
    expect(await app.delivery(long[0]!.id)).toMatchObject({ state: 'dropped' });
  });

  it('is dropped: a link that was used', async () => {
    const { accountId } = await buildParticipation(app.db);
    const tokenId = '01890a5d-ac96-774b-bcce-b302099a8057';
    await app.db.query(
      `INSERT INTO mail_token (id, account_id, purpose, created_at, expires_at, used_at)
       VALUES ($1, $2, 'sign-in', now(), now() + interval '15 minutes', now())`,
      [tokenId, accountId],
    );
    const [delivery] = await app.owe('account.sign-in-link-requested.v1', { accountId, tokenId });
    await app.send(delivery!.id);
    expect(await app.delivery(delivery!.id)).toMatchObject({ state: 'dropped' });
  });

  it('is dropped: a request that was answered meanwhile', async () => {
    const request = await buildRequest(app.db);
    const [delivery] = await app.owe('request.reminder-due.v1', { requestId: request.id, day: 2 });
    await app.db.query(`UPDATE request SET state = 'accepted' WHERE id = $1`, [request.id]);
    await app.send(delivery!.id);
    expect(await app.delivery(delivery!.id)).toMatchObject({ state: 'dropped' });
  });
});

describe('the bell', () => {
  it('rings once for each due mail, then leaves time', async () => {
    const { id } = await oneDelivery();
    const [first, second] = await Promise.all([app.due(), app.due()]);
    expect([...first, ...second].filter((one) => one === id)).toEqual([id]);
    expect(await app.due()).not.toContain(id);
  });
});
