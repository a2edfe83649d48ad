import { TestApi, type TestPerson } from '../support/api-app.js';
import { createProgram, enrol } from '../support/program-people.js';
import { signedIn } from '../support/signed-in.js';

type Who = 'owner' | 'coordinator' | 'sponsor' | 'mentor' | 'mentee' | 'applicant' | 'stranger';
const WHO: readonly Who[] = ['owner', 'coordinator', 'sponsor', 'mentor', 'mentee', 'applicant', 'stranger'];

let api: TestApi;
let people: Record<Who, TestPerson>;
let parts: Record<string, string>;
let programId: string;
let path: string;

beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.sql(`TRUNCATE account, rate_counter, outbox_event CASCADE`);
  const made = await Promise.all(
    WHO.map(
      async (who) => [who, await api.person(`The ${who}`, { isPlatformAdmin: who === 'owner' })] as const,
    ),
  );
  people = Object.fromEntries(made) as Record<Who, TestPerson>;
  programId = await createProgram(api, people.owner);
  path = `/v1/programs/${programId}`;
  parts = {};
  for (const who of ['coordinator', 'sponsor', 'mentor', 'mentee'] as const)
    parts[who] = (await enrol(api, people[who], { programId, role: who })).id;
  parts['applicant'] = (
    await enrol(api, people.applicant, { programId, role: 'mentee', state: 'applied' })
  ).id;
  const [row] = await api.sql<{ id: string }>(`SELECT id FROM participation WHERE role = 'owner'`);
  parts['owner'] = row!.id;
});

const as = (who: Who) => signedIn(api, people[who]);
const one = (who: string) => `${path}/participations/${String(parts[who])}`;

describe('who may call what', () => {
  const get = (route: () => string) => (who: Who) => as(who).get(route());
  const post =
    (route: () => string, body: object = {}) =>
    (who: Who) =>
      as(who).post(route(), body);
  const table: readonly (readonly [string, (who: Who) => ReturnType<ReturnType<typeof get>>, string])[] = [
    ['read the program', get(() => path), '200 200 200 200 200 200 404'],
    [
      'change the program',
      (who) => as(who).patch(path, { name: 'x' }).set('If-Match', '"1"'),
      '200 403 403 403 403 403 404',
    ],
    ['list people', get(() => `${path}/participations`), '200 200 403 403 403 403 404'],
    ['count people', get(() => `${path}/participation-counts`), '200 200 200 403 403 403 404'],
    ['read the mentor’s part', get(() => one('mentor')), '200 200 403 200 403 403 404'],
    ['pause the mentor', post(() => `${one('mentor')}/pause`), '200 409 403 409 403 403 404'],
    ['approve', post(() => `${one('applicant')}/approve`), '200 409 403 403 403 403 404'],
    ['give a role', post(() => `${one('mentor')}/roles`, { role: 'sponsor' }), '201 403 403 403 403 403 404'],
    ['make the sponsor leave', post(() => `${one('sponsor')}/leave`), '200 403 409 403 403 403 404'],
    [
      'confirm privacy for the mentee',
      post(() => `${one('mentee')}/privacy-confirmation`),
      '403 403 403 403 200 403 404',
    ],
    ['list invitations', get(() => `${path}/invitations`), '200 200 403 403 403 403 404'],
    [
      'invite',
      post(() => `${path}/invitations`, { emails: ['a@example.org'], role: 'mentee' }),
      '201 201 403 403 403 403 404',
    ],
    ['list the program’s skills', get(() => `${path}/skills`), '200 200 403 403 403 403 404'],
    ['read where they stand', get(() => `${path}/me`), '200 200 200 200 200 200 404'],
  ];

  it.each(table)('to %s', async (_what, call, expected) => {
    const statuses: number[] = [];
    for (const who of WHO) statuses.push((await call(who)).status);
    expect(statuses.join(' ')).toBe(expected);
  });

  it('answers 404 for ids of another program, and for what is no id', async () => {
    const other = await createProgram(api, people.owner, {}, 'Other');
    const foreign = (await enrol(api, people.stranger, { programId: other, role: 'mentee' })).id;
    for (const id of [foreign, 'nonsense', '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6073', `${foreign}'`]) {
      await as('owner').get(`${path}/participations/${id}`).expect(404);
      await as('owner').post(`${path}/participations/${id}/leave`).expect(404);
      await as('owner').get(`${path}/participations/${id}/profile`).expect(404);
    }
    await as('owner').get('/v1/programs/nonsense').expect(404);
    await as('owner').get(`/v1/programs/${programId}%00`).expect(400);
    const [row] = await api.sql<{ state: string }>(`SELECT state FROM participation WHERE id = $1`, [
      foreign,
    ]);
    expect(row!.state).toBe('active');
  });

  it('lets nobody in without a token', async () => {
    await api.http.get(`${path}/participations`).expect(401);
  });
});

