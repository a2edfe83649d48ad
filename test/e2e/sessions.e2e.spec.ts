import { v7 } from 'uuid';
import { TestApi, type TestPerson } from '../support/api-app.js';
import { member, type SessionPair, sessionPair } from '../support/session-pair.js';
import { signedIn } from '../support/signed-in.js';

const HOUR_MS = 3_600_000;
const NEXT_HOUR = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS;
/** A full hour some days from now. */
const inDays = (days: number, hours = 0): Date => new Date(NEXT_HOUR + (days * 24 + hours) * HOUR_MS);

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start({ DATABASE_POOL_MAX: '10' });
});
afterAll(() => api.stop());

const as = (person: TestPerson) => signedIn(api, person);

const book = async (pair: SessionPair, startsAt: Date, body: object = {}) => {
  const answer = await as(pair.mentee)
    .post(`${pair.path}/sessions`, { startsAt: startsAt.toISOString(), ...body })
    .expect(201);
  const session = answer.body as { id: string; version: number };
  return { ...session, path: `/v1/programs/${pair.program.id}/sessions/${session.id}` };
};

interface EventRow {
  type: string;
  due_at: Date;
  payload: { version: number; leadMinutes?: number };
}

const eventsOf = (sessionId: string): Promise<EventRow[]> =>
  api.sql<EventRow>(
    `SELECT type, due_at, payload FROM outbox_event WHERE subject_id = $1 ORDER BY due_at, id`,
    [sessionId],
  );

describe('booking', () => {
  it('answers the session to both, and owes the mails', async () => {
    const pair = await sessionPair(api);
    const startsAt = inDays(3);
    const { body, headers } = await as(pair.mentee)
      .post(`${pair.path}/sessions`, {
        startsAt: startsAt.toISOString(),
        lengthMinutes: 30,
        timeZone: 'Asia/Kolkata',
        location: 'https://meet.example.org/a',
      })
      .expect(201);
    expect(headers['etag']).toBe('"1"');
    expect(body).toMatchObject({
      mentorshipId: pair.mentorship.id,
      state: 'scheduled',
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + HOUR_MS / 2).toISOString(),
      timeZone: 'Asia/Kolkata',
      location: 'https://meet.example.org/a',
      you: 'mentee',
      bookedByYou: true,
      cancelled: null,
      version: 1,
    });
    const seen = await as(pair.mentor).get(`/v1/programs/${pair.program.id}/sessions/${body.id}`).expect(200);
    expect(seen.body).toMatchObject({ you: 'mentor', bookedByYou: false, location: body.location });
    expect(await eventsOf(body.id)).toEqual([
      expect.objectContaining({ type: 'session.booked.v1', payload: { sessionId: body.id, version: 1 } }),
      expect.objectContaining({
        type: 'session.reminder-due.v1',
        due_at: new Date(startsAt.getTime() - 24 * HOUR_MS),
        payload: { sessionId: body.id, version: 1, leadMinutes: 1440 },
      }),
      expect.objectContaining({
        type: 'session.reminder-due.v1',
        due_at: new Date(startsAt.getTime() - HOUR_MS),
        payload: { sessionId: body.id, version: 1, leadMinutes: 60 },
      }),
    ]);
  });

  it('refuses a time that does not suit, and offers others that do', async () => {
    const pair = await sessionPair(api);
    const startsAt = inDays(5);
    await book(pair, startsAt, { lengthMinutes: 60 });
    const { body } = await as(pair.mentor)
      .post(`${pair.path}/sessions`, { startsAt: new Date(startsAt.getTime() + HOUR_MS / 2).toISOString() })
      .expect(409);
    expect(body.code).toBe('sessions.time-not-free');
    expect(body.params.slots).toHaveLength(3);
    for (const slot of body.params.slots as string[])
      await as(pair.mentor).post(`${pair.path}/sessions`, { startsAt: slot, lengthMinutes: 5 }).expect(201);
  });

  it('sees what either has in another program', async () => {
    const pair = await sessionPair(api);
    const elsewhere = await sessionPair(api, { mentor: pair.mentor });
    expect(elsewhere.program.id).not.toBe(pair.program.id);
    const startsAt = inDays(6);
    await book(elsewhere, startsAt);
    const { body } = await as(pair.mentee)
      .post(`${pair.path}/sessions`, { startsAt: startsAt.toISOString() })
      .expect(409);
    expect(body.code).toBe('sessions.time-not-free');
  });

  it('needs a mentorship under way', async () => {
    const pair = await sessionPair(api, { state: 'paused' });
    const { body } = await as(pair.mentee)
      .post(`${pair.path}/sessions`, { startsAt: inDays(2).toISOString() })
      .expect(409);
    expect(body).toMatchObject({ code: 'sessions.mentorship-not-active', params: { state: 'paused' } });
    await as(pair.mentor).get(`${pair.path}/slots`).expect(409);
  });
});

