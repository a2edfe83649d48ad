import { MailTokens } from '#accounts';
import { Database } from '#database';
import { jest } from '@jest/globals';
import { linksFor } from '../support/account-mails.js';
import { TEST_PASSWORD, TestApi, type TestPerson } from '../support/api-app.js';
import { buildMentorship } from '../support/factories/mentorship.factory.js';
import { buildRequest } from '../support/factories/request.factory.js';
import { ApiDescription } from '../support/openapi.js';
import { createProgram, enrol, enrolWithProfile } from '../support/program-people.js';
import { signedIn } from '../support/signed-in.js';

jest.setTimeout(120_000);

let api: TestApi;
let owner: TestPerson;
let programId: string;
let path: string;

beforeAll(async () => {
  api = await TestApi.start({ DATABASE_POOL_MAX: '10' });
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.sql(`TRUNCATE account, program, rate_counter, outbox_event, idempotency_key CASCADE`);
  owner = await api.person('Olga Owner', { isPlatformAdmin: true });
  programId = await createProgram(api, owner);
  path = `/v1/programs/${programId}`;
});

const count = async (table: string): Promise<number> =>
  (await api.sql<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? -1;
const statuses = (answers: readonly { status: number }[]): number[] =>
  answers.map(({ status }) => status).sort((a, b) => a - b);

describe('a stolen access token', () => {
  const doors = (): string[] => ['/v1/me', '/v1/programs', path, `${path}/participations`, '/v1/programs/x'];
  const knock = (thief: TestPerson) =>
    Promise.all(doors().map(async (door) => (await signedIn(api, thief).get(door)).status));

  it('dies with its device, and no other does', async () => {
    const thief = await api.signIn(owner.accountId);
    expect(await knock(thief)).toEqual([200, 200, 200, 200, 404]);
    await api.http.post('/v1/auth/sign-out').send({ refreshToken: thief.refreshToken }).expect(204);
    expect(await knock(thief)).toEqual([401, 401, 401, 401, 401]);
    expect(await knock(owner)).toEqual([200, 200, 200, 200, 404]);
  });

  it('dies when the owner sets a new password, or when its refresh token was copied', async () => {
    const thief = await api.signIn(owner.accountId);
    await signedIn(api, owner)
      .post('/v1/auth/change-password', {
        currentPassword: TEST_PASSWORD,
        newPassword: 'nine slow copper kettles',
      })
      .expect(204);
    expect(await knock(thief)).toEqual([401, 401, 401, 401, 401]);
    const copied = await api.signIn(owner.accountId);
    const refresh = () => api.http.post('/v1/auth/refresh').send({ refreshToken: copied.refreshToken });
    await refresh().expect(200);
    await api.sql(
      `UPDATE refresh_token SET used_at = used_at - interval '1 minute' WHERE used_at IS NOT NULL`,
    );
    await refresh().expect(401);
    expect(await knock(copied)).toEqual([401, 401, 401, 401, 401]);
  });
});

describe('what stays behind in caches', () => {
  it('is nothing that was said to anybody, good or bad', async () => {
    const { operations } = await ApiDescription.read(api);
    const kept: string[] = [];
    for (const { id, method, path: route } of operations.filter((one) => one.path.startsWith('/v1'))) {
      const url = route.replace('{programId}', programId).replaceAll(/\{\w+\}/g, 'x');
      for (const bearer of ['', owner.bearer]) {
        const { headers, status } = await api.http[method](url).set('Authorization', bearer);
        if (headers['cache-control'] !== 'no-store') kept.push(`${id}: ${status}`);
      }
    }
    for (const page of ['/l/x', '/a/x', '/i/x'])
      await api.http.get(page).expect(404).expect('Cache-Control', 'no-store');
    expect(kept).toEqual([]);
  });

  it('can’t be asked for by another way of writing the address', async () => {
    const ways = ['/V1/me', '/v1/ME', '//v1/me', '/v1//me', '/%76%31/Me', '/v1;x/me'];
    const found: string[] = [];
    for (const way of ways) if ((await signedIn(api, owner).get(way)).status !== 404) found.push(way);
    expect(found).toEqual([]);
  });
});

describe('an address', () => {
  const register = (email: string) =>
    api.http
      .post('/v1/auth/register')
      .send({ email, name: 'Eve', password: TEST_PASSWORD, timeZone: 'Europe/Berlin' });

  it.each([
    '"eve@evil.example x"@example.org',
    '"a,b"@example.org',
    'eve@evil.example,ada@example.org',
    'Ada <ada@example.org>',
    'ada\u202egro@example.org',
    'ada\u200b@example.org',
    'ada@example.org.',
    'ada.@example.org',
    'ada@[127.0.0.1]',
    'ada@example.org\r\nBcc: eve@evil.example',
    'ada(comment)@example.org',
  ])('that a mail server could read in two ways is none: %j', async (email) => {
    const { body } = await register(email).expect(422);
    expect(body).toMatchObject({ fields: [{ path: 'email' }] });
    expect(await count('account')).toBe(1);
  });

  it('is one in any case and composition; a tag or a letter of another script makes it another', async () => {
    for (const email of ['Zoë@Example.org', ' zoë@example.org ', 'ZOË@EXAMPLE.ORG', 'zoe\u0308@example.org'])
      await register(email).expect(202);
    await register('zoë+two@example.org').expect(202);
    await register('zоë@example.org').expect(202);
    const rows = await api.sql<{ email: string }>(
      `SELECT email FROM account WHERE email LIKE 'z%' ORDER BY email`,
    );
    expect(rows.map(({ email }) => email).sort()).toEqual(
      ['zoë@example.org', 'zoë+two@example.org', 'zоë@example.org'].sort(),
    );
  });

  it('is no way to learn who has an account', async () => {
    const known = await register(owner.email).expect(202);
    const unknown = await register('nobody@example.org').expect(202);
    expect(known.body).toEqual(unknown.body);
    expect(Object.keys(known.headers).sort()).toEqual(Object.keys(unknown.headers).sort());
  });
});

describe('a name', () => {
  it.each(['Eve\u202Egro.elpmaxe', 'Eve\u2066x', 'Eve\r\nBcc: x', 'Eve\u2028x'])(
    'that would turn or break the line it stands in is refused: %j',
    async (name) => {
      await signedIn(api, owner).post('/v1/programs', { name, timeZone: 'Europe/Berlin' }).expect(422);
      await signedIn(api, owner).patch('/v1/me', { name }).set('If-Match', '"1"').expect(422);
    },
  );
});

describe('a link by mail', () => {
  it('opens its own door alone', async () => {
    await api.http.post('/v1/auth/sign-in-links').send({ email: owner.email }).expect(202);
    const [signIn = ''] = await linksFor(api, owner.email);
    const invitation = await signedIn(api, owner)
      .post(`${path}/invitation-links`, {
        role: 'mentor',
        maxUses: 3,
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      })
      .expect(201);
    const invite = String(invitation.body.token);
    const tokens = api.app.get(MailTokens, { strict: false });
    const made = await tokens.issue({
      accountId: owner.accountId,
      purpose: 'request.accept',
      context: {},
      expiresAt: new Date(Date.now() + 60_000),
    });
    const action = tokens.urlTokenOf(made);
    const wrong = [
      `/a/${signIn}`,
      `/i/${signIn}`,
      `/l/${invite}`,
      `/a/${invite}`,
      `/l/${action}`,
      `/i/${action}`,
    ];
    for (const door of wrong) {
      await api.http.get(door).expect(404);
      await api.http.post(door).set('Accept', 'application/json').send({}).expect(404);
    }
    for (const token of [signIn, invite, action]) {
      await api.http.post('/v1/auth/verify-email').send({ token }).expect(404);
      await api.http.post('/v1/auth/reset-password').send({ token, password: TEST_PASSWORD }).expect(404);
    }
    await api.http.post(`/l/${signIn}`).set('Accept', 'application/json').expect(200);
  });

  it('leads nowhere else, whatever the address asks for', async () => {
    for (const query of [
      '?next=https://evil.example',
      '?redirect=//evil.example',
      '?returnTo=javascript:1',
    ]) {
      const { headers, text } = await api.http.get(`/l/x${query}`).set('Accept', 'text/html');
      expect(headers['location']).toBeUndefined();
      expect(text).not.toContain('evil');
    }
  });
});

describe('behind a proxy', () => {
  it.each([
    [
      'that is named, only what it adds itself counts',
      '127.0.0.1',
      (n: number) => `10.0.0.${n}, 203.0.113.9`,
    ],
    ['that is not named, nothing that it says counts', undefined, (n: number) => `10.0.0.${n}`],
  ])('%s', async (_, proxy, forwarded) => {
    const other = await TestApi.start({
      AUTH_ATTEMPTS_PER_QUARTER_HOUR: '5',
      ...(proxy === undefined ? {} : { TRUST_PROXY: proxy }),
    });
    try {
      const answers = [];
      for (let n = 1; n <= 8; n += 1)
        answers.push(
          await other.http
            .post('/v1/auth/sign-in')
            .set('X-Forwarded-For', forwarded(n))
            .set('X-Real-IP', `10.1.0.${n}`)
            .set('Forwarded', `for=10.2.0.${n}`)
            .send({ email: `nobody.${n}@example.org`, password: TEST_PASSWORD }),
        );
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    } finally {
      await other.stop();
    }
  });
});

describe('a key for repetitions', () => {
  const create = (person: TestPerson, key: string, body: object) =>
    signedIn(api, person).post('/v1/programs', body).set('Idempotency-Key', key);
  const good = { name: 'Once', timeZone: 'Europe/Berlin' };

  it('makes one of many at the same moment', async () => {
    const before = await count('program');
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(owner, 'key-1', good)));
    expect(await count('program')).toBe(before + 1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const again = await create(owner, 'key-1', good).expect(201);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(
      new Set(answers.filter(({ status }) => status === 201).map(({ body }) => String(body.id))),
    ).toEqual(new Set([String(again.body.id)]));
  });

  it('belongs to one person, one address and one body, and may be used again after a refusal', async () => {
    const second = await api.person('Sam Second', { isPlatformAdmin: true });
    await create(owner, 'key-2', { ...good, timeZone: 'Mars/Base' }).expect(422);
    const first = await create(owner, 'key-2', good).expect(201);
    const others = await create(second, 'key-2', good).expect(201);
    expect(others.body.id).not.toBe(first.body.id);
    await create(owner, 'key-2', { ...good, name: 'Twice' }).expect(422);
    await signedIn(api, owner).post(`${path}/cohorts`, good).set('Idempotency-Key', 'key-2').expect(422);
  });

  it('replays nothing to somebody who may not see it any more', async () => {
    const helper = await api.person('Cora Coordinator');
    const { id } = await enrol(api, helper, { programId, role: 'coordinator' });
    const ask = () =>
      signedIn(api, helper)
        .post(`${path}/invitations`, { emails: ['new@example.org'], role: 'mentor' })
        .set('Idempotency-Key', 'key-3');
    await ask().expect(201);
    await signedIn(api, owner).post(`${path}/participations/${id}/leave`).expect(200);
    const { text } = await ask().expect(403);
    expect(text).not.toContain('new@example.org');
  });
});

