import { jest } from '@jest/globals';
import { v7 } from 'uuid';
import { buildAccount } from '../support/factories/account.factory.js';
import { buildParticipation } from '../support/factories/participation.factory.js';
import { buildProfile } from '../support/factories/profile.factory.js';
import { MatchingWorld } from '../support/matching-world.js';
import { type CaughtMail, TestSmtp } from '../support/smtp.js';

jest.setTimeout(60_000);

interface Mailing {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly counts: readonly { mail: number; state: string; count: number }[];
}

const STEP = { subject: 'Hello {{recipient_name}}', text: 'Dear {{recipient_name}},\n\nplease look in.' };
const draft = (segment: object = {}, steps: object[] = [STEP]) => ({
  name: 'A mailing',
  segment: { audience: 'participants', role: 'mentee', ...segment },
  steps,
});

let smtp: TestSmtp;
let world: MatchingWorld;
beforeAll(async () => {
  smtp = await TestSmtp.start();
  world = await MatchingWorld.start({ SMTP_URL: smtp.url });
  await world.startWorker();
});
afterAll(async () => {
  await world.stop();
  await smtp.stop();
});
beforeEach(async () => {
  await world.newProgram();
  smtp.clear();
});

let count = 0;
/** Somebody of the program, by a first name that is theirs alone. */
async function person(name: string, role: 'mentee' | 'mentor' = 'mentee') {
  count += 1;
  const email = `${name.toLowerCase()}.${count}@example.org`;
  const { id: accountId } = await buildAccount(world.db, { name, email });
  const participation = await buildParticipation(world.db, { programId: world.programId, accountId, role });
  return { email, accountId, participation };
}

async function create(body: object = draft()): Promise<Mailing> {
  const answer = await world.call('post', '/mailings', { body });
  expect([answer.status, answer.body]).toMatchObject([201, { state: 'draft' }]);
  return answer.body as Mailing;
}
const send = (id: string, body: object = {}) => world.call('post', `/mailings/${id}/send`, { body });
const read = async (id: string) => (await world.call('get', `/mailings/${id}`)).body as Mailing;

