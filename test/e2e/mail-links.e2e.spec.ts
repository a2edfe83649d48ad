import { MailTokens } from '#accounts';
import { Database } from '#database';
import { MailActions } from '../../apps/api/src/mail-actions/mail-actions.js';
import { linksFor } from '../support/account-mails.js';
import { TEST_PASSWORD, TestApi, type TestPerson } from '../support/api-app.js';

let api: TestApi;
let grace: TestPerson;
let failNext = false;

beforeAll(async () => {
  api = await TestApi.start();
  const db = api.app.get(Database);
  api.app.get(MailActions, { strict: false }).register({
    purpose: 'test.rename',
    describe: ({ context }) =>
      Promise.resolve({
        title: `Rename <${context['id'] ?? ''}>?`,
        sentences: ['You & "they" agree.'],
        button: 'Rename',
        fields: [{ name: 'name', label: 'New name', kind: 'paragraph', required: true, maxLength: 20 }],
      }),
    perform: async ({ accountId }, { name = '' }) => {
      await db.query(`UPDATE account SET name = $2 WHERE id = $1`, [accountId, name]);
      if (failNext) throw new Error('broken on demand');
      return { title: 'Renamed', sentences: [`You are ${name} now.`] };
    },
  });
});
afterAll(() => api.stop());
beforeEach(async () => {
  failNext = false;
  await api.sql(`TRUNCATE account, rate_counter, outbox_event CASCADE`);
  grace = await api.person('Grace Hopper');
});

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const open = (path: string) => api.http.get(path).set('Accept', browser);
const press = (path: string, form: object = {}) =>
  api.http.post(path).set('Accept', browser).set('Sec-Fetch-Site', 'same-origin').type('form').send(form);
const state = () =>
  api.sql(`SELECT a.version, a.name, t.id, t.used_at, (SELECT count(*) FROM refresh_token) AS devices
           FROM account a JOIN mail_token t ON t.account_id = a.id ORDER BY t.id`);

async function link(kind: 'sign-in-links' | 'forgot-password'): Promise<string> {
  await api.http.post(`/v1/auth/${kind}`).send({ email: grace.email }).expect(202);
  return `/l/${(await linksFor(api, grace.email)).at(-1) ?? ''}`;
}

async function actionLink(expiresInMs = 60_000): Promise<string> {
  const tokens = api.app.get(MailTokens, { strict: false });
  const id = await tokens.issue({
    accountId: grace.accountId,
    purpose: 'test.rename',
    context: { id: '<script>' },
    expiresAt: new Date(Date.now() + expiresInMs),
  });
  return `/a/${tokens.urlTokenOf(id)}`;
}

describe('a link to sign in', () => {
  it('shows one page with one button, as often as a scanner opens it, and changes nothing', async () => {
    const path = await link('sign-in-links');
    const before = await state();
    for (let time = 0; time < 3; time += 1) {
      const { text, headers } = await open(path)
        .expect(200)
        .expect('Content-Type', /^text\/html/);
      expect(text.match(/<button/g)).toHaveLength(1);
      expect(text).toContain(grace.email);
      expect(text).not.toMatch(/<script|<img|<iframe/);
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[^;]+'; form-action/,
      );
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['set-cookie']).toBeUndefined();
    }
    await api.http.head(path).expect(200);
    expect(await state()).toEqual(before);
  });

  it('signs a browser in by a cookie that is renewed, and works once', async () => {
    const path = await link('sign-in-links');
    const { headers, text } = await press(path).expect(200);
    expect(text).toContain('You are signed in');
    const cookie = String(headers['set-cookie']);
    expect(cookie).toMatch(/^rapport_refresh=[\w-]{43}; .*Path=\/v1\/auth; .*HttpOnly; SameSite=Strict$/);
    const pair = cookie.split(';')[0] ?? '';
    const refreshed = await api.http.post('/v1/auth/refresh').set('Cookie', `x=1; ${pair}`).expect(200);
    expect(refreshed.body.accountId).toBe(grace.accountId);
    expect(String(refreshed.headers['set-cookie']).split(';')[0]).not.toBe(pair);
    const again = await press(path).expect(410);
    expect(again.text).toContain('works only once');
    await api.http
      .post('/v1/auth/sign-out')
      .set('Cookie', pair)
      .expect(204)
      .expect('Set-Cookie', /rapport_refresh=;/);
    await api.http.post('/v1/auth/refresh').set('Cookie', pair).expect(401);
  });

  it('answers programs with tokens', async () => {
    const { body } = await api.http
      .post(await link('sign-in-links'))
      .set('Accept', 'application/json')
      .expect(200);
    expect(body).toMatchObject({ accountId: grace.accountId, tokenType: 'Bearer' });
    await api.http.get('/v1/me').set('Authorization', `Bearer ${body.accessToken}`).expect(200);
  });

  it('is used by one of many at the same time', async () => {
    const path = await link('sign-in-links');
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => api.http.post(path).set('Accept', 'application/json')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(410)]);
    expect(await api.sql(`SELECT DISTINCT family_id FROM refresh_token`)).toHaveLength(2);
  });

  it('lasts fifteen minutes, and is refused from another site and when it is made up', async () => {
    const path = await link('sign-in-links');
    const [row] = await api.sql<{ minutes: string }>(
      `SELECT round(extract(epoch FROM expires_at - created_at) / 60) AS minutes FROM mail_token`,
    );
    expect(Number(row!.minutes)).toBe(15);
    await open(path).set('Sec-Fetch-Site', 'cross-site').expect(200);
    await api.http.post(path).set('Accept', browser).set('Sec-Fetch-Site', 'cross-site').expect(403);
    await api.sql(`UPDATE mail_token SET expires_at = now() - interval '1 second'`);
    expect((await press(path).expect(410)).text).toContain('too old');
    expect((await open(path).expect(410)).text).toContain('too old');
    const made = await open('/l/made-up')
      .expect(404)
      .expect('Content-Type', /^text\/html/);
    expect(made.text).toContain('not complete');
    const { body } = await api.http.get('/l/made-up').set('Accept', 'application/json').expect(404);
    expect(body.code).toBe('accounts.link-unknown');
  });

  it('claims an unclaimed account, and makes useless what others had planted on it', async () => {
    const email = 'ada@example.org';
    const planted = { email, password: 'twelve evil yellow ravens', name: 'Eve', timeZone: 'UTC' };
    await api.http.post('/v1/auth/register').send(planted).expect(202);
    const [verification = ''] = await linksFor(api, email);
    await api.http.post('/v1/auth/sign-in-links').send({ email }).expect(202);
    await press(`/l/${(await linksFor(api, email)).at(-1) ?? ''}`).expect(200);
    await press(`/l/${verification}`).expect(410);
    await api.http.post('/v1/auth/sign-in').send({ email, password: planted.password }).expect(401);
  });
});

