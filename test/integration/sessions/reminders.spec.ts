import { BookSession, CancelSession, FindSlots, MoveSession } from '#sessions';
import { actingPair, SessionsApp } from '../../support/sessions-app.js';

const NOW = new Date('2027-03-10T09:00:00Z');
/** Sundays at five in the afternoon, on the clock of Berlin. */
const SUNDAY_AFTERNOON = [{ weekday: 'SU', startMinute: 17 * 60, endMinute: 18 * 60 }];

let app: SessionsApp;
beforeAll(async () => {
  app = await SessionsApp.start(NOW);
});
beforeEach(() => {
  app.clock.set(NOW);
});
afterAll(() => app.stop());

interface ReminderRow {
  due_at: Date;
  version: number;
  lead: number;
}

const remindersOf = (sessionId: string): Promise<ReminderRow[]> =>
  app.db.query<ReminderRow>(
    `SELECT due_at, (payload->>'version')::int AS version, (payload->>'leadMinutes')::int AS lead FROM outbox_event
     WHERE type = 'session.reminder-due.v1' AND subject_id = $1 ORDER BY (payload->>'version')::int, due_at`,
    [sessionId],
  );

describe('a session beyond the change to summer time', () => {
  it('is offered, booked and reminded of at the hour that the clock will show', async () => {
    const pair = await actingPair(app.db, { menteeProfile: { windows: SUNDAY_AFTERNOON } });
    const slots = await app.module.get(FindSlots).execute(
      {
        mentorshipId: pair.mentorship.id,
        from: new Date('2027-03-20T00:00:00Z'),
        to: new Date('2027-04-03T00:00:00Z'),
        lengthMinutes: 60,
        limit: 10,
      },
      pair.mentee,
    );
    expect(slots.items.map(({ startsAt, yours }) => [startsAt.toISOString(), yours.text])).toEqual([
      ['2027-03-21T16:00:00.000Z', 'Sun 21 Mar, 17:00 (Berlin)'],
      ['2027-03-28T15:00:00.000Z', 'Sun 28 Mar, 17:00 (Berlin)'],
    ]);
    const startsAt = new Date('2027-03-28T15:00:00Z');
    const session = await app.module
      .get(BookSession)
      .execute({ mentorshipId: pair.mentorship.id, startsAt, lengthMinutes: 60 }, pair.mentee);
    expect(session.timeZone).toBe('Europe/Berlin');
    expect(await remindersOf(session.id)).toEqual([
      { due_at: new Date('2027-03-27T15:00:00Z'), version: 1, lead: 1440 },
      { due_at: new Date('2027-03-28T14:00:00Z'), version: 1, lead: 60 },
    ]);
    await expect(
      app.module
        .get(MoveSession)
        .execute(
          { sessionId: session.id, version: 1, startsAt: new Date('2027-03-28T16:00:00Z') },
          pair.mentor,
        ),
    ).rejects.toMatchObject({ code: 'sessions.time-not-free' });
  });
});

describe('reminders', () => {
  it('follow the program, and leave out what is past', async () => {
    const pair = await actingPair(app.db, {
      settings: { sessionReminderMinutes: [2880, 120, 15], sessionNoticeMinutes: 0 },
    });
    const startsAt = new Date(NOW.getTime() + 60 * 60_000);
    const session = await app.module
      .get(BookSession)
      .execute({ mentorshipId: pair.mentorship.id, startsAt }, pair.mentor);
    expect(await remindersOf(session.id)).toEqual([
      { due_at: new Date(startsAt.getTime() - 15 * 60_000), version: 1, lead: 15 },
    ]);
  });

  it('are written anew by each move, for its version, and by a cancellation not at all', async () => {
    const pair = await actingPair(app.db);
    const days = (count: number): Date => new Date(NOW.getTime() + count * 86_400_000);
    const booked = await app.module
      .get(BookSession)
      .execute({ mentorshipId: pair.mentorship.id, startsAt: days(3) }, pair.mentor);
    const move = app.module.get(MoveSession);
    await move.execute({ sessionId: booked.id, version: 1, startsAt: days(5) }, pair.mentee);
    await move.execute({ sessionId: booked.id, version: 2, startsAt: days(3) }, pair.mentee);
    await app.module.get(CancelSession).execute({ sessionId: booked.id, version: 3 }, pair.mentor);
    const hour = 3_600_000;
    const both = (start: Date, version: number) => [
      { due_at: new Date(start.getTime() - 24 * hour), version, lead: 1440 },
      { due_at: new Date(start.getTime() - hour), version, lead: 60 },
    ];
    expect(await remindersOf(booked.id)).toEqual([
      ...both(days(3), 1),
      ...both(days(5), 2),
      ...both(days(3), 3),
    ]);
  });
});