describe('ids of another program', () => {
  it('in a body are nobody of this one', async () => {
    const foreign = await createProgram(api, owner, {}, 'Elsewhere');
    const person = await api.person('Mel Mentee');
    const mentee = await enrolWithProfile(api, person, { programId, role: 'mentee' });
    const mentor = await enrolWithProfile(api, owner, { programId, role: 'mentor' });
    const stranger = await enrolWithProfile(api, await api.person('Fay Far'), {
      programId: foreign,
      role: 'mentor',
    });
    const cohort = await signedIn(api, owner).post(`${path}/cohorts`, { name: 'Spring' }).expect(201);
    const round = `${path}/cohorts/${String(cohort.body.id)}`;
    const http = signedIn(api, owner);
    await http.post(`${round}/open`).expect(200);
    await http.post(`${round}/members`, { participationIds: [mentee.id, mentor.id] }).expect(200);
    const choices = [{ mentorId: stranger.id, note: 'Please' }];
    await signedIn(api, person).post(`${path}/requests`, { choices }).expect(404);
    await signedIn(api, person).post(`${path}/requests/drafts`, choices[0]).expect(404);
    await http.post(`${round}/members`, { participationIds: [stranger.id] }).expect(422);
    await http.put(`${round}/overrides/${stranger.id}/${mentee.id}`, { kind: 'lock' }).expect(404);
    await http.put(`${round}/overrides/${mentor.id}/${stranger.id}`, { kind: 'forbid' }).expect(404);
    expect([await count('request'), await count('pair_override'), await count('cohort_member')]).toEqual([
      0, 0, 2,
    ]);
  });
});