describe('moving', () => {
  it('writes reminders for the new time alone', async () => {
    const pair = await sessionPair(api);
    const session = await book(pair, inDays(3));
    const moved = inDays(4, 2);
    const { body, headers } = await as(pair.mentor)
      .patch(session.path, { startsAt: moved.toISOString() })
      .set('If-Match', '"1"')
      .expect(200);
    expect(headers['etag']).toBe('"2"');
    expect(body).toMatchObject({ startsAt: moved.toISOString(), sequence: 1, version: 2 });
    const live = (await eventsOf(session.id)).filter(({ payload }) => payload.version === 2);
    expect(live.map(({ type }) => type)).toEqual([
      'session.moved.v1',
      'session.reminder-due.v1',
      'session.reminder-due.v1',
    ]);
    expect(live.slice(1).map(({ due_at }) => due_at)).toEqual([
      new Date(moved.getTime() - 24 * HOUR_MS),
      new Date(moved.getTime() - HOUR_MS),
    ]);
    await book(pair, inDays(3));
  });

  it('by less than its length is not stopped by itself', async () => {
    const pair = await sessionPair(api);
    const session = await book(pair, inDays(3), { lengthMinutes: 60 });
    await as(pair.mentee)
      .patch(session.path, { startsAt: new Date(inDays(3).getTime() + HOUR_MS / 2).toISOString() })
      .set('If-Match', '"1"')
      .expect(200);
  });

  it('needs the version that was read', async () => {
    const pair = await sessionPair(api);
    const session = await book(pair, inDays(3));
    const to = { startsAt: inDays(4).toISOString() };
    await as(pair.mentee).patch(session.path, to).expect(428);
    await as(pair.mentee).patch(session.path, to).set('If-Match', '"7"').expect(412);
    await as(pair.mentee).patch(session.path, {}).set('If-Match', '"1"').expect(200);
    const { body } = await as(pair.mentee).get(session.path).expect(200);
    expect(body).toMatchObject({ version: 1, startsAt: inDays(3).toISOString() });
  });

  it('offers others when the new time is taken', async () => {
    const pair = await sessionPair(api);
    const taken = inDays(4);
    await book(pair, taken);
    const session = await book(pair, inDays(3));
    const { body } = await as(pair.mentee)
      .patch(session.path, { startsAt: taken.toISOString() })
      .set('If-Match', '"1"')
      .expect(409);
    expect(body.code).toBe('sessions.time-not-free');
    expect(body.params.slots).toHaveLength(3);
  });

  it('tells of a new place, with reminders that carry the new version', async () => {
    const pair = await sessionPair(api);
    const session = await book(pair, inDays(3));
    await as(pair.mentee).patch(session.path, { location: 'Room 4' }).set('If-Match', '"1"').expect(200);
    const live = (await eventsOf(session.id)).filter(({ payload }) => payload.version === 2);
    expect(live).toHaveLength(3);
  });
});

