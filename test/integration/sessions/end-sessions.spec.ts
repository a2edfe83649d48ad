import { EndMentorship } from '#mentorships';
import { BookSession, SessionQueries } from '#sessions';
import { EndSessionsProcessor } from '../../../apps/worker/src/sessions/end-sessions.processor.js';
import { actingPair, SessionsApp } from '../../support/sessions-app.js';

const NOW = new Date('2027-01-11T09:00:00Z');
const inDays = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);

let app: SessionsApp;
beforeAll(async () => {
  app = await SessionsApp.start(NOW);
});
beforeEach(() => {
  app.clock.set(NOW);
});
afterAll(() => app.stop());

/** Runs the handler of the end of a mentorship, as often as a bell may ring. */
async function work(mentorshipId: string): Promise<void> {
  const events = await app.db.query<{ id: string }>(
    `SELECT id FROM outbox_event WHERE type = 'mentorship.ended.v1' AND subject_id = $1`,
    [mentorshipId],
  );
  expect(events).toHaveLength(1);
  for (const { id: eventId } of [...events, ...events])
    await app.module.get(EndSessionsProcessor).handle({ eventId }, new AbortController().signal);
}

describe('when a mentorship ends', () => {
  it('what it had planned is cancelled once, and its people are free again', async () => {
    const pair = await actingPair(app.db);
    const other = await actingPair(app.db, {
      programId: pair.mentor.programId,
      mentorId: pair.mentorship.mentorId,
    });
    const book = app.module.get(BookSession);
    const mentorshipId = pair.mentorship.id;
    const past = await book.execute({ mentorshipId, startsAt: inDays(1) }, pair.mentor);
    const planned = await book.execute({ mentorshipId, startsAt: inDays(5) }, pair.mentor);
    const elsewhere = await book.execute(
      { mentorshipId: other.mentorship.id, startsAt: inDays(6) },
      other.mentee,
    );
    app.clock.set(inDays(2));
    await app.module.get(EndMentorship).execute({ mentorshipId, reason: null }, pair.mentor);
    await work(mentorshipId);

    const queries = app.module.get(SessionQueries);
    expect(await queries.get(past.id, pair.mentee)).toMatchObject({ state: 'scheduled', version: 1 });
    expect(await queries.get(elsewhere.id, other.mentee)).toMatchObject({ state: 'scheduled', version: 1 });
    expect(await queries.get(planned.id, pair.mentee)).toMatchObject({
      state: 'cancelled',
      version: 2,
      cancelled: { late: false, byYou: false, reason: null },
    });
    const told = await app.db.query<{ subject_id: string }>(
      `SELECT subject_id FROM outbox_event WHERE type = 'session.cancelled.v1'`,
    );
    expect(told).toEqual([{ subject_id: planned.id }]);
    await book.execute({ mentorshipId: other.mentorship.id, startsAt: inDays(5) }, other.mentee);
    await expect(book.execute({ mentorshipId, startsAt: inDays(7) }, pair.mentee)).rejects.toMatchObject({
      code: 'sessions.mentorship-not-active',
    });
  });

  it('a booking at the same moment is either refused or cancelled', async () => {
    for (let round = 0; round < 10; round += 1) {
      const pair = await actingPair(app.db);
      const mentorshipId = pair.mentorship.id;
      await Promise.allSettled([
        app.module.get(BookSession).execute({ mentorshipId, startsAt: inDays(5) }, pair.mentee),
        app.module.get(EndMentorship).execute({ mentorshipId, reason: null }, pair.mentor),
      ]);
      await work(mentorshipId);
      const left = await app.db.query(
        `SELECT 1 FROM session WHERE mentorship_id = $1 AND state <> 'cancelled'`,
        [mentorshipId],
      );
      expect(left).toEqual([]);
    }
  }, 60_000);
});
