import { linksFor } from '../support/account-mails.js';
import { TestApi, type TestPerson } from '../support/api-app.js';

let api: TestApi;
let grace: TestPerson;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.sql(`TRUNCATE account, rate_counter, outbox_event CASCADE`);
  grace = await api.person('Grace Hopper');
});

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072';
const PLACES = [
  '/',
  '/sign-in',
  '/forgotten-password',
  '/welcome',
  '/mentors',
  '/requests',
  '/admin/people?state=applied',
  `/mentorships/${ID}`,
  `/book/${ID}?at=2027-03-01T09:00:00.000Z`,
];
const send = (path: string, form: object) => api.http.post(path).type('form').send(form);
const owed = () => api.sql(`SELECT type FROM outbox_event`);

describe('a page that a mail leads to', () => {
  it.each(PLACES)('%s says what to do, and changes nothing', async (path) => {
    const { text, headers } = await api.http
      .get(path)
      .set('Sec-Fetch-Site', 'cross-site')
      .expect(200)
      .expect('Content-Type', /^text\/html/);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^;]+'; form-action 'self'/,
    );
    expect(headers['set-cookie']).toBeUndefined();
    expect(text).not.toMatch(/<script|<img|<iframe|undefined/);
    expect(text.match(/<button/g)).toHaveLength(1);
    for (const [, target] of text.matchAll(/href="([^"]+)"/g))
      expect((await api.http.get(target!).redirects(1)).status).toBe(200);
    expect(await owed()).toEqual([]);
  });

  it('has nothing of what stands in its address', async () => {
    const { text } = await api.http.get('/book/%3Cscript%3E?at=%3Cb%3E').expect(200);
    expect(text).not.toMatch(/<script|<b>/);
  });
});

describe('the form of a page', () => {
  it.each([
    ['/sign-in', 'account.sign-in-link-requested.v1', 'Sign in', '15 minutes'],
    ['/forgotten-password', 'account.password-reset-requested.v1', 'Set a new password', '60 minutes'],
  ])('%s mails a link that works', async (path, type, title, life) => {
    const form = (await api.http.get(path)).text;
    expect(form).toContain(`action="${path}"`);
    const { text } = await send(path, { email: ` ${grace.email} ` }).expect(200);
    expect(text).toContain(life);
    expect(await owed()).toEqual([{ type }]);
    const [link] = await linksFor(api, grace.email);
    expect((await api.http.get(`/l/${link}`).expect(200)).text).toContain(title);
  });

  it.each(['/sign-in', '/forgotten-password'])('%s never says who has an account', async (path) => {
    const known = await send(path, { email: grace.email }).expect(200);
    const unknown = await send(path, { email: 'nobody@example.org' }).expect(200);
    expect(unknown.text.replace('nobody@example.org', grace.email)).toBe(known.text);
    expect(await owed()).toHaveLength(1);
  });

  it.each(['', 'grace', '"><script>alert(1)</script>', `${'a'.repeat(300)}@example.org`])(
    'asks again for the address %j, which stays in the field',
    async (email) => {
      const { text } = await send('/sign-in', { email }).expect(422);
      expect(text).toContain('Give an email address');
      expect(text).toContain('<button');
      expect(text).not.toContain('<script');
      if (email === 'grace') expect(text).toContain('value="grace"');
      expect(await owed()).toEqual([]);
    },
  );

  it('takes no list and no missing address', async () => {
    await send('/sign-in', { email: [grace.email, 'x@example.org'] }).expect(422);
    await api.http.post('/sign-in').expect(422);
    expect(await owed()).toEqual([]);
  });
});