describe('cancelling', () => {
  it('frees the time and owes one mail, no reminder', async () => {
    const pair = await sessionPair(api);
    const session = await book(pair, inDays(3));
    await as(pair.mentor).post(`${session.path}/cancel`, { reason: 'Ill' }).expect(428);
    const { body } = await as(pair.mentor)
      .post(`${session.path}/cancel`, { reason: ' Ill ' })
      .set('If-Match', '"1"')
      .expect(200);
    expect(body).toMatchObject({
      state: 'cancelled',
      sequence: 1,
      version: 2,
      cancelled: { late: false, byYou: true, reason: 'Ill' },
    });
    const live = (await eventsOf(session.id)).filter(({ payload }) => payload.version === 2);
    expect(live.map(({ type }) => type)).toEqual(['session.cancelled.v1']);
    await book(pair, inDays(3));
    const again = await as(pair.mentor).post(`${session.path}/cancel`).set('If-Match', '"2"').expect(409);
    expect(again.body.code).toBe('sessions.wrong-state');
    await as(pair.mentor)
      .patch(session.path, { startsAt: inDays(8).toISOString() })
      .set('If-Match', '"2"')
      .expect(409);
  });

  it('is late within the hours of the program', async () => {
    const pair = await sessionPair(api, { settings: { lateCancellationHours: 48 } });
    const session = await book(pair, inDays(1));
    const { body } = await as(pair.mentee).post(`${session.path}/cancel`).set('If-Match', '"1"').expect(200);
    expect(body.cancelled).toMatchObject({ late: true, reason: null });
  });
});

describe('what became of it', () => {
  const begun = async (minutesAgo: number) => {
    const pair = await sessionPair(api);
    const session = await book(pair, inDays(3));
    await api.sql(
      `UPDATE session SET starts_at = now() - make_interval(mins => $2), ends_at = now() + interval '1 hour' WHERE id = $1`,
      [session.id, minutesAgo],
    );
    return { pair, session };
  };

  it('is not said before it began', async () => {
    const pair = await sessionPair(api);
    const session = await book(pair, inDays(3));
    const { body } = await as(pair.mentee).post(`${session.path}/complete`).expect(409);
    expect(body.code).toBe('sessions.not-begun');
  });

  it('is said by either, and disputed when the other says differently', async () => {
    const { pair, session } = await begun(11);
    const owner = await member(api, pair.program.id, `Owner ${session.id}`, 'owner');
    await as(pair.mentee).post(`${session.path}/complete`).expect(200);
    const repeated = await as(pair.mentor).post(`${session.path}/complete`).expect(200);
    expect(repeated.body).toMatchObject({ state: 'completed', version: 2 });
    const disputed = await as(pair.mentor).post(`${session.path}/did-not-happen`).expect(200);
    expect(disputed.body.state).toBe('disputed');
    await as(pair.mentee).post(`${session.path}/complete`).expect(403);
    const settled = await as(owner).post(`${session.path}/did-not-happen`).expect(200);
    expect(settled.body).toMatchObject({ state: 'did_not_happen', location: null });
  });

  it('leaves ten minutes to come', async () => {
    const { pair, session } = await begun(9);
    const { body } = await as(pair.mentor).post(`${session.path}/did-not-happen`).expect(409);
    expect(body.code).toBe('sessions.not-begun');
    await as(pair.mentor).post(`${session.path}/complete`).expect(200);
  });

  it('is no reason to move or cancel afterwards', async () => {
    const { pair, session } = await begun(1);
    const { body } = await as(pair.mentor).post(`${session.path}/cancel`).set('If-Match', '"1"').expect(409);
    expect(body.code).toBe('sessions.begun');
  });
});

