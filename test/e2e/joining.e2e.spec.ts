import { MailTokens } from '#accounts';
import { TestApi, type TestPerson } from '../support/api-app.js';
import { createProgram, enrol } from '../support/program-people.js';
import { signedIn } from '../support/signed-in.js';

let api: TestApi;
let owner: TestPerson;
let grace: TestPerson;
let programId: string;
let path: string;

beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.sql(`TRUNCATE account, rate_counter, outbox_event CASCADE`);
  owner = await api.person('Olive Owner', { isPlatformAdmin: true });
  grace = await api.person('Grace Hopper');
  programId = await createProgram(api, owner);
  path = `/v1/programs/${programId}`;
});

const as = (person: TestPerson) => signedIn(api, person);
const tokenOf = (invitationId: string) =>
  api.app.get(MailTokens, { strict: false }).signId('invitation', invitationId);
const events = () =>
  api
    .sql<{ type: string }>(`SELECT type FROM outbox_event WHERE program_id IS NOT NULL ORDER BY id`)
    .then((rows) => rows.map(({ type }) => type));
const invite = async (emails: string[], role = 'mentor', person = owner) => {
  const { body } = await as(person)
    .post(`${path}/invitations`, { emails, role, note: 'Join us' })
    .expect(201);
  return body as { invited: { id: string; email: string }[]; skipped: object[] };
};
const link = async (maxUses: number, role = 'mentee') => {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const { body } = await as(owner).post(`${path}/invitation-links`, { role, maxUses, expiresAt }).expect(201);
  return String(body.token);
};
const join = (person: TestPerson, token: string) => as(person).post('/v1/invitations/accept', { token });

describe('an invitation by mail', () => {
  it('makes its addressee active, once', async () => {
    const { invited } = await invite(['Grace.Hopper@Example.org']);
    expect(await events()).toEqual(['participation.invited.v1']);
    const { body } = await join(grace, tokenOf(invited[0]!.id)).expect(200);
    expect(body).toMatchObject({ role: 'mentor', state: 'active', source: 'invitation' });
    const { body: again } = await join(grace, tokenOf(invited[0]!.id)).expect(200);
    expect(again.id).toBe(body.id);
    const { body: list } = await as(owner).get(`${path}/invitations`).expect(200);
    expect(list.items).toEqual([expect.objectContaining({ status: 'used', uses: 1, token: null })]);
  });

  it('is not sent to those who have one or take part already', async () => {
    await enrol(api, grace, { programId, role: 'mentor' });
    await invite(['new@example.org']);
    const { invited, skipped } = await invite([
      'NEW@example.org',
      'grace.hopper@example.org',
      'third@example.org',
    ]);
    expect(invited.map(({ email }) => email)).toEqual(['third@example.org']);
    expect(skipped).toEqual([
      { email: 'grace.hopper@example.org', reason: 'already-member' },
      { email: 'new@example.org', reason: 'already-invited' },
    ]);
    expect(await events()).toHaveLength(2);
  });

  it('works for its addressee alone, with a confirmed address, while it is open', async () => {
    const { invited } = await invite(['grace.hopper@example.org']);
    const token = tokenOf(invited[0]!.id);
    const ada = await api.person('Ada Lovelace');
    expect((await join(ada, token).expect(403)).body.code).toBe('programs.invitation-for-other-address');
    await api.sql(`UPDATE account SET email_verified_at = NULL WHERE id = $1`, [grace.accountId]);
    expect((await join(grace, token).expect(403)).body.code).toBe('programs.email-not-verified');
    await api.sql(`UPDATE account SET email_verified_at = now() WHERE id = $1`, [grace.accountId]);
    await as(owner).post(`${path}/invitations/${invited[0]!.id}/revoke`).expect(200);
    expect((await join(grace, token).expect(410)).body.code).toBe('programs.invitation-revoked');
    await api.sql(`UPDATE invitation SET revoked_at = NULL, expires_at = now() - interval '1 second'`);
    expect((await join(grace, token).expect(410)).body.code).toBe('programs.invitation-expired');
    expect(await api.sql(`SELECT 1 FROM participation WHERE account_id = $1`, [grace.accountId])).toEqual([]);
  });

  it.each(['', 'abc', 'x'.repeat(150), 'AZqhYQfdd4iF8P1n0S1QbA.e8cQ0mXWb0m3F0R1f3o9Y6gk2vUqL5dJt7sHn4xPzKc'])(
    'with the forged token %j is refused',
    async (token) => {
      const { status } = await join(grace, token);
      expect([404, 422]).toContain(status);
    },
  );

  it('by a coordinator brings in mentors and mentees alone', async () => {
    await enrol(api, grace, { programId, role: 'coordinator' });
    await invite(['a@example.org'], 'mentee', grace);
    for (const role of ['owner', 'coordinator', 'sponsor'])
      await as(grace)
        .post(`${path}/invitations`, { emails: ['b@example.org'], role })
        .expect(403);
    const { invited } = await invite(['ada@example.org'], 'owner');
    await as(grace).post(`${path}/invitations/${invited[0]!.id}/revoke`).expect(403);
  });
});