/** Waits until the mails of a mailing are as many in these states. */
async function settled(id: string, expected: Mailing['counts']): Promise<Mailing> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const mailing = await read(id);
    const done = JSON.stringify(mailing.counts) === JSON.stringify(expected);
    if (done || Date.now() > deadline) {
      expect(mailing.counts).toEqual(expected);
      return mailing;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Lets the next mail of a series fall due. */
const makeDue = (id: string) =>
  world.db.query(
    `UPDATE outbox_event SET due_at = now(), next_ring_at = now() WHERE subject_id = $1 AND done_at IS NULL`,
    [id],
  );

const wayOut = (mail: CaughtMail): string => new URL(/http\S+\/u\/\S+/.exec(mail.text)![0]).pathname;

describe('a mailing', () => {
  it('is drafted, previewed, and sent once to each, however often and by how many', async () => {
    const ana = await person('Ana');
    const both = await person('Bea');
    await buildParticipation(world.db, {
      programId: world.programId,
      accountId: both.accountId,
      role: 'mentor',
    });
    const refused = await person('Rex');
    await person('Max', 'mentor');
    await world.db.query(`INSERT INTO suppressed_address (email, reason) VALUES ($1, '550')`, [
      refused.email,
    ]);
    const { id } = await create();

    const preview = await world.call('post', `/mailings/${id}/preview`, { body: {} });
    expect(preview.body).toMatchObject({ recipients: 3, suppressed: 1 });
    const { samples } = preview.body as {
      samples: { subject: string; text: string; to: { email: string } }[];
    };
    expect(samples).toHaveLength(3);
    expect(samples.find(({ to }) => to.email === ana.email)).toMatchObject({ subject: 'Hello Ana' });
    expect(samples[0]!.text).toContain('No more mails like this');
    const [, token] = /\/u\/(\S+)/.exec(samples[0]!.text)!;
    expect((await world.api.http.post(`/u/${token}`)).status).toBe(404);
    expect(smtp.mails).toEqual([]);

    const sent = await Promise.all([send(id), send(id), send(id)]);
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    const done = await settled(id, [
      { mail: 1, state: 'sent', count: 2 },
      { mail: 1, state: 'suppressed', count: 1 },
    ]);
    expect(done.state).toBe('sent');
    expect(smtp.mails.map(({ to }) => to[0]).sort()).toEqual([ana.email, both.email].sort());
    const log = async (query: string) => {
      const { body } = await world.call('get', `/deliveries?${query}`);
      return (body as { items: { recipientEmail: string; mailingId: string }[] }).items;
    };
    expect((await log(`mailingId=${id}`)).map(({ recipientEmail }) => recipientEmail).sort()).toEqual(
      [ana.email, both.email, refused.email].sort(),
    );
    expect(await log(`participationId=${ana.participation.id}`)).toMatchObject([
      { recipientEmail: ana.email, mailingId: id },
    ]);
    expect([await log(`mailingId=${v7()}`), await log(`participationId=${v7()}`)]).toEqual([[], []]);
    expect((await world.call('get', `/deliveries/counts?mailingId=${id}`)).body).toEqual({
      total: 3,
      items: [
        { kind: 'mailing', state: 'sent', count: 2 },
        { kind: 'mailing', state: 'suppressed', count: 1 },
      ],
    });
    const ofOne = await world.call('get', `/deliveries/counts?participationId=${ana.participation.id}`);
    expect(ofOne.status).toBe(422);
    expect((await send(id)).body).toMatchObject({ state: 'sent' });
    expect((await world.call('post', `/mailings/${id}/cancel`)).status).toBe(409);
    expect(smtp.mails).toHaveLength(2);
  });

  it('is left by one click of a mail program, and nothing else is', async () => {
    const ana = await person('Ana');
    await person('Bea');
    const first = await create();
    await send(first.id);
    const [mail] = await smtp.waitFor(1, ({ to }) => to.includes(ana.email));
    await smtp.waitFor(2);
    const path = wayOut(mail!);
    const json = (method: 'get' | 'post', to: string) =>
      world.api.http[method](to).set('Accept', 'application/json');

    expect((await world.api.http.get(path).set('Accept', 'text/html')).text).toContain(
      'No more mails like this',
    );
    expect((await json('get', path)).body).toMatchObject({ unsubscribed: false });
    const click = () =>
      world.api.http
        .post(path)
        .set('Sec-Fetch-Site', 'cross-site')
        .type('form')
        .send('List-Unsubscribe=One-Click');
    expect([(await click()).status, (await click()).status]).toEqual([200, 200]);
    const multipart = json('post', path).field('List-Unsubscribe', 'One-Click');
    expect((await multipart).body).toMatchObject({ unsubscribed: true });
    const next = await create();
    expect((await world.call('post', `/mailings/${next.id}/preview`, { body: {} })).body).toMatchObject({
      recipients: 1,
    });
    await send(next.id);
    await settled(next.id, [{ mail: 1, state: 'sent', count: 1 }]);
    expect(smtp.to(ana.email)).toHaveLength(1);

    await world.db.query(`UPDATE participation SET state = 'applied' WHERE id = $1`, [ana.participation.id]);
    await world.call('post', `/participations/${ana.participation.id}/approve`, { body: {} });
    await smtp.waitFor(1, ({ to, subject }) => to.includes(ana.email) && subject.startsWith('Welcome'));

    expect((await json('post', `${path}/again`)).body).toMatchObject({ unsubscribed: false });
    expect((await world.call('post', `/mailings/${next.id}/preview`, { body: {} })).body).toMatchObject({
      recipients: 2,
    });
    expect((await world.api.http.post(`${path.slice(0, -2)}xx`)).status).toBe(404);
  });

  it('that waits can be called off, and nobody hears of it', async () => {
    await person('Ana');
    const { id } = await create();
    const later = new Date(Date.now() + 3_600_000).toISOString();
    expect((await send(id, { sendAt: later })).body).toMatchObject({ state: 'scheduled', sendAt: later });
    expect((await world.call('post', `/mailings/${id}/cancel`)).body).toMatchObject({ state: 'cancelled' });
    expect((await world.call('post', `/mailings/${id}/cancel`)).status).toBe(200);
    await makeDue(id);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await read(id)).counts).toEqual([]);
    expect((await send(id)).status).toBe(409);
    expect(smtp.mails).toEqual([]);
  });

  it('that is a draft is written anew by versions, and not once it is sent', async () => {
    const { id } = await create();
    const replace = (version?: number) =>
      world.call('put', `/mailings/${id}`, {
        body: { ...draft({ role: 'mentor' }), name: 'Another' },
        ...(version === undefined ? {} : { version }),
      });
    expect((await replace()).status).toBe(428);
    expect((await replace(7)).status).toBe(412);
    expect((await replace(1)).body).toMatchObject({
      name: 'Another',
      segment: { role: 'mentor' },
      version: 2,
    });
    await send(id);
    expect((await replace(3)).status).toBe(409);
    const listed = await world.call('get', '/mailings');
    expect(listed.body).toMatchObject({ items: [{ id }], nextCursor: null });
    await world.newProgram();
    for (const path of [`/mailings/${id}/send`, `/mailings/${id}/preview`, `/mailings/${id}/cancel`])
      expect((await world.call('post', path, { body: {} })).status).toBe(404);
  });
});

