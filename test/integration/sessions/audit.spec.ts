import { BookSession, CancelSession, MoveSession, type SessionView } from '#sessions';
import type { ProgramActor } from '#programs';
import { SeededRandom } from '../../support/assignment/seeded-random.js';
import { actingPair, SessionsApp } from '../../support/sessions-app.js';

const HOUR_MS = 3_600_000;
const NOW = new Date('2027-10-18T09:00:00Z');
const STEPS = 250;

let app: SessionsApp;
beforeAll(async () => {
  app = await SessionsApp.start(NOW);
});
afterAll(() => app.stop());

/** Scheduled sessions whose reminders are not exactly those that their present version should have. */
const wronglyReminded = (): Promise<{ id: string }[]> =>
  app.db.query(
    `SELECT s.id FROM session s LEFT JOIN LATERAL (
       SELECT array_agg(s.starts_at - e.due_at ORDER BY e.due_at) AS leads FROM outbox_event e
       WHERE e.subject_id = s.id AND e.type = 'session.reminder-due.v1' AND (e.payload->>'version')::int = s.version
     ) r ON true
     WHERE r.leads IS DISTINCT FROM CASE WHEN s.state = 'scheduled' THEN ARRAY[interval '24 hours', interval '1 hour'] END`,
  );

/** Attendees whose kept time is not that of their session. */
const wronglyKept = (): Promise<{ id: string }[]> =>
  app.db.query(
    `SELECT s.id FROM session s JOIN session_attendee a ON a.session_id = s.id
     WHERE a.during <> tstzrange(s.starts_at, s.ends_at) OR a.busy <> (s.state = 'scheduled')`,
  );

/** Versions of sessions of which nobody would be told, or twice. */
const wronglyTold = (): Promise<{ id: string }[]> =>
  app.db.query(
    `SELECT s.id FROM session s WHERE s.version <> (
       SELECT count(*) FROM outbox_event e WHERE e.subject_id = s.id AND e.type <> 'session.reminder-due.v1')`,
  );

describe(`${STEPS} random bookings, moves and cancellations`, () => {
  it('leave every session with exactly the reminders of its present time', async () => {
    const random = new SeededRandom(20_271_018);
    const pairs = [await actingPair(app.db), await actingPair(app.db)];
    const planned: { session: SessionView; actors: readonly ProgramActor[] }[] = [];
    const refused = new Map<string, number>();
    const startsAt = (): Date => new Date(NOW.getTime() + random.whole(26, 26 + 24 * 28) * HOUR_MS);

    for (let step = 0; step < STEPS; step += 1) {
      const pair = pairs[random.whole(0, 1)]!;
      const at = random.whole(0, Math.max(0, planned.length - 1));
      const entry = planned[at];
      try {
        if (entry === undefined || random.chance(0.4)) {
          const actors = [pair.mentor, pair.mentee];
          const input = { mentorshipId: pair.mentorship.id, startsAt: startsAt(), lengthMinutes: 60 };
          const session = await app.module.get(BookSession).execute(input, actors[random.whole(0, 1)]!);
          planned.push({ session, actors });
          continue;
        }
        // Now and then somebody acts on what they read long ago.
        const version = entry.session.version - (random.chance(0.1) ? 1 : 0);
        const input = { sessionId: entry.session.id, version };
        const actor = entry.actors[random.whole(0, 1)]!;
        entry.session = random.chance(0.25)
          ? await app.module.get(CancelSession).execute(input, actor)
          : await app.module.get(MoveSession).execute({ ...input, startsAt: startsAt() }, actor);
        if (entry.session.state === 'cancelled') planned.splice(at, 1);
      } catch (error) {
        const { code } = error as { code?: string };
        if (code === undefined) throw error;
        refused.set(code, (refused.get(code) ?? 0) + 1);
      }
    }

    expect([...refused.keys()].sort()).toEqual(['http.version-conflict', 'sessions.time-not-free']);
    expect(planned.length).toBeGreaterThan(20);
    expect(await wronglyReminded()).toEqual([]);
    expect(await wronglyKept()).toEqual([]);
    expect(await wronglyTold()).toEqual([]);
  }, 60_000);
});
