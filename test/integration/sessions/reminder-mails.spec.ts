import { BookSession, CancelSession, MoveSession, type SessionView } from '#sessions';
import { NotificationsApp } from '../../support/notifications-app.js';
import { actingPair, type ActingPair } from '../../support/sessions-app.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let app: NotificationsApp;
let pair: ActingPair;
let base: number;
beforeAll(async () => {
  base = Math.ceil(Date.now() / MINUTE_MS) * MINUTE_MS;
  app = await NotificationsApp.start(new Date(base));
});
beforeEach(async () => {
  await app.db.query(`TRUNCATE account, outbox_event, inbox_mark, delivery CASCADE`);
  app.clock.set(new Date(base));
  pair = await actingPair(app.db);
});
afterAll(() => app.stop());

const days = (count: number): Date => new Date(base + count * DAY_MS);
const before = (startsAt: Date, minutes: number): Date => new Date(startsAt.getTime() - minutes * MINUTE_MS);
const book = (startsAt: Date): Promise<SessionView> =>
  app.module
    .get(BookSession, { strict: false })
    .execute({ mentorshipId: pair.mentorship.id, startsAt }, pair.mentee);

/** Lets the worker do at an instant what is due by then; answers the kinds of the mails that left. */
async function workAt(instant: Date): Promise<string[]> {
  app.clock.set(instant);
  const due = await app.db.query<{ id: string }>(
    `SELECT id FROM outbox_event WHERE due_at <= $1 AND done_at IS NULL ORDER BY due_at, id`,
    [instant],
  );
  for (const { id } of due) await app.expand(id);
  const waiting = (await app.deliveries()).filter(({ state }) => state === 'pending');
  for (const { id } of waiting) await app.send(id);
  const after = await app.deliveries();
  return after
    .filter((one) => one.state === 'sent' && waiting.some(({ id }) => id === one.id))
    .map(({ kind }) => kind)
    .sort();
}

const BOTH = (kind: string): string[] => [kind, kind];

describe('reminders reach both people', () => {
  it('24 hours and 1 hour before', async () => {
    const startsAt = days(3);
    await book(startsAt);
    expect(await workAt(days(0))).toEqual(BOTH('session-booked'));
    expect(await workAt(before(startsAt, 1441))).toEqual([]);
    expect(await workAt(before(startsAt, 1440))).toEqual(BOTH('session-reminder'));
    expect(await workAt(before(startsAt, 60))).toEqual(BOTH('session-reminder'));
    expect(await workAt(before(startsAt, -60))).toEqual([]);
  });

  it('for the new time alone after a move', async () => {
    const session = await book(days(3));
    await workAt(days(0));
    await app.module
      .get(MoveSession, { strict: false })
      .execute({ sessionId: session.id, version: 1, startsAt: days(6) }, pair.mentor);
    expect(await workAt(days(0))).toEqual(BOTH('session-moved'));
    expect(await workAt(before(days(3), 1440))).toEqual([]);
    expect(await workAt(before(days(3), 60))).toEqual([]);
    expect(await workAt(before(days(6), 1440))).toEqual(BOTH('session-reminder'));
    expect(await workAt(before(days(6), 60))).toEqual(BOTH('session-reminder'));
  });

  it('once more in each mail that follows a change of the place', async () => {
    const session = await book(days(3));
    await workAt(days(0));
    await app.module
      .get(MoveSession, { strict: false })
      .execute({ sessionId: session.id, version: 1, location: 'Room 4' }, pair.mentor);
    expect(await workAt(days(0))).toEqual(BOTH('session-moved'));
    expect(app.smtp.mails.at(-1)?.text).toContain('Room 4');
    expect(await workAt(before(days(3), 1440))).toEqual(BOTH('session-reminder'));
    expect(app.smtp.mails.at(-1)?.text).toContain('Room 4');
  });

  it('never for a cancelled session', async () => {
    const session = await book(days(3));
    await workAt(days(0));
    await app.module
      .get(CancelSession, { strict: false })
      .execute({ sessionId: session.id, version: 1 }, pair.mentor);
    expect(await workAt(days(0))).toEqual(BOTH('session-cancelled'));
    expect(await workAt(before(days(3), 1440))).toEqual([]);
    expect(await workAt(before(days(3), 60))).toEqual([]);
  });

  it('once, after an outage over both', async () => {
    await book(days(3));
    await workAt(days(0));
    expect(await workAt(before(days(3), 40))).toEqual(BOTH('session-reminder'));
    const dropped = (await app.deliveries()).filter(({ state }) => state === 'dropped');
    expect(dropped.map(({ subject }) => subject['leadMinutes'])).toEqual([1440, 1440]);
  });

  it('not at all after an outage over the session', async () => {
    await book(days(3));
    await workAt(days(0));
    expect(await workAt(before(days(3), -5))).toEqual([]);
  });
});