describe('a series', () => {
  it('leaves those in peace who did what it asks for', async () => {
    const ana = await person('Ana');
    const bea = await person('Bea');
    const steps = [STEP, { ...STEP, afterDays: 3, subject: 'Still missing: {{recipient_name}}' }];
    const { id } = await create(draft({ condition: 'not-ready' }, steps));
    await send(id);
    await settled(id, [{ mail: 1, state: 'sent', count: 2 }]);
    expect((await read(id)).state).toBe('sending');

    await buildProfile(world.db, ana.participation);
    await person('Late');
    await world.db.query(
      `INSERT INTO profile_skill (profile_id, skill_id, priority)
       SELECT f.id, 'python', 3 FROM profile f WHERE f.participation_id = $1`,
      [ana.participation.id],
    );
    await world.db.query(
      `UPDATE profile SET goals = '["leadership"]', goal_statement = 'To lead', languages = '[{"code": "en"}]',
         windows = '[{"weekday": "MO", "startMinute": 60, "endMinute": 120}]' WHERE participation_id = $1`,
      [ana.participation.id],
    );
    await makeDue(id);
    const done = await settled(id, [
      { mail: 1, state: 'sent', count: 2 },
      { mail: 2, state: 'sent', count: 1 },
    ]);
    expect(done.state).toBe('sent');
    expect(smtp.mails.filter(({ subject }) => subject.startsWith('Still')).map(({ to }) => to[0])).toEqual([
      bea.email,
    ]);
  });

  it('goes to addresses that were invited until they answer, and opens the invitation', async () => {
    const emails = ['new.one@example.org', 'new.two@example.org'];
    const invited = await world.call('post', '/invitations', { body: { role: 'mentor', emails } });
    expect(invited.status).toBeLessThan(300);
    const button = { label: 'Open', page: 'invitation' };
    const steps = [
      { ...STEP, button },
      { ...STEP, afterDays: 7, button, subject: 'Once more' },
    ];
    const { id } = await create(draft({ audience: 'invited', role: 'mentor' }, steps));
    await send(id);
    await settled(id, [{ mail: 1, state: 'sent', count: 2 }]);
    const [one] = smtp.to(emails[0]!).filter(({ subject }) => subject.startsWith('Hello'));
    expect(one!.text).toContain('You get this because you were invited');
    const link = new URL(/http\S+\/i\/\S+/.exec(one!.text)![0]).pathname;
    expect((await world.api.http.post(link).set('Accept', 'application/json')).status).toBe(200);
    await makeDue(id);
    await settled(id, [
      { mail: 1, state: 'sent', count: 2 },
      { mail: 2, state: 'sent', count: 1 },
    ]);
    expect(smtp.mails.filter(({ subject }) => subject === 'Once more').map(({ to }) => to[0])).toEqual([
      emails[1],
    ]);
  });
});

describe('a mailing is refused', () => {
  it.each([
    ['an unknown token', draft({}, [{ ...STEP, text: 'Dear {{mentor_name}}' }]), 'steps.0.text'],
    ['a header in the subject', draft({}, [{ ...STEP, subject: 'Hi\nBcc: x@y.org' }]), 'steps.0.subject'],
    [
      'five mails',
      draft(
        {},
        Array.from({ length: 5 }, () => STEP),
      ),
      'steps',
    ],
    ['a second mail on the same day', draft({}, [STEP, STEP]), 'steps.1.afterDays'],
    ['a first mail later', draft({}, [{ ...STEP, afterDays: 2 }]), 'steps.0.afterDays'],
    ['enrolled in no cohort', draft({ condition: 'enrolled' }), 'segment.cohortId'],
    ['a cohort of elsewhere', draft({ condition: 'enrolled', cohortId: v7() }), 'segment.cohortId'],
    [
      'a condition of those invited',
      draft({ audience: 'invited', condition: 'matched' }),
      'segment.condition',
    ],
    ['an unknown state', draft({ states: ['left'] }), 'segment.states'],
    [
      'a button to elsewhere',
      draft({}, [{ ...STEP, button: { label: 'x', page: 'https://evil.test' } }]),
      'steps.0.button.page',
    ],
    [
      'an invitation for participants',
      draft({}, [{ ...STEP, button: { label: 'x', page: 'invitation' } }]),
      'steps.0.button.page',
    ],
  ])('with %s', async (_what, body, path) => {
    const { status, body: problem } = await world.call('post', '/mailings', { body });
    expect(status).toBe(422);
    expect((problem as { fields: { path: string }[] }).fields.map((field) => field.path)).toContain(path);
  });

  it('for a time in two years', async () => {
    const { id } = await create();
    const sendAt = new Date(Date.now() + 730 * 86_400_000).toISOString();
    expect((await send(id, { sendAt })).status).toBe(422);
    expect((await read(id)).state).toBe('draft');
  });
});
