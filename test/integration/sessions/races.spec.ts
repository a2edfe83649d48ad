import {
  BookSession,
  CancelSession,
  MoveSession,
  SessionDoubleBookedError,
  TimeNotFreeError,
} from '#sessions';
import { actingPair, SessionsApp } from '../../support/sessions-app.js';

const HOUR_MS = 3_600_000;
const NOW = new Date('2027-01-11T09:00:00Z');
const at = (hours: number, minutes = 0): Date => new Date(NOW.getTime() + hours * HOUR_MS + minutes * 60_000);

let app: SessionsApp;
beforeAll(async () => {
  app = await SessionsApp.start(NOW);
});
afterAll(() => app.stop());

type Outcome = PromiseSettledResult<{ id: string }>;
const winners = (outcomes: readonly Outcome[]) => outcomes.filter(({ status }) => status === 'fulfilled');
const refusals = (outcomes: readonly Outcome[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
const isRefusal = (error: unknown): boolean =>
  error instanceof SessionDoubleBookedError || error instanceof TimeNotFreeError;

/** Sessions of one account that overlap each other, reckoned without the constraint. */
const overlaps = () =>
  app.db.query(
    `SELECT 1 FROM session_attendee a JOIN session_attendee b ON a.account_id = b.account_id
       AND a.session_id < b.session_id AND a.busy AND b.busy AND a.during && b.during`,
  );
const halfWritten = () =>
  app.db.query(
    `SELECT s.id FROM session s WHERE (SELECT count(*) FROM session_attendee a WHERE a.session_id = s.id) <> 2
       OR NOT EXISTS (SELECT 1 FROM outbox_event e WHERE e.subject_id = s.id AND e.type = 'session.booked.v1')`,
  );

describe('at the same time', () => {
  it('both of a pair book the same slot, fifty times: one wins each time', async () => {
    const pair = await actingPair(app.db);
    const book = app.module.get(BookSession);
    let lostToTheConstraint = 0;
    for (let round = 0; round < 50; round += 1) {
      const input = { mentorshipId: pair.mentorship.id, startsAt: at(24 + round), lengthMinutes: 60 };
      const outcomes = await Promise.allSettled([
        book.execute(input, pair.mentor),
        book.execute(input, pair.mentee),
      ]);
      expect(winners(outcomes)).toHaveLength(1);
      const [refusal] = refusals(outcomes);
      expect(isRefusal(refusal)).toBe(true);
      expect((refusal as TimeNotFreeError).params['slots']).toHaveLength(3);
      if (refusal instanceof SessionDoubleBookedError) lostToTheConstraint += 1;
    }
    expect(lostToTheConstraint).toBeGreaterThan(0);
    expect(await overlaps()).toEqual([]);
    expect(await halfWritten()).toEqual([]);
    const rows = await app.db.query(`SELECT 1 FROM session WHERE mentorship_id = $1`, [pair.mentorship.id]);
    expect(rows).toHaveLength(50);
  }, 60_000);

  it('two mentees of one mentor book times that overlap: one wins each time', async () => {
    const first = await actingPair(app.db);
    const second = await actingPair(app.db, {
      programId: first.mentor.programId,
      mentorId: first.mentorship.mentorId,
    });
    const book = app.module.get(BookSession);
    for (let round = 0; round < 20; round += 1) {
      const outcomes = await Promise.allSettled([
        book.execute(
          { mentorshipId: first.mentorship.id, startsAt: at(24 + 2 * round), lengthMinutes: 60 },
          first.mentee,
        ),
        book.execute(
          { mentorshipId: second.mentorship.id, startsAt: at(24 + 2 * round, 30), lengthMinutes: 60 },
          second.mentee,
        ),
      ]);
      expect(winners(outcomes)).toHaveLength(1);
      expect(refusals(outcomes).every(isRefusal)).toBe(true);
    }
    expect(await overlaps()).toEqual([]);
    expect(await halfWritten()).toEqual([]);
  }, 60_000);

  it('neighbouring times are both had', async () => {
    const pair = await actingPair(app.db);
    const book = app.module.get(BookSession);
    const outcomes = await Promise.allSettled(
      [0, 1, 2, 3].map((hour) =>
        book.execute(
          { mentorshipId: pair.mentorship.id, startsAt: at(24 + hour), lengthMinutes: 60 },
          hour % 2 === 0 ? pair.mentor : pair.mentee,
        ),
      ),
    );
    expect(refusals(outcomes)).toEqual([]);
  }, 60_000);

  it('two sessions move to the same time: one wins each time', async () => {
    const pair = await actingPair(app.db);
    const [book, move] = [app.module.get(BookSession), app.module.get(MoveSession)];
    const mentorshipId = pair.mentorship.id;
    let a = await book.execute({ mentorshipId, startsAt: at(24), lengthMinutes: 60 }, pair.mentor);
    let b = await book.execute({ mentorshipId, startsAt: at(26), lengthMinutes: 60 }, pair.mentee);
    for (let round = 1; round <= 15; round += 1) {
      const startsAt = at(30 + round * 3);
      const outcomes = await Promise.allSettled([
        move.execute({ sessionId: a.id, version: a.version, startsAt }, pair.mentor),
        move.execute({ sessionId: b.id, version: b.version, startsAt }, pair.mentee),
      ]);
      expect(winners(outcomes)).toHaveLength(1);
      expect(refusals(outcomes).every(isRefusal)).toBe(true);
      const [movedA, movedB] = outcomes;
      if (movedA.status === 'fulfilled') a = movedA.value;
      if (movedB.status === 'fulfilled') b = movedB.value;
    }
    expect(await overlaps()).toEqual([]);
    expect(a.version + b.version).toBe(17);
  }, 60_000);

  it('one moves and the other cancels what both have read: one wins each time', async () => {
    const pair = await actingPair(app.db);
    const [book, move] = [app.module.get(BookSession), app.module.get(MoveSession)];
    for (let round = 0; round < 10; round += 1) {
      const session = await book.execute(
        { mentorshipId: pair.mentorship.id, startsAt: at(24 + round * 4), lengthMinutes: 60 },
        pair.mentor,
      );
      const outcomes = await Promise.allSettled([
        move.execute({ sessionId: session.id, version: 1, startsAt: at(26 + round * 4) }, pair.mentor),
        app.module.get(CancelSession).execute({ sessionId: session.id, version: 1 }, pair.mentee),
      ]);
      expect(winners(outcomes)).toHaveLength(1);
      expect(refusals(outcomes)).toEqual([expect.objectContaining({ code: 'http.version-conflict' })]);
    }
  }, 60_000);
});