describe('the page behind an invitation', () => {
  const page = (token: string) => api.http.get(`/i/${token}`).set('Accept', 'text/html');
  const press = (token: string) => api.http.post(`/i/${token}`).set('Accept', 'text/html');

  it('changes nothing until its button is pressed, and then asks for no password', async () => {
    const { invited } = await invite(['new.person@example.org']);
    const token = tokenOf(invited[0]!.id);
    const { text } = await page(token).expect(200);
    expect(text).toContain('Olive Owner would like you to take part in Northwind as a mentor.');
    expect(text).toContain('Join us');
    expect(await api.sql(`SELECT 1 FROM account WHERE email = 'new.person@example.org'`)).toEqual([]);
    expect((await press(token).expect(200)).text).toContain('Welcome');
    const [row] = await api.sql(
      `SELECT a.name, a.claimed_at, a.email_verified_at, pa.role, pa.state FROM account a
       JOIN participation pa ON pa.account_id = a.id WHERE a.email = 'new.person@example.org'`,
    );
    expect(row).toEqual({
      name: 'New Person',
      claimed_at: null,
      email_verified_at: null,
      role: 'mentor',
      state: 'active',
    });
    const owed = await api.sql(`SELECT 1 FROM outbox_event WHERE type = 'account.sign-in-link-requested.v1'`);
    expect(owed).toHaveLength(1);
    await page(token).expect(410);
    await press(token).expect(410);
  });

  it('makes one participation of many presses', async () => {
    const { invited } = await invite(['new.person@example.org']);
    const token = tokenOf(invited[0]!.id);
    const answers = await Promise.all([1, 2, 3].map(() => press(token)));
    expect(answers.every(({ status }) => status === 200 || status === 410)).toBe(true);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(await api.sql(`SELECT uses FROM invitation`)).toEqual([{ uses: 1 }]);
  });

  it('of a shared link proves nobody’s address', async () => {
    const token = await link(5);
    expect((await page(token).expect(200)).text).not.toContain('<button');
    await press(token).expect(403);
    const { body } = await api.http.get(`/i/${token}`).set('Accept', 'application/json').expect(200);
    expect(body).toMatchObject({ programName: 'Northwind', role: 'mentee', personal: false });
    await page('forged').expect(404);
  });
});

