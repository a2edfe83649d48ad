import { MailTokens } from '#accounts';
import { jest } from '@jest/globals';
import type { TestPerson } from '../support/api-app.js';
import { buildAccount } from '../support/factories/account.factory.js';
import { buildParticipation } from '../support/factories/participation.factory.js';
import { MatchingWorld } from '../support/matching-world.js';
import { type CaughtMail, TestSmtp } from '../support/smtp.js';

jest.setTimeout(60_000);

interface Entry {
  readonly action: string;
  readonly actor: { readonly name: string };
  readonly onBehalfOf: { readonly participationId: string } | null;
}

let smtp: TestSmtp;
let world: MatchingWorld;
let coordinator: TestPerson;
let mentor: TestPerson;
let mentee: TestPerson;
let mentorId: string;
let menteeId: string;

beforeAll(async () => {
  smtp = await TestSmtp.start();
  world = await MatchingWorld.start({ SMTP_URL: smtp.url });
  await world.startWorker();
  coordinator = await world.api.person('Cory Coordinator');
});
afterAll(async () => {
  await world.stop();
  await smtp.stop();
});
beforeEach(async () => {
  await world.newProgram();
  await world.populate(2, 2);
  await buildParticipation(world.db, {
    programId: world.programId,
    accountId: coordinator.accountId,
    role: 'coordinator',
  });
  [mentorId, menteeId] = [world.mentorIds[0]!, world.menteeIds[0]!];
  mentor = await world.signIn(mentorId);
  mentee = await world.signIn(menteeId);
  smtp.clear();
});

/** A call in somebody's place. */
const inPlaceOf = (
  id: string,
  path: string,
  { as = coordinator, body = {} }: { as?: TestPerson; body?: object } = {},
) => world.api.http.post(world.path(path)).set('Authorization', as.bearer).set('On-Behalf-Of', id).send(body);

async function asked(): Promise<string> {
  const { status, body } = await world.call('post', '/requests', {
    as: mentee,
    body: { choices: [{ mentorId, note: 'My own words to my mentor.' }] },
  });
  expect(status).toBe(201);
  return (body as { items: { id: string }[] }).items[0]!.id;
}

async function entries(path: '/audit' | '/me/audit', as?: TestPerson): Promise<Entry[]> {
  const { body } = await world.call('get', path, as === undefined ? {} : { as });
  return (body as { items: Entry[] }).items;
}

