import { createHmac } from 'node:crypto';
import { FindOrCreateAccounts } from '#accounts';
import { linksFor } from '../support/account-mails.js';
import { TEST_PASSWORD, TestApi } from '../support/api-app.js';

const PASSWORD = 'nine quiet green rivers';
const ada = { email: 'Ada@Example.org', password: PASSWORD, name: 'Ada Lovelace', timeZone: 'Europe/London' };

interface Tokens {
  accountId: string;
  accessToken: string;
  refreshToken: string;
}

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());
beforeEach(() => api.sql(`TRUNCATE account, rate_counter, outbox_event CASCADE`));

const post = (path: string, body: object) => api.http.post(`/v1/auth/${path}`).send(body);
const me = (accessToken: string) => api.http.get('/v1/me').set('Authorization', `Bearer ${accessToken}`);
const newest = async (email: string): Promise<string> => (await linksFor(api, email)).at(-1) ?? '';

async function register(): Promise<void> {
  await post('register', ada).expect(202);
  await post('verify-email', { token: await newest('ada@example.org') }).expect(204);
}

async function signIn(email = 'ada@example.org', password = PASSWORD): Promise<Tokens> {
  const { body } = await post('sign-in', { email, password }).expect(200);
  return body as Tokens;
}

describe('registering', () => {
  it('lets no stranger put their words into our mail', async () => {
    const name = 'You won! Go to evil.example';
    await post('register', { ...ada, name }).expect(202);
    const [account] = await api.sql<{ name: string }>(`SELECT name FROM account`);
    expect(account).toEqual({ name: 'ada' });
  });

  it('goes from the form through the mail to one’s own account', async () => {
    await post('register', ada).expect(202);
    await post('sign-in', { email: ada.email, password: PASSWORD }).expect(401);
    await post('verify-email', { token: await newest('ada@example.org') }).expect(204);
    const { accessToken } = await signIn('ADA@example.ORG');
    const { body, headers } = await me(accessToken).expect(200);
    expect(body).toMatchObject({
      email: 'ada@example.org',
      name: 'Ada Lovelace',
      timeZone: 'Europe/London',
      hasPassword: true,
      isPlatformAdmin: false,
    });
    expect(headers['etag']).toBe(`"${body.version}"`);
    expect(Object.keys(body as object)).not.toContain('passwordHash');
  });

  it('answers the same for a known address, tells its owner by mail, and leaves the account alone', async () => {
    await register();
    const first = await post('register', { ...ada, email: 'new@example.org' }).expect(202);
    const again = await post('register', {
      ...ada,
      password: 'eleven loud orange trains',
      name: 'Eve',
    }).expect(202);
    expect(again.body).toEqual(first.body);
    const links = await linksFor(api, 'ada@example.org', 'account.sign-in-link-requested.v1');
    expect(links).toHaveLength(1);
    const { accessToken } = await signIn();
    expect((await me(accessToken)).body.name).toBe('Ada Lovelace');
  });

  it('gives an imported account to whoever reads its mail, and nobody else', async () => {
    const seeds = [{ email: 'ada@example.org', name: 'A. Lovelace', timeZone: 'UTC' }];
    const ids = await api.app.get(FindOrCreateAccounts, { strict: false }).execute(seeds);
    await post('register', { ...ada, password: 'twelve evil yellow ravens', name: 'Eve' }).expect(202);
    await post('register', ada).expect(202);
    await post('sign-in', { email: ada.email, password: 'twelve evil yellow ravens' }).expect(401);
    await post('verify-email', { token: await newest('ada@example.org') }).expect(204);
    const tokens = await signIn();
    expect(tokens.accountId).toBe(ids.get('ada@example.org'));
    await post('sign-in', { email: ada.email, password: 'twelve evil yellow ravens' }).expect(401);
    const [first] = await linksFor(api, 'ada@example.org');
    expect((await post('verify-email', { token: first }).expect(410)).body.code).toBe('accounts.link-used');
  });

  it.each([
    ['password', { password: 'short' }],
    ['password', { password: 'password1234' }],
    ['password', { password: 'x'.repeat(201) }],
    ['password', { password: 12_345_678_901 }],
    ['email', { email: 'ada' }],
    ['email', { email: 'a@x.org, evil@y.org' }],
    ['name', { name: '  ' }],
    ['name', { name: 'Ada\nBcc: x' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['timeZone', { timeZone: '../etc/passwd' }],
    ['locale', { locale: 'english' }],
    ['isPlatformAdmin', { isPlatformAdmin: true }],
  ])('refuses a bad %s by name (%j)', async (path, change) => {
    const { body } = await post('register', { ...ada, ...change }).expect(422);
    expect(body.fields).toEqual([expect.objectContaining({ path })]);
    expect(await api.sql(`SELECT 1 FROM account`)).toEqual([]);
  });
});

describe('signing in', () => {
  it('answers a wrong password, an unknown address and an unclaimed one alike', async () => {
    await register();
    await api.app
      .get(FindOrCreateAccounts, { strict: false })
      .execute([{ email: 'imported@example.org', name: 'Im Ported', timeZone: 'UTC' }]);
    const answers = await Promise.all(
      ['ada@example.org', 'nobody@example.org', 'imported@example.org'].map((email) =>
        post('sign-in', { email, password: 'eleven loud orange trains' }).expect(401),
      ),
    );
    const bodies = answers.map(({ body }) => ({ ...(body as object), requestId: '' }));
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
    expect(bodies[0]).toMatchObject({ code: 'accounts.sign-in-refused', status: 401 });
  });

  it('shuts out who guesses at one account, also with the right password, and lets others in', async () => {
    await register();
    const grace = await api.person('Grace Hopper');
    await api.sql(`TRUNCATE rate_counter`);
    const guess = () => post('sign-in', { email: ada.email, password: 'eleven loud orange trains' });
    const statuses = (await Promise.all(Array.from({ length: 14 }, guess))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    const refused = await post('sign-in', { email: ada.email, password: PASSWORD }).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await api.sql(`DELETE FROM rate_counter WHERE key LIKE 'sign-in-network:%'`);
    await post('sign-in', { email: ada.email, password: PASSWORD }).expect(429);
    await signIn(grace.email, TEST_PASSWORD);
  });

  it('shuts out a network that guesses at many accounts, whatever address it claims to come from', async () => {
    const guess = (at: number) =>
      post('sign-in', { email: `person${at}@example.org`, password: PASSWORD }).set(
        'X-Forwarded-For',
        `203.0.113.${at}`,
      );
    const grace = await api.person('Grace Hopper');
    for (let at = 0; at < 10; at += 1) await guess(at).expect(401);
    await guess(10).expect(429);
    await post('sign-in', { email: grace.email, password: TEST_PASSWORD }).expect(429);
  });

  it('does not forget guesses at others when the guesser signs in to an own account', async () => {
    const own = await api.person('Eve');
    const guess = (at: number) => post('sign-in', { email: `person${at}@example.org`, password: PASSWORD });
    for (let at = 0; at < 10; at += 1) {
      await guess(at).expect(401);
      if (at < 9) await signIn(own.email, TEST_PASSWORD);
    }
    await guess(10).expect(429);
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    await register();
    const times: Record<string, number[]> = { 'ada@example.org': [], 'nobody@example.org': [] };
    for (let round = 0; round < 15; round += 1) {
      for (const [email, taken] of Object.entries(times)) {
        const start = performance.now();
        await post('sign-in', { email, password: 'eleven loud orange trains' }).expect(401);
        taken.push(performance.now() - start);
        await api.sql(`TRUNCATE rate_counter`);
      }
    }
    const [known, unknown] = Object.values(times).map((taken) => taken.sort((a, b) => a - b)[7] ?? 0);
    expect(known! / unknown!).toBeGreaterThan(0.5);
    expect(known! / unknown!).toBeLessThan(2);
  });

  it('does not count those who succeed', async () => {
    await register();
    for (let time = 0; time < 12; time += 1) await signIn();
  });

  it.each([
    {},
    { email: 'ada@example.org' },
    { email: ['a'], password: {} },
    { email: ada.email, password: '', x: 1 },
  ])('refuses the body %j by field', async (body) => {
    const answer = await post('sign-in', body).expect(422);
    expect(answer.body.fields.length).toBeGreaterThan(0);
  });
});

describe('an access token', () => {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

  it('is needed and can’t be made up', async () => {
    const person = await api.person('Grace Hopper');
    const token = person.bearer.slice('Bearer '.length);
    const [head = '', claims = '', mac = ''] = token.split('.');
    const payload = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    expect(payload).toMatchObject({
      sub: person.accountId,
      jti: expect.any(String),
      iat: expect.any(Number),
    });
    const forged = encode({ ...payload, sub: '01890a5d-ac96-774b-bcce-b302099a8057' });
    const none = encode({ alg: 'none', typ: 'JWT' });
    const own = createHmac('sha256', 'secret').update(`${head}.${claims}`).digest('base64url');
    for (const bad of [
      undefined,
      'Bearer',
      `Basic ${token}`,
      `Bearer ${head}.${forged}.${mac}`,
      `Bearer ${none}.${claims}.`,
      `Bearer ${none}.${claims}.${mac}`,
      `Bearer ${head}.${claims}.${own}`,
      `Bearer ${token}x`,
    ]) {
      const call = api.http.get('/v1/me');
      if (bad !== undefined) call.set('Authorization', bad);
      const { body } = await call.expect(401).expect('WWW-Authenticate', 'Bearer');
      expect(body).toMatchObject({ code: 'http.not-signed-in' });
    }
    await me(token).expect(200);
  });

  it('works for its time and no longer', async () => {
    const person = await api.person('Grace Hopper');
    const token = person.bearer.slice('Bearer '.length);
    const real = Date.now;
    try {
      const issued = real();
      Date.now = () => issued + 14 * 60_000;
      await me(token).expect(200);
      Date.now = () => issued + 16 * 60_000;
      await me(token).expect(401);
    } finally {
      Date.now = real;
    }
  });
});

describe('a refresh token', () => {
  const refresh = (refreshToken: string) => post('refresh', { refreshToken });
  const age = (seconds: number) =>
    api.sql(
      `UPDATE refresh_token SET used_at = used_at - make_interval(secs => $1) WHERE used_at IS NOT NULL`,
      [seconds],
    );

  it('is exchanged for the next one, and is stored as a hash alone', async () => {
    const person = await api.person('Grace Hopper');
    const { body: next } = await refresh(person.refreshToken).expect(200);
    expect(next).toMatchObject({ accountId: person.accountId, tokenType: 'Bearer', expiresIn: 900 });
    expect(next.refreshToken).not.toBe(person.refreshToken);
    await me(next.accessToken as string).expect(200);
    await refresh(next.refreshToken as string).expect(200);
    const stored = JSON.stringify(await api.sql(`SELECT * FROM refresh_token`));
    expect(stored).not.toContain(person.refreshToken);
    expect(stored).not.toContain(next.refreshToken);
  });

  it('may come twice within ten seconds, because an answer can get lost', async () => {
    const person = await api.person('Grace Hopper');
    const [one, two] = await Promise.all([refresh(person.refreshToken), refresh(person.refreshToken)]);
    await age(8);
    const three = await refresh(person.refreshToken).expect(200);
    for (const answer of [one, two, three]) await refresh(answer.body.refreshToken as string).expect(200);
  });

  it('ends the whole family, and no other, when it comes again later', async () => {
    const person = await api.person('Grace Hopper');
    const other = await api.signIn(person.accountId);
    const { body: next } = await refresh(person.refreshToken).expect(200);
    await age(11);
    expect((await refresh(person.refreshToken).expect(401)).body.code).toBe('accounts.refresh-token-reused');
    expect((await refresh(next.refreshToken as string).expect(401)).body.code).toBe('accounts.signed-out');
    await refresh(other.refreshToken).expect(200);
  });

  it('leaves nothing alive when use and reuse come at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const person = await api.person('Grace Hopper');
      const { body: next } = await refresh(person.refreshToken).expect(200);
      await age(11);
      const answers = await Promise.all([
        refresh(next.refreshToken as string),
        refresh(person.refreshToken),
        refresh(next.refreshToken as string),
      ]);
      for (const { status, body } of answers)
        if (status === 200) await refresh(body.refreshToken as string).expect(401);
    }
  });

  it('stops working after its days, after signing out, and when it is made up', async () => {
    const person = await api.person('Grace Hopper');
    const other = await api.signIn(person.accountId);
    await post('sign-out', { refreshToken: person.refreshToken }).expect(204);
    await post('sign-out', { refreshToken: person.refreshToken }).expect(204);
    await api.http.post('/v1/auth/sign-out').expect(204);
    await refresh(person.refreshToken).expect(401);
    await api.sql(`UPDATE refresh_token SET expires_at = now() - interval '1 second'`);
    await refresh(other.refreshToken).expect(401);
    await refresh('made-up').expect(401);
    await post('refresh', {}).expect(401);
    await post('refresh', { refreshToken: 5 }).expect(422);
  });
});

describe('passwords', () => {
  const forgot = async (): Promise<string> => {
    await post('forgot-password', { email: ada.email }).expect(202);
    return (await linksFor(api, 'ada@example.org', 'account.password-reset-requested.v1')).at(-1) ?? '';
  };

  it('are set anew by a mailed link, once; every device is signed out and the owner is told', async () => {
    await register();
    const before = await signIn();
    const token = await forgot();
    const weak = await post('reset-password', { token, password: 'password1234' }).expect(422);
    expect(weak.body).toMatchObject({ code: 'accounts.weak-password', fields: [{ path: 'password' }] });
    await post('reset-password', { token, password: 'eleven loud orange trains' }).expect(204);
    const again = await post('reset-password', { token, password: 'twelve more orange trains' }).expect(410);
    expect(again.body.code).toBe('accounts.link-used');
    await post('refresh', { refreshToken: before.refreshToken }).expect(401);
    await post('sign-in', { email: ada.email, password: PASSWORD }).expect(401);
    await signIn(ada.email, 'eleven loud orange trains');
    const told = await api.sql(`SELECT 1 FROM outbox_event WHERE type = 'account.password-changed.v1'`);
    expect(told).toHaveLength(1);
  });

  it('are set by one of many at the same time', async () => {
    await register();
    const token = await forgot();
    const tries = Array.from({ length: 6 }, (_, at) => `orange trains number ${at}`);
    const answers = await Promise.all(tries.map((password) => post('reset-password', { token, password })));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(5);
  });

  it('need a link that is fresh and for this', async () => {
    await register();
    const token = await forgot();
    await post('sign-in-links', { email: ada.email }).expect(202);
    const wrong = await newest('ada@example.org');
    const password = 'eleven loud orange trains';
    await post('reset-password', { token: wrong, password }).expect(404);
    await post('reset-password', { token: `${token.slice(0, -1)}_`, password }).expect(404);
    await api.sql(`UPDATE mail_token SET expires_at = now() - interval '1 second'`);
    const late = await post('reset-password', { token, password }).expect(410);
    expect(late.body.code).toBe('accounts.link-expired');
  });

  it('ask for no mail at all to an unknown address, and for few to a known one, with one answer', async () => {
    await register();
    const unknown = await post('forgot-password', { email: 'nobody@example.org' }).expect(202);
    for (let time = 0; time < 8; time += 1) {
      const known = await post('forgot-password', { email: ada.email }).expect(202);
      expect(known.body).toEqual(unknown.body);
    }
    const owed = await api.sql(
      `SELECT 1 FROM outbox_event WHERE type = 'account.password-reset-requested.v1'`,
    );
    // Five mails an hour, and registering was one of them.
    expect(owed).toHaveLength(4);
  });

  it('change by knowing the present one; other devices are signed out', async () => {
    const person = await api.person('Grace Hopper');
    const other = await api.signIn(person.accountId);
    const change = (currentPassword: string, newPassword: string) =>
      post('change-password', { currentPassword, newPassword }).set('Authorization', person.bearer);
    const wrong = await change('not my password', 'eleven loud orange trains').expect(403);
    expect(wrong.body.code).toBe('accounts.wrong-password');
    const weak = await change(TEST_PASSWORD, 'gracehopper').expect(422);
    expect(weak.body.fields).toEqual([expect.objectContaining({ path: 'newPassword' })]);
    await change(TEST_PASSWORD, 'eleven loud orange trains').expect(204);
    await post('refresh', { refreshToken: other.refreshToken }).expect(401);
    await post('refresh', { refreshToken: person.refreshToken }).expect(200);
    await post('change-password', { currentPassword: 'a', newPassword: 'b' }).expect(401);
  });
});