describe('a link', () => {
  it('is used exactly as often as it says, also by many at once', async () => {
    const token = await link(2);
    const people = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((name) => api.person(`Person ${name}`)));
    const answers = await Promise.all(people.map((person) => join(person, token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 410, 410, 410]);
    const [{ uses } = { uses: -1 }] = await api.sql<{ uses: number }>(`SELECT uses FROM invitation`);
    expect(uses).toBe(2);
    expect(await api.sql(`SELECT 1 FROM participation WHERE role = 'mentee'`)).toHaveLength(2);
  });

  it('counts one person once, however often they press', async () => {
    const token = await link(3);
    const answers = await Promise.all([1, 2, 3, 4].map(() => join(grace, token)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await api.sql(`SELECT uses FROM invitation`)).toEqual([{ uses: 1 }]);
  });

  it('leads to an application where the program looks first', async () => {
    const { body } = await join(grace, await link(1)).expect(200);
    expect(body).toMatchObject({ state: 'applied' });
    expect(await events()).toEqual(['participation.applied.v1']);
    const open = await createProgram(api, owner, { approveMentees: false }, 'Open');
    path = `/v1/programs/${open}`;
    expect((await join(grace, await link(1))).body).toMatchObject({ state: 'active' });
  });

  it('brings nobody back whom an admin has declined', async () => {
    const open = await createProgram(api, owner, { approveMentees: false }, 'Open');
    path = `/v1/programs/${open}`;
    await enrol(api, grace, { programId: open, role: 'mentee', state: 'declined' });
    expect((await join(grace, await link(1))).body).toMatchObject({ state: 'applied' });
  });
});

describe('an application', () => {
  const apply = (person: TestPerson, role = 'mentee') =>
    as(person).post('/v1/applications', { programId, role, note: 'Please' });
  const allow = async (settings: object) => {
    await api.sql(`UPDATE program SET settings = $1`, [JSON.stringify(settings)]);
  };

  it('is taken only where the program is open for it', async () => {
    await allow({ mentorsMayApply: true });
    expect((await apply(grace).expect(404)).body.code).toBe('programs.applications-closed');
    programId = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6073';
    expect((await apply(grace, 'mentor').expect(404)).body.code).toBe('programs.applications-closed');
  });

  it('is approved or declined with a note, and can be repeated after a no', async () => {
    await allow({ menteesMayApply: true });
    const { body } = await apply(grace).expect(201);
    expect(body).toMatchObject({ state: 'applied', applicationNote: 'Please' });
    await apply(grace).expect(409);
    const one = `${path}/participations/${String(body.id)}`;
    const { body: no } = await as(owner).post(`${one}/decline`, { note: 'Not this round' }).expect(200);
    expect(no).toMatchObject({ state: 'declined', decisionNote: 'Not this round' });
    await as(owner).post(`${one}/approve`).expect(409);
    await apply(grace).expect(201);
    const { body: yes } = await as(owner).post(`${one}/approve`, { note: 'Welcome' }).expect(200);
    expect(yes).toMatchObject({ state: 'approved', decisionNote: 'Welcome' });
    expect(await events()).toEqual([
      'participation.applied.v1',
      'participation.declined.v1',
      'participation.applied.v1',
      'participation.approved.v1',
    ]);
  });

  it('is decided once by two admins at the same time', async () => {
    await allow({ menteesMayApply: true });
    const { body } = await apply(grace).expect(201);
    const one = `${path}/participations/${String(body.id)}`;
    const answers = await Promise.all(
      ['approve', 'decline'].map((decision) => as(owner).post(`${one}/${decision}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await events()).toHaveLength(2);
  });
});

describe('bad input', () => {
  it.each([
    ['emails.1', 'invitations', { emails: ['ok@example.org', 'no address'], role: 'mentor' }],
    ['emails', 'invitations', { emails: [], role: 'mentor' }],
    ['emails', 'invitations', { emails: 'a@example.org', role: 'mentor' }],
    ['emails', 'invitations', { emails: [7], role: 'mentor' }],
    ['role', 'invitations', { emails: ['a@example.org'], role: 'king' }],
    ['maxUses', 'invitation-links', { role: 'mentor', maxUses: 0, expiresAt: '2027-01-01T00:00:00Z' }],
    ['role', 'invitation-links', { role: 'owner', maxUses: 1, expiresAt: '2027-01-01T00:00:00Z' }],
    ['expiresAt', 'invitation-links', { role: 'mentor', maxUses: 1, expiresAt: '2020-01-01T00:00:00Z' }],
    ['expiresAt', 'invitation-links', { role: 'mentor', maxUses: 1, expiresAt: 'tomorrow' }],
    ['state', 'invitations', { emails: ['a@example.org'], role: 'mentor', state: 'active' }],
  ])('names %s', async (field, route, body) => {
    const answer = await as(owner).post(`${path}/${route}`, body).expect(422);
    expect(answer.body.fields).toContainEqual(expect.objectContaining({ path: field }));
    expect(await api.sql(`SELECT 1 FROM invitation`)).toEqual([]);
  });
});