async function mailTo(address: string, subject: string): Promise<CaughtMail> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const found = smtp.mails.find((mail) => mail.to.includes(address) && mail.subject.includes(subject));
    if (found !== undefined) return found;
    if (Date.now() > deadline)
      throw new Error(smtp.mails.map(({ to, subject: about }) => `${to.join()} ${about}`).join('; '));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('an admin in the place of a mentor', () => {
  it('accepts a request, once; the mentor reads of it and gets a mail', async () => {
    const id = await asked();
    const answer = await inPlaceOf(mentorId, `/requests/${id}/accept`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ state: 'accepted', mentorshipId: expect.any(String) });
    expect((await inPlaceOf(mentorId, `/requests/${id}/accept`)).status).toBe(200);
    const expected = {
      action: 'request.accepted',
      actor: { accountId: coordinator.accountId, name: 'Cory Coordinator', role: 'coordinator' },
      onBehalfOf: { participationId: mentorId, name: 'Mentor 1' },
    };
    expect(await entries('/audit')).toEqual([expect.objectContaining(expected)]);
    expect(await entries('/me/audit', mentor)).toEqual([expect.objectContaining(expected)]);
    expect(await entries('/me/audit', mentee)).toEqual([]);
    const mail = await mailTo(mentor.email, 'Cory Coordinator said yes to a request for you');
    expect(mail.text).toContain('Was it not what you wanted? Reply to this mail.');
    expect(mail.parsed.replyTo?.value[0]?.address).toBe(coordinator.email);
    expect(mail.text).not.toContain('My own words');
  });

  it('declines a request, without putting words into the mentor’s mouth', async () => {
    const id = await asked();
    const worded = await inPlaceOf(mentorId, `/requests/${id}/decline`, { body: { reason: 'No.' } });
    expect(worded.status).toBe(422);
    expect((await inPlaceOf(mentorId, `/requests/${id}/decline`)).body).toMatchObject({ state: 'declined' });
    await mailTo(mentor.email, 'declined a request for you');
    expect((await entries('/audit')).map(({ action }) => action)).toEqual(['request.declined']);
  });

  it('is refused in any other place', async () => {
    const id = await asked();
    const accept = `/requests/${id}/accept`;
    const status = async (call: ReturnType<typeof inPlaceOf>) => (await call).status;
    expect((await world.call('post', accept, { as: coordinator })).status).toBe(403);
    expect(await status(inPlaceOf('me', accept))).toBe(422);
    expect(await status(inPlaceOf(menteeId, accept))).toBe(403);
    expect(await status(inPlaceOf(world.mentorIds[1]!, accept))).toBe(404);
    expect(await status(inPlaceOf(mentorId, accept, { as: mentee }))).toBe(403);
    expect(await status(inPlaceOf(mentorId, accept, { as: mentor }))).toBe(403);
    expect(
      await status(inPlaceOf(mentorId, `/requests/${id}/ask-more`, { body: { question: 'Why?' } })),
    ).toBe(403);
    // Whoever asked can't say yes in the mentor's name.
    await buildParticipation(world.db, {
      programId: world.programId,
      accountId: mentee.accountId,
      role: 'coordinator',
    });
    expect(await status(inPlaceOf(mentorId, accept, { as: mentee }))).toBe(403);
    expect(await entries('/audit')).toEqual([]);
    expect((await world.call('get', `/requests/${id}`)).body).toMatchObject({ state: 'pending' });
  });

  it('of two admins at the same time only the first is written down', async () => {
    const id = await asked();
    const answers = await Promise.all(
      [coordinator, world.owner, coordinator].map((as) =>
        inPlaceOf(mentorId, `/requests/${id}/accept`, { as }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await entries('/audit')).toHaveLength(1);
  });
});

describe('an admin in the place of a mentee', () => {
  it('hands in a draft and takes it back', async () => {
    const { body } = await world.call('post', '/requests/drafts', {
      as: mentee,
      body: { mentorId, note: 'My own words.' },
    });
    const { id } = body as { id: string };
    expect((await inPlaceOf(mentorId, `/requests/${id}/submit`)).status).toBe(404);
    expect((await inPlaceOf(menteeId, `/requests/${id}/submit`)).body).toMatchObject({ state: 'pending' });
    await mailTo(mentee.email, 'Cory Coordinator handed in a request for you');
    expect((await inPlaceOf(mentorId, `/requests/${id}/withdraw`)).status).toBe(403);
    expect((await inPlaceOf(menteeId, `/requests/${id}/withdraw`)).body).toMatchObject({
      state: 'withdrawn',
    });
    await mailTo(mentee.email, 'took back a request for you');
    expect((await entries('/me/audit', mentee)).map(({ action }) => action)).toEqual([
      'request.withdrawn',
      'request.submitted',
    ]);
  });

  it('corrects a profile in several goes, of which one mail tells', async () => {
    const path = `/participations/${menteeId}/profile`;
    for (const headline of ['One', 'Two']) {
      const { version } = (await world.call('get', path)).body as { version: number };
      const { status } = await world.call('put', path, { body: { headline }, version });
      expect(status).toBe(200);
    }
    expect(await entries('/me/audit', mentee)).toHaveLength(2);
    const owed = await world.db.query(
      `SELECT 1 FROM outbox_event WHERE type = 'participation.acted-for.v1' AND program_id = $1 AND due_at > now()`,
      [world.programId],
    );
    // Two, when the quarter of an hour ends between them.
    expect([1, 2]).toContain(owed.length);
    await world.db.query(
      `UPDATE outbox_event SET due_at = now(), next_ring_at = now() WHERE program_id = $1`,
      [world.programId],
    );
    const mail = await mailTo(mentee.email, 'Olga Owner changed your profile');
    expect(mail.text).not.toContain('Two');
  });
});

describe('the address of somebody who was brought in', () => {
  const wrong = 'ada.lovelcae@example.org';
  let id: string;
  let accountId: string;
  beforeEach(async () => {
    await world.db.query(`UPDATE program SET settings = '{}' WHERE id = $1`, [world.programId]);
    await world.db.query(`UPDATE account SET email = id || '@example.org' WHERE email LIKE 'ada.%'`);
    const account = await buildAccount(world.db, {
      name: 'Ada Lovelace',
      email: wrong,
      claimedAt: null,
      emailVerifiedAt: null,
    });
    accountId = account.id;
    ({ id } = await buildParticipation(world.db, {
      programId: world.programId,
      accountId,
      role: 'mentor',
      source: 'import',
      privacyConfirmedAt: null,
    }));
  });

  const correct = (email: string, version?: number) =>
    world.call('put', `/participations/${id}/address`, {
      as: coordinator,
      body: { email },
      ...(version === undefined ? {} : { version }),
    });

  it('is corrected; the privacy notice follows, and what went to the old one is worth nothing', async () => {
    const tokens = world.api.app.get(MailTokens, { strict: false });
    const stray = await tokens.issue({
      accountId,
      purpose: 'participation.confirm-privacy',
      context: { programId: world.programId, participationId: id },
      expiresAt: new Date(Date.now() + 60_000),
    });
    const { status, body } = await correct(' Ada.Lovelace@Example.org', 1);
    expect(status).toBe(200);
    expect(body).toMatchObject({ email: 'ada.lovelace@example.org', version: 2 });
    await mailTo('ada.lovelace@example.org', '');
    const used = await world.api.http
      .post(`/a/${tokens.urlTokenOf(stray)}`)
      .set('Accept', 'application/json');
    expect(used.status).toBe(410);
    expect(smtp.mails.filter(({ to }) => to.includes(wrong))).toEqual([]);
    // They hear of the program by its notice alone until they have agreed to it.
    expect(smtp.mails.filter(({ subject }) => subject.includes('corrected'))).toEqual([]);
    expect(await entries('/audit')).toEqual([
      expect.objectContaining({ action: 'participation.address-corrected', fields: ['email'] }),
    ]);
    expect(JSON.stringify(await world.db.query(`SELECT * FROM audit_entry`))).not.toContain('lovelace');
  });

  it('stays as it is when it is said again, or on an old version, or without one', async () => {
    expect((await correct(wrong, 1)).status).toBe(200);
    expect((await correct('ada@example.org', 7)).status).toBe(412);
    expect((await correct('ada@example.org')).status).toBe(428);
    expect((await correct('no address', 1)).status).toBe(422);
    expect(await entries('/audit')).toEqual([]);
  });

  it('is not an admin’s to change once it is somebody’s own', async () => {
    expect((await correct(coordinator.email, 1)).body).toMatchObject({ code: 'accounts.address-in-use' });
    await world.db.query(`UPDATE participation SET privacy_confirmed_at = now() WHERE id = $1`, [id]);
    expect((await correct('ada@example.org', 1)).body).toMatchObject({ code: 'programs.address-not-yours' });
    await world.db.query(`UPDATE participation SET privacy_confirmed_at = NULL WHERE id = $1`, [id]);
    await world.db.query(`UPDATE account SET claimed_at = now() WHERE id = $1`, [accountId]);
    expect((await correct('ada@example.org', 1)).body).toMatchObject({ code: 'accounts.claimed' });
    await world.db.query(`UPDATE account SET claimed_at = NULL WHERE id = $1`, [accountId]);
    const elsewhere = world.programId;
    await world.newProgram();
    const other = world.programId;
    await buildParticipation(world.db, {
      programId: other,
      accountId,
      role: 'mentee',
      privacyConfirmedAt: null,
    });
    world.programId = elsewhere;
    expect((await correct('ada@example.org', 1)).body).toMatchObject({ code: 'programs.address-not-yours' });
    expect(await entries('/audit')).toEqual([]);
  });
});