describe('who sees and does what', () => {
  let pair: SessionPair;
  let path: string;
  let others: Record<string, TestPerson>;
  beforeAll(async () => {
    pair = await sessionPair(api);
    path = (await book(pair, inDays(3), { location: 'Room 4' })).path;
    const stranger = await sessionPair(api, { program: pair.program });
    const foreign = await sessionPair(api);
    others = {
      mentor: pair.mentor,
      mentee: pair.mentee,
      owner: await member(api, pair.program.id, 'Olive Owner', 'owner'),
      coordinator: await member(api, pair.program.id, 'Cora Coordinator', 'coordinator'),
      sponsor: await member(api, pair.program.id, 'Sia Sponsor', 'sponsor'),
      'another mentor of the program': stranger.mentor,
      'another mentee of the program': stranger.mentee,
      'a mentor elsewhere': foreign.mentor,
    };
  });

  it.each([
    ['mentor', 200, 200, 200, 200],
    ['mentee', 200, 200, 200, 200],
    ['owner', 200, 200, 403, 403],
    ['coordinator', 200, 200, 403, 403],
    ['sponsor', 403, 403, 403, 403],
    ['another mentor of the program', 403, 403, 403, 403],
    ['another mentee of the program', 403, 403, 403, 403],
    ['a mentor elsewhere', 404, 404, 404, 404],
  ])('%s: read %i, list %i, slots %i, move %i', async (who, read, list, slots, move) => {
    const person = others[who];
    if (person === undefined) throw new Error(who);
    await as(person).get(path).expect(read);
    await as(person).get(`${pair.path}/sessions`).expect(list);
    await as(person).get(`${pair.path}/slots`).expect(slots);
    await as(person).patch(path, {}).set('If-Match', '"1"').expect(move);
    if (move !== 200) {
      await as(person).post(`${path}/cancel`).set('If-Match', '"1"').expect(move);
      await as(person)
        .post(`${pair.path}/sessions`, { startsAt: inDays(9).toISOString() })
        .expect(move);
    }
  });

  it('shows an admin dates and states alone', async () => {
    const { body } = await as(others['coordinator'] ?? pair.mentor)
      .get(path)
      .expect(200);
    expect(body).toMatchObject({
      state: 'scheduled',
      startsAt: inDays(3).toISOString(),
      location: null,
      you: null,
    });
  });

  it('hides a session of one program from another of one’s own', async () => {
    const elsewhere = await sessionPair(api, { mentor: pair.mentor });
    const id = path.slice(path.lastIndexOf('/') + 1);
    await as(pair.mentor).get(`/v1/programs/${elsewhere.program.id}/sessions/${id}`).expect(404);
    await as(pair.mentor)
      .get(`/v1/programs/${elsewhere.program.id}/mentorships/${pair.mentorship.id}/slots`)
      .expect(404);
  });

  it.each(['x', '1', v7(), '%20', "' OR 1=1"])('answers 404 for the id %s', async (id) => {
    const program = `/v1/programs/${pair.program.id}`;
    await as(pair.mentor).get(`${program}/sessions/${id}`).expect(404);
    await as(pair.mentor).get(`${program}/mentorships/${id}/slots`).expect(404);
    await as(pair.mentor).get(`${program}/mentorships/${id}/sessions`).expect(404);
  });
});

describe('lists', () => {
  it('page through one’s sessions by time', async () => {
    const pair = await sessionPair(api);
    const starts = [inDays(4), inDays(2), inDays(3)];
    for (const startsAt of starts) await book(pair, startsAt);
    const list = `/v1/programs/${pair.program.id}/sessions?limit=2&span=upcoming`;
    const { body: first } = await as(pair.mentor).get(list).expect(200);
    const { body: second } = await as(pair.mentor).get(`${list}&cursor=${first.nextCursor}`).expect(200);
    expect(second.nextCursor).toBeNull();
    const seen = [...first.items, ...second.items].map((one: { startsAt: string }) => one.startsAt);
    expect(seen).toEqual(starts.map((start) => start.toISOString()).sort());
    const { body: past } = await as(pair.mentor)
      .get(`/v1/programs/${pair.program.id}/sessions?span=past`)
      .expect(200);
    expect(past.items).toEqual([]);
  });

  it.each(['cursor=abc', 'cursor=WzEsMl0', 'cursor=WyJ4IiwieSJd', 'limit=0', 'span=soon', 'zone=x'])(
    'refuse %s',
    async (query) => {
      const pair = await sessionPair(api);
      await as(pair.mentor).get(`/v1/programs/${pair.program.id}/sessions?${query}`).expect(422);
    },
  );
});

