import { jest } from '@jest/globals';
import { v7 } from 'uuid';
import { buildAccount } from '../support/factories/account.factory.js';
import { buildParticipation } from '../support/factories/participation.factory.js';
import { MatchingWorld } from '../support/matching-world.js';
import { TestSmtp } from '../support/smtp.js';

jest.setTimeout(60_000);

interface Text {
  readonly subject: string;
  readonly preheader: string;
  readonly blocks: readonly { readonly style: string; readonly text: string }[];
}

const APPROVED = '/mail-templates/application-approved';
const TEXT: Text = {
  subject: 'Willkommen, {{recipient_name}}!',
  preheader: '',
  blocks: [
    { style: 'heading', text: 'Willkommen bei {{program_name}}' },
    { style: 'paragraph', text: 'Nur <b>eines</b> fehlt noch.' },
    { style: 'paragraph', text: '{{note}}' },
    { style: 'paragraph', text: '{{buttons}}' },
    { style: 'small', text: 'Fragen? {{contact_name}} hilft.' },
  ],
};
const without = (token: string): Text => ({
  ...TEXT,
  blocks: TEXT.blocks.filter(({ text }) => text !== `{{${token}}}`),
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

const put = (path: string, body: object, version = 0) => world.call('put', path, { body, version });

/** Approves somebody who reads in a language; their mail. */
async function approve(locale: string, email: string) {
  const { id: accountId } = await buildAccount(world.db, { name: 'Ana Lima', email, locale });
  const { programId } = world;
  const { id } = await buildParticipation(world.db, { programId, accountId, state: 'applied' });
  expect((await world.call('post', `/participations/${id}/approve`, { body: {} })).status).toBe(200);
  const [mail] = await smtp.waitFor(1, ({ to }) => to.includes(email));
  return mail!;
}

describe('the list of texts', () => {
  it('names every mail but those about the account, with tokens, default and what was changed', async () => {
    await put(`${APPROVED}/de`, TEXT);
    const { status, body } = await world.call('get', '/mail-templates');
    expect(status).toBe(200);
    const items = body.items as { key: string; mail: string; changed: object[]; tokens: object[] }[];
    expect(items.map(({ mail }) => mail)).not.toContain('password-changed');
    expect(items.filter(({ mail }) => mail === 'session-booked').map(({ key }) => key)).toEqual([
      'session-booked.mentee',
      'session-booked.mentor',
    ]);
    expect(items.find(({ key }) => key === 'application-approved')).toMatchObject({
      role: 'participant',
      defaultText: { subject: 'Welcome to {{program_name}}' },
      tokens: expect.arrayContaining([
        expect.objectContaining({ name: 'program_name', kind: 'word', required: false }),
        expect.objectContaining({ name: 'buttons', kind: 'part', required: true }),
      ]) as object[],
      changed: [{ language: 'de', changedByName: 'Olga Owner', version: 1 }],
    });
    expect(items.filter(({ changed }) => changed.length > 0)).toHaveLength(1);
  });
});

describe('a changed text', () => {
  it('is what readers of that language get, others not, until it is taken back', async () => {
    expect((await put(`${APPROVED}/de`, TEXT)).status).toBe(200);
    const german = await approve('de-AT', 'ana.at@example.org');
    expect(german.subject).toBe('Willkommen, Ana Lima!');
    expect(german.text).toContain('Nur <b>eines</b> fehlt noch.');
    expect(german.html).toContain('Nur &lt;b&gt;eines&lt;/b&gt; fehlt noch.');
    expect(german.text).toContain('Fill in your profile:\n');
    expect(german.text).toContain('You get this because you take part');
    expect((await approve('en', 'ana.en@example.org')).subject).toMatch(/^Welcome to /);

    expect((await world.call('delete', `${APPROVED}/de`, { version: 1 })).status).toBe(204);
    const written = await world.api.sql<{ action: string }>(
      `SELECT action FROM audit_entry WHERE program_id = $1 AND action LIKE 'program.mail-text-%' ORDER BY id DESC LIMIT 2`,
      [world.programId],
    );
    expect(written.map(({ action }) => action)).toEqual([
      'program.mail-text-reset',
      'program.mail-text-changed',
    ]);
    expect((await approve('de', 'ana.de@example.org')).subject).toMatch(/^Welcome to /);
  });

  it('in English is for everybody who has none of their own', async () => {
    await put(`${APPROVED}/en`, { ...TEXT, subject: 'Hello {{recipient_name}}' });
    expect((await approve('fr', 'ana.fr@example.org')).subject).toBe('Hello Ana Lima');
  });

  it('goes by versions, of two at once one wins, and other programs keep theirs', async () => {
    expect(await world.call('get', `${APPROVED}/de`)).toMatchObject({
      body: { isDefault: true, version: 0 },
      headers: { etag: '"0"' },
    });
    expect((await world.call('put', `${APPROVED}/de`, { body: TEXT })).status).toBe(428);
    expect((await put(`${APPROVED}/de`, TEXT, 3)).status).toBe(412);
    const both = await Promise.all([put(`${APPROVED}/de`, TEXT), put(`${APPROVED}/de`, TEXT)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await put(`${APPROVED}/de`, TEXT, 1)).body).toMatchObject({ isDefault: false, version: 2 });
    expect((await world.call('delete', `${APPROVED}/de`, { version: 1 })).status).toBe(412);
    expect((await world.call('delete', `${APPROVED}/de`, { version: 2 })).status).toBe(204);
    await put(`${APPROVED}/de`, TEXT);
    await world.newProgram();
    expect((await world.call('get', `${APPROVED}/de`)).body).toMatchObject({ isDefault: true });
  });

  it.each([
    [
      'an unknown token',
      { ...TEXT, subject: 'Hi {{recipent_name}}' },
      'subject',
      'nearest is {{recipient_name}}',
    ],
    [
      'a token of another mail',
      { ...TEXT, subject: '{{mentor_name}}' },
      'subject',
      'no token {{mentor_name}}',
    ],
    ['no button', without('buttons'), 'blocks', 'needs {{buttons}}'],
    ['a part in a line', { ...TEXT, preheader: 'See {{buttons}}' }, 'preheader', 'can’t stand here'],
    ['a subject of two lines', { ...TEXT, subject: 'Hi\r\nBcc: eve@example.org' }, 'subject', 'one line'],
    ['logic', { ...TEXT, subject: '{{#each x}}' }, 'subject', 'no token'],
    ['no blocks', { ...TEXT, blocks: [] }, 'blocks', 'at least one'],
    ['a block that is none', { ...TEXT, blocks: ['x'] }, 'blocks.0', '{"style", "text"}'],
  ])('refuses %s', async (_what, body, path, words) => {
    const answer = await put(`${APPROVED}/de`, body);
    expect(answer.status).toBe(422);
    const { fields } = answer.body as { fields: { path: string; message: string }[] };
    expect(fields).toContainEqual({ path, message: expect.stringContaining(words) as string });
  });

  it.each(['password-changed/en', 'nonsense/en', 'application-approved/xx', 'constructor/en'])(
    'does not exist for %s',
    async (path) => {
      expect((await world.call('get', `/mail-templates/${path}`)).status).toBe(404);
      expect((await put(`/mail-templates/${path}`, TEXT)).status).toBe(404);
    },
  );
});

describe('a preview', () => {
  it('shows a draft to a person of the program, saves nothing and sends nothing', async () => {
    const { accountId } = await world.member('Mia Mentor', 'mentor');
    const [row] = await world.db.query<{ id: string }>(`SELECT id FROM participation WHERE account_id = $1`, [
      accountId,
    ]);
    const preview = await world.call('post', `${APPROVED}/de/preview`, {
      body: { text: TEXT, participationId: row!.id },
    });
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({
      to: { name: 'Mia Mentor' },
      replyTo: { name: 'Olga Owner' },
      subject: 'Willkommen, Mia Mentor!',
      text: expect.stringContaining('> Good to have you.') as string,
      html: expect.stringContaining('Nur &lt;b&gt;eines&lt;/b&gt;') as string,
    });
    expect((await world.call('get', `${APPROVED}/de`)).body).toMatchObject({ isDefault: true });
    expect(smtp.mails).toEqual([]);
    const bad = { text: without('buttons') };
    expect((await world.call('post', `${APPROVED}/de/preview`, { body: bad })).status).toBe(422);
    const stranger = { participationId: v7() };
    expect((await world.call('post', `${APPROVED}/de/preview`, { body: stranger })).status).toBe(404);
  });

  it('of every mail as it is can be read', async () => {
    const { body } = await world.call('get', '/mail-templates');
    for (const { key } of body.items as { key: string }[]) {
      const preview = await world.call('post', `/mail-templates/${key}/en/preview`, { body: {} });
      expect([key, preview.status]).toEqual([key, 200]);
      expect((preview.body as { text: string }).text).not.toMatch(/\{\{|undefined/);
    }
  });
});

describe('a test', () => {
  it('comes to whoever asks, marked, in the language asked for; and not without end', async () => {
    await put(`${APPROVED}/de`, TEXT);
    const tests = await Promise.all(
      Array.from({ length: 21 }, () => world.call('post', `${APPROVED}/de/test`)),
    );
    expect(tests.filter(({ status }) => status === 202)).toHaveLength(20);
    expect(tests.filter(({ status }) => status === 429)).toHaveLength(1);
    const [mail] = await smtp.waitFor(20);
    expect(mail!.subject).toBe('[Test] Willkommen, Olga Owner!');
    expect(mail!.text).toContain('because you asked for a test of it');
    expect((await world.call('post', `/mail-templates/nonsense/de/test`)).status).toBe(404);
  });
});