describe('pausing and leaving', () => {
  it('follow the states, and say what can be done instead', async () => {
    expect(
      (
        await as('mentee')
          .post(`${one('mentee')}/pause`)
          .expect(200)
      ).body.state,
    ).toBe('paused');
    const { body } = await as('mentee')
      .post(`${one('mentee')}/pause`)
      .expect(409);
    expect(body).toMatchObject({ code: 'programs.participation-state', params: { state: 'paused' } });
    expect(
      (
        await as('coordinator')
          .post(`${one('mentee')}/resume`)
          .expect(200)
      ).body.state,
    ).toBe('active');
    expect(
      (
        await as('mentee')
          .post(`${one('mentee')}/leave`)
          .expect(200)
      ).body.state,
    ).toBe('left');
    await as('mentee')
      .post(`${one('mentee')}/resume`)
      .expect(409);
    expect((await as('mentee').get(`${path}/me`).expect(200)).body.participations[0].state).toBe('left');
  });

  it('leaves the program an owner', async () => {
    const { body } = await as('owner')
      .post(`${one('owner')}/leave`)
      .expect(409);
    expect(body.code).toBe('programs.last-owner');
    const { body: second } = await as('owner')
      .post(`${one('mentor')}/roles`, { role: 'owner' })
      .expect(201);
    expect(second).toMatchObject({ role: 'owner', state: 'active' });
    const answers = await Promise.all([
      as('owner').post(`${one('owner')}/leave`),
      as('mentor').post(`${path}/participations/${String(second.id)}/leave`),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(
      await api.sql(`SELECT 1 FROM participation WHERE role = 'owner' AND state = 'active'`),
    ).toHaveLength(1);
  });

  it('takes the rights of a role away at once', async () => {
    await as('coordinator')
      .post(`${one('coordinator')}/leave`)
      .expect(200);
    await as('coordinator').get(`${path}/participations`).expect(403);
  });
});

describe('the list of people', () => {
  it('comes in pages, by role, state and name', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await as('owner').get(
        `${path}/participations?limit=2&cursor=${cursor}`.replace(/&cursor=$/, ''),
      );
      seen.push(...(body.items as { id: string }[]).map(({ id }) => id));
      cursor = body.nextCursor as string | null;
    }
    expect(seen.sort()).toEqual(Object.values(parts).sort());
    const { body } = await as('owner')
      .get(`${path}/participations?role=mentee&state=applied&search=APPLI`)
      .expect(200);
    expect(body.items).toEqual([expect.objectContaining({ id: parts['applicant'], name: 'The applicant' })]);
    await as('owner').get(`${path}/participations?cursor=bm9wZQ`).expect(422);
    await as('owner').get(`${path}/participations?role=king`).expect(422);
    await as('owner').get(`${path}/participations?limit=1000`).expect(422);
    await as('owner').get(`${path}/participations?order=name`).expect(422);
  });
});