describe('bad input', () => {
  let pair: SessionPair;
  beforeAll(async () => {
    pair = await sessionPair(api);
  });

  it.each([
    ['startsAt', {}],
    ['startsAt', { startsAt: 'tomorrow' }],
    ['startsAt', { startsAt: '2027-03-02T18:00:00' }],
    ['startsAt', { startsAt: '2027-02-30T18:00:00Z' }],
    ['startsAt', { startsAt: 1_800_000_000_000 }],
    ['startsAt', { startsAt: { $gt: '' } }],
    ['startsAt', { startsAt: '2020-01-01T10:00:00Z' }],
    ['startsAt', { startsAt: '9999-12-31T23:59:00Z' }],
    ['startsAt', { startsAt: new Date(inDays(3).getTime() + 1_000).toISOString() }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['timeZone', { timeZone: 'CET' }],
    ['timeZone', { timeZone: 5 }],
    ['lengthMinutes', { lengthMinutes: 0 }],
    ['lengthMinutes', { lengthMinutes: 4.5 }],
    ['lengthMinutes', { lengthMinutes: -30 }],
    ['lengthMinutes', { lengthMinutes: 1e9 }],
    ['lengthMinutes', { lengthMinutes: '45' }],
    ['location', { location: 'a\nb' }],
    ['location', { location: 'x'.repeat(501) }],
    ['state', { state: 'completed' }],
  ])('names %s in %j and writes nothing', async (path, body) => {
    const startsAt = path === 'startsAt' ? {} : { startsAt: inDays(3).toISOString() };
    const answer = await as(pair.mentee)
      .post(`${pair.path}/sessions`, { ...startsAt, ...body })
      .expect(422);
    expect(answer.body.fields).toEqual([expect.objectContaining({ path })]);
    const rows = await api.sql(`SELECT 1 FROM session WHERE mentorship_id = $1`, [pair.mentorship.id]);
    expect(rows).toEqual([]);
  });

  it.each([
    ['from', 'from=yesterday'],
    ['to', 'from=2027-03-02T10:00:00Z&to=2027-03-02T10:00:00Z'],
    ['to', 'from=2027-03-02T10:00:00Z&to=2027-03-01T10:00:00Z'],
    ['to', 'from=2027-03-02T10:00:00Z&to=2029-03-01T10:00:00Z'],
    ['lengthMinutes', 'lengthMinutes=abc'],
    ['limit', 'limit=501'],
  ])('names %s in a search of %s', async (path, query) => {
    const { body } = await as(pair.mentee).get(`${pair.path}/slots?${query}`).expect(422);
    expect(body.fields).toEqual([expect.objectContaining({ path })]);
  });
});

describe('slots', () => {
  it('show both clocks and mark odd hours', async () => {
    const pair = await sessionPair(api, { menteeProfile: { timeZone: 'Asia/Tokyo' } });
    const from = inDays(2);
    const to = new Date(from.getTime() + 24 * HOUR_MS);
    const { body } = await as(pair.mentee)
      .get(`${pair.path}/slots`)
      .query({ from: from.toISOString().replace('.000Z', '+00:00'), to: to.toISOString(), lengthMinutes: 60 })
      .expect(200);
    expect(body.items).toHaveLength(48);
    expect(body.advice).toBeNull();
    const [first] = body.items as { yours: { text: string; timeZone: string }; theirs: { text: string } }[];
    expect(first?.yours).toMatchObject({ timeZone: 'Asia/Tokyo', text: expect.stringMatching(/\(Tokyo\)$/) });
    expect(first?.theirs.text).toMatch(/\(Berlin\)$/);
    const odd = (side: 'yours' | 'theirs') =>
      (body.items as Record<string, { oddHour: boolean }>[]).filter((slot) => slot[side]?.oddHour).length;
    expect(odd('yours')).toBeGreaterThan(10);
    expect(odd('theirs')).toBeGreaterThan(10);
    expect(odd('yours')).toBeLessThan(48);
  });

  it('take an offset whose plus was not escaped', async () => {
    const pair = await sessionPair(api);
    const from = inDays(2).toISOString().replace('.000Z', '+00:00');
    await as(pair.mentee).get(`${pair.path}/slots?from=${from}`).expect(200);
  });

  it.each([
    ['no times of one’s own', { mentorProfile: {}, menteeProfile: { windows: [] } }, /You have not said/],
    [
      'no times of the other',
      { mentorProfile: { windows: [] }, menteeProfile: {} },
      /^Mentor .* has not said/,
    ],
    [
      'times that never meet',
      {
        mentorProfile: { windows: [{ weekday: 'MO', startMinute: 540, endMinute: 600 }] },
        menteeProfile: { windows: [{ weekday: 'TU', startMinute: 540, endMinute: 600 }] },
      },
      /never meet/,
    ],
    [
      'an absence',
      { mentorProfile: { awayUntil: inDays(100) }, menteeProfile: {} },
      /Nothing is free for both of you in these days/,
    ],
  ])('say what to do with %s', async (_name, profiles, advice) => {
    const pair = await sessionPair(api, profiles);
    const { body } = await as(pair.mentee).get(`${pair.path}/slots`).expect(200);
    expect(body.items).toEqual([]);
    expect(body.advice).toMatch(advice);
  });
});
