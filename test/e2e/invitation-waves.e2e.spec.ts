import { jest } from '@jest/globals';
import { MatchingWorld } from '../support/matching-world.js';
import { TestSmtp } from '../support/smtp.js';

jest.setTimeout(120_000);

interface Wave {
  readonly id: string;
  readonly state: string;
  readonly size: number;
  readonly invited: number;
  readonly sent: number;
  readonly bounced: number;
  readonly accepted: number;
}

let smtp: TestSmtp;
let world: MatchingWorld;

beforeAll(async () => {
  smtp = await TestSmtp.start();
  world = await MatchingWorld.start({ SMTP_URL: smtp.url });
  await world.startWorker();
});
beforeEach(async () => {
  await world.newProgram();
  await world.api.sql(`UPDATE program SET settings = '{}' WHERE id = $1`, [world.programId]);
  smtp.mails.length = 0;
});
afterAll(async () => {
  await world.stop();
  await smtp.stop();
});

/** Imports so many mentors whose mails are held back. */
async function importHeld(count: number, tag: string): Promise<void> {
  const people = Array.from({ length: count }, (_, at) => ({
    name: `Person ${at}`,
    email: `${tag}${at}@example.org`,
    timeZone: 'UTC',
    languages: ['en'],
    skills: [{ name: 'sql', rank: 3 }],
  }));
  const { body, status } = await world.call('put', '/roster/mentor', { body: { people, holdMails: true } });
  expect(status).toBe(200);
  await until(
    async () => (await read<{ state: string }>(`/imports/${(body as Wave).id}`)).state === 'applied',
  );
}

const read = async <Body>(path: string): Promise<Body> => (await world.call('get', path)).body as Body;
const wave = (id: string): Promise<Wave> => read<Wave>(`/invitation-waves/${id}`);
const begin = (body: object) => world.call('post', '/invitation-waves', { body });

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come to that');
}

const isDue = (id: string) =>
  world.api.sql(`UPDATE invitation_wave SET due_at = now() - interval '1 minute' WHERE id = $1`, [id]);

describe('mails to imported people in waves', () => {
  it('go to some at a time, to nobody twice, until nobody is left', async () => {
    await importHeld(5, 'steady');
    expect(smtp.mails).toEqual([]);
    const { body, status } = await begin({ size: 2, everyHours: 24 });
    expect(status).toBe(201);
    const { id } = body as Wave;
    await until(async () => (await wave(id)).sent === 2);
    expect(await wave(id)).toMatchObject({ state: 'waiting', invited: 2 });
    expect(smtp.mails.every(({ subject }) => subject.startsWith('You were added to'))).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(smtp.mails).toHaveLength(2);
    const other = (await begin({ percent: 50, everyHours: 1 })).body as Wave;
    expect(other.size).toBe(2);
    await until(async () => (await wave(other.id)).sent === 2);
    await isDue(id);
    await until(async () => (await wave(id)).sent === 3);
    expect(await wave(id)).toMatchObject({ state: 'finished', invited: 3 });
    expect(new Set(smtp.mails.flatMap(({ to }) => to)).size).toBe(5);
    expect(smtp.mails).toHaveLength(5);
    expect((await begin({ size: 1, everyHours: 1 })).body).toMatchObject({ code: 'waves.nobody-waits' });
    const list = await read<{ items: Wave[]; waiting: number }>('/invitation-waves?limit=1');
    expect(list).toMatchObject({ items: [{ id: other.id }], waiting: 0 });
  });

  it('stop while paused, and count who agreed and whose address takes no mail', async () => {
    await importHeld(4, 'pausing');
    smtp.behave({ answer: 550 }, 1);
    const { id } = (await begin({ role: 'mentor', size: 2, everyHours: 24 })).body as Wave;
    await until(async () => (await wave(id)).sent === 1 && (await wave(id)).bounced === 1);
    expect((await world.call('post', `/invitation-waves/${id}/pause`)).body).toMatchObject({
      state: 'paused',
    });
    expect((await world.call('post', `/invitation-waves/${id}/pause`)).status).toBe(200);
    await isDue(id);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await wave(id)).invited).toBe(2);
    const link = /https?:\/\/\S+\/a\/\S+/u.exec(smtp.mails[0]?.text ?? '')?.[0] ?? '';
    const { pathname } = new URL(link);
    const page = await world.api.http.post(pathname).type('form').send({});
    expect(page.status).toBe(200);
    expect((await wave(id)).accepted).toBe(1);
    await world.call('post', `/invitation-waves/${id}/resume`);
    await until(async () => (await wave(id)).state === 'finished' && (await wave(id)).sent === 3);
    expect((await world.call('post', `/invitation-waves/${id}/pause`)).status).toBe(409);
  });

  it('are refused when nothing can come of them', async () => {
    expect((await begin({ size: 1, everyHours: 1 })).status).toBe(409);
    await importHeld(1, 'refused');
    for (const body of [
      { everyHours: 1 },
      { size: 1, percent: 1, everyHours: 1 },
      { size: 0, everyHours: 1 },
    ])
      expect((await begin(body)).status).toBe(422);
    await world.api.sql(`UPDATE program SET settings = '{"organisationInformsPeople": true}' WHERE id = $1`, [
      world.programId,
    ]);
    expect((await begin({ size: 1, everyHours: 1 })).body).toMatchObject({
      code: 'waves.organisation-informs',
    });
  });
});