describe('the other account links', () => {
  it('confirm an address by a button', async () => {
    const ada = {
      email: 'ada@example.org',
      password: 'nine quiet green rivers',
      name: 'Ada',
      timeZone: 'UTC',
    };
    await api.http.post('/v1/auth/register').send(ada).expect(202);
    const path = `/l/${(await linksFor(api, ada.email)).at(-1) ?? ''}`;
    await open(path).expect(200);
    await api.http.post('/v1/auth/sign-in').send({ email: ada.email, password: ada.password }).expect(401);
    expect((await press(path).expect(200)).text).toContain('confirmed');
    await api.http.post('/v1/auth/sign-in').send({ email: ada.email, password: ada.password }).expect(200);
  });

  it('set a password by a form that comes back with a reason when the password is weak', async () => {
    const path = await link('forgot-password');
    expect((await open(path).expect(200)).text).toMatch(/<input type="password" autocomplete="new-password"/);
    for (const weak of ['', 'password1234', 'gracehopper']) {
      const { text } = await press(path, { password: weak }).expect(422);
      expect(text).toContain('role="alert"');
      expect(text).toContain('<input type="password"');
    }
    await press(path, { password: 'eleven loud orange trains' }).expect(200);
    const { email } = grace;
    await api.http.post('/v1/auth/sign-in').send({ email, password: TEST_PASSWORD }).expect(401);
    await api.http
      .post('/v1/auth/sign-in')
      .send({ email, password: 'eleven loud orange trains' })
      .expect(200);
  });
});

describe('answering from a mail', () => {
  it('shows what would happen, escaped, and changes nothing', async () => {
    const path = await actionLink();
    const before = await state();
    const { text } = await open(path).expect(200);
    expect(text).toContain('Rename &lt;&lt;script&gt;&gt;?');
    expect(text).toContain('You &amp; &quot;they&quot; agree.');
    expect(text.match(/<button/g)).toHaveLength(1);
    const { body } = await api.http.get(path).set('Accept', 'application/json').expect(200);
    expect(body).toMatchObject({ button: 'Rename', fields: [{ name: 'name' }] });
    expect(await state()).toEqual(before);
  });

  it('happens once, also when pressed many times at once', async () => {
    const path = await actionLink();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        api.http
          .post(path)
          .set('Accept', 'application/json')
          .send({ name: `Name ${at}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(5);
    expect((await press(path, { name: 'Late' }).expect(410)).text).toContain('works only once');
  });

  it('names the field that is missing or too long, and stays possible', async () => {
    const path = await actionLink();
    expect((await press(path).expect(422)).text).toContain('Fill in &quot;New name&quot;.');
    const { body } = await api.http
      .post(path)
      .set('Accept', 'application/json')
      .send({ name: 'x'.repeat(21) })
      .expect(422);
    expect(body.fields).toEqual([{ path: 'name', message: 'Write at most 20 characters.' }]);
    expect((await press(path, { name: ' Rear Admiral ' }).expect(200)).text).toContain(
      'You are Rear Admiral now.',
    );
  });

  it('leaves neither half behind when it fails', async () => {
    const path = await actionLink();
    const before = await state();
    failNext = true;
    const { body } = await press(path, { name: 'Half' }).expect(500);
    expect(JSON.stringify(body)).not.toContain('broken on demand');
    expect(await state()).toEqual(before);
    failNext = false;
    await press(path, { name: 'Whole' }).expect(200);
  });

  it('is not possible late, with a link of another purpose, or by the wrong door', async () => {
    expect((await press(await actionLink(-1), { name: 'Late' }).expect(410)).text).toContain('too old');
    const signIn = await link('sign-in-links');
    await open(signIn.replace('/l/', '/a/')).expect(404);
    await press(signIn.replace('/l/', '/a/')).expect(404);
    const action = await actionLink();
    await press(action.replace('/a/', '/l/')).expect(404);
    await open(action).expect(200);
  });
});