describe('at the same moment', () => {
  it('one of many edits of a program wins', async () => {
    const edits = Array.from({ length: 6 }, (_, n) =>
      signedIn(api, owner)
        .patch(path, { name: `Name ${n}` })
        .set('If-Match', '"1"'),
    );
    expect(statuses(await Promise.all(edits))).toEqual([200, 412, 412, 412, 412, 412]);
    await signedIn(api, owner).patch(path, { name: 'x' }).expect(428);
    for (const header of ['*', '"1"', 'W/"1"', '"2", "1"'])
      await signedIn(api, owner).patch(path, { name: 'x' }).set('If-Match', header).expect(412);
  });

  it('two owners leave, and one stays', async () => {
    const second = await api.person('Otto Owner');
    const { id } = await enrol(api, second, { programId, role: 'owner' });
    const [own] = await api.sql<{ id: string }>(`SELECT id FROM participation WHERE account_id = $1`, [
      owner.accountId,
    ]);
    const answers = await Promise.all([
      signedIn(api, owner).post(`${path}/participations/${own?.id ?? ''}/leave`),
      signedIn(api, second).post(`${path}/participations/${id}/leave`),
    ]);
    expect(statuses(answers)).toEqual([200, 409]);
  });

  it('a mentor accepts, a mentee withdraws and an admin takes the mentor out: one story remains', async () => {
    const db = api.app.get(Database);
    for (let round = 0; round < 6; round += 1) {
      const mentor = await api.person(`Mentor ${round}`);
      const mentee = await api.person(`Mentee ${round}`);
      const giving = await enrolWithProfile(api, mentor, { programId, role: 'mentor' });
      const asking = await enrolWithProfile(api, mentee, { programId, role: 'mentee' });
      const request = await buildRequest(db, { programId, mentorId: giving.id, menteeId: asking.id });
      const answers = await Promise.all([
        signedIn(api, mentor).post(`${path}/requests/${request.id}/accept`),
        signedIn(api, mentee).post(`${path}/requests/${request.id}/withdraw`),
        signedIn(api, owner).post(`${path}/participations/${giving.id}/leave`),
      ]);
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
      const [end] = await api.sql<{ state: string; pairs: number }>(
        `SELECT state, (SELECT count(*)::int FROM mentorship WHERE mentor_id = $2) AS pairs FROM request WHERE id = $1`,
        [request.id, giving.id],
      );
      expect(end?.pairs).toBe(end?.state === 'accepted' ? 1 : 0);
    }
  });

  it('a mentor lets go and both end it: it ends once', async () => {
    const mentor = await api.person('Mara Mentor');
    const mentee = await api.person('Milo Mentee');
    const giving = await enrolWithProfile(api, mentor, { programId, role: 'mentor' });
    const asking = await enrolWithProfile(api, mentee, { programId, role: 'mentee' });
    const pair = await buildMentorship(api.app.get(Database), {
      programId,
      mentorId: giving.id,
      menteeId: asking.id,
    });
    const at = `${path}/mentorships/${pair.id}`;
    const answers = await Promise.all([
      signedIn(api, mentor).post(`${at}/release`),
      signedIn(api, mentor).post(`${at}/end`),
      signedIn(api, mentee).post(`${at}/end`),
      signedIn(api, owner).post(`${at}/end`),
      signedIn(api, owner).post(`${at}/complete`),
    ]);
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409]);
    const ended = await api.sql(`SELECT 1 FROM outbox_event WHERE type = 'mentorship.ended.v1'`);
    expect(ended.length).toBeLessThanOrEqual(1);
  });
});
