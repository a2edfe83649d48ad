import { jest } from '@jest/globals';
import type { TestPerson } from '../../support/api-app.js';
import { EnrolmentApp, linksOf } from '../../support/enrolment-app.js';
import type { MatchingWorld } from '../../support/matching-world.js';
import type { CaughtMail } from '../../support/smtp.js';

jest.setTimeout(120_000);

/** A Wednesday; the program is in Berlin, an hour ahead of UTC. */
const NOW = new Date('2027-01-20T09:00:00Z');
const DATES = { enrolsFrom: '2027-02-01', enrolsUntil: '2027-02-14', matchesOn: '2027-02-22' };

interface Cohort {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly mentors: number;
  readonly mentees: number;
}

let app: EnrolmentApp;
let world: MatchingWorld;

beforeAll(async () => {
  app = await EnrolmentApp.start(NOW);
  ({ world } = app);
});
afterAll(() => app.stop());

beforeEach(async () => {
  await app.db.query(`UPDATE outbox_event SET done_at = now() WHERE done_at IS NULL`);
  app.clock.set(NOW);
  app.smtp.clear();
  await world.newProgram();
  await world.populate(2, 2);
});

async function make(settings: object = DATES): Promise<Cohort> {
  const { status, body } = await world.call('post', '/cohorts', { body: { name: 'Spring', ...settings } });
  expect([status, body]).toEqual([201, body]);
  return body as Cohort;
}

const read = async (id: string): Promise<Cohort> =>
  (await world.call('get', `/cohorts/${id}`)).body as Cohort;

const addresses = (mails: readonly CaughtMail[]): string[] => mails.flatMap((mail) => mail.to).sort();

async function addressOf(participationId: string): Promise<string> {
  const [row] = await app.db.query<{ email: string }>(
    `SELECT a.email FROM account a JOIN participation p ON p.account_id = a.id WHERE p.id = $1`,
    [participationId],
  );
  return row!.email;
}

const everybody = async (): Promise<string[]> =>
  (await Promise.all([...world.mentorIds, ...world.menteeIds].map(addressOf))).sort();

const me = (cohort: Cohort, method: 'get' | 'post' | 'delete', as: TestPerson, body = {}) =>
  world.call(method, `/cohorts/${cohort.id}/me`, { as, ...(method === 'post' ? { body } : {}) });

/** Presses the button of a link's page. */
const press = (path: string) => world.api.http.post(path).set('Accept', 'application/json').send({});

describe('a round with dates', () => {
  it('opens and closes by itself in the program’s zone, asks by mail, and reminds who has not answered', async () => {
    const cohort = await make();
    expect(await app.until('2027-01-31T22:59:00Z')).toEqual([]);
    expect((await read(cohort.id)).state).toBe('draft');
    const [mentor, other] = await Promise.all(world.mentorIds.map((id) => world.signIn(id)));
    const early = await me(cohort, 'post', mentor!);
    expect([early.status, early.body.detail]).toEqual([
      409,
      'Enrolment in this cohort opens on Mon 1 Feb, 00:00 (Berlin). Come back then.',
    ]);

    expect(await app.until('2027-01-31T23:30:00Z')).toEqual([]);
    expect((await read(cohort.id)).state).toBe('open');
    const asked = await app.until('2027-02-01T07:00:00Z');
    expect(addresses(asked)).toEqual(await everybody());
    const toMentor = asked.find((mail) => mail.to[0] === mentor!.email)!;
    expect(toMentor.subject).toBe('Spring: you can enrol now');
    expect(toMentor.text).toContain(
      'You can enrol as a mentor until Sun 14 Feb. Matching is planned for Mon 22 Feb.',
    );
    expect(toMentor.text.split(/\s+/).length).toBeLessThan(150);

    expect((await me(cohort, 'post', mentor!)).body.parts).toEqual([
      { participationId: world.mentorIds[0], role: 'mentor', answer: 'in', placeInLine: null },
    ]);
    expect((await me(cohort, 'delete', other!)).body.parts).toMatchObject([{ answer: 'out' }]);
    const reminded = await app.until('2027-02-07T07:00:00Z');
    expect(addresses(reminded)).toEqual((await Promise.all(world.menteeIds.map(addressOf))).sort());
    expect(reminded[0]!.subject).toBe('Spring: enrolment is open until Sun 14 Feb');

    const mentee = await world.signIn(world.menteeIds[0]!);
    await me(cohort, 'post', mentee);
    expect(addresses(await app.until('2027-02-14T22:59:00Z'))).toEqual([
      await addressOf(world.menteeIds[1]!),
    ]);
    const late = await world.signIn(world.menteeIds[1]!);
    // The last minute is over, though nobody has heard the bell yet.
    app.clock.set(new Date('2027-02-14T23:00:00Z'));
    expect((await read(cohort.id)).state).toBe('open');
    expect((await me(cohort, 'post', late)).body.code).toBe('matching.enrolment-closed');
    expect(await app.until('2027-02-15T12:00:00Z')).toEqual([]);
    expect(await read(cohort.id)).toMatchObject({ state: 'closed', mentors: 1, mentees: 1 });
  });

  it('follows its dates when they move, and ignores the old ones', async () => {
    const cohort = await make();
    const moved = await world.call('patch', `/cohorts/${cohort.id}`, {
      body: { enrolsFrom: '2027-02-03', enrolsUntil: '2027-02-20', enrolReminderDays: [] },
      version: cohort.version,
    });
    expect(moved.body).toMatchObject({
      enrolsFrom: '2027-02-03',
      matchesOn: '2027-02-22',
      enrolReminderDays: [],
    });
    expect(await app.until('2027-02-02T12:00:00Z')).toEqual([]);
    expect((await read(cohort.id)).state).toBe('draft');
    expect(await app.until('2027-02-03T12:00:00Z')).toHaveLength(4);
    expect(await app.until('2027-02-20T12:00:00Z')).toEqual([]);
    const open = await read(cohort.id);
    expect(open.state).toBe('open');
    await world.call('patch', `/cohorts/${cohort.id}`, {
      body: { enrolsUntil: null },
      version: open.version,
    });
    await app.until('2027-03-20T12:00:00Z');
    expect((await read(cohort.id)).state).toBe('open');
  });

  it('moves with the program’s zone, and stays closed or cancelled when an admin said so', async () => {
    const cohort = await make();
    await app.db.query(`UPDATE program SET time_zone = 'America/New_York' WHERE id = $1`, [world.programId]);
    await app.until('2027-02-01T04:59:00Z');
    expect((await read(cohort.id)).state).toBe('draft');
    await app.until('2027-02-01T05:00:00Z');
    expect((await read(cohort.id)).state).toBe('open');
    await world.call('post', `/cohorts/${cohort.id}/close`);
    await world.call('post', `/cohorts/${cohort.id}/cancel`);
    expect(await app.until('2027-02-15T12:00:00Z')).toEqual([]);
    expect((await read(cohort.id)).state).toBe('cancelled');
  });

  it('does each thing once, however often the bell rings', async () => {
    const cohort = await make();
    await app.until('2027-02-01T12:00:00Z');
    await app.db.query(`UPDATE outbox_event SET done_at = NULL WHERE subject_id = $1`, [cohort.id]);
    await app.db.query(
      `DELETE FROM inbox_mark USING outbox_event e WHERE e.id = event_id AND e.subject_id = $1`,
      [cohort.id],
    );
    expect(await app.until('2027-02-01T12:00:00Z')).toEqual([]);
    expect(await read(cohort.id)).toMatchObject({ state: 'open', version: 2 });
  });

  it('opened by hand asks at once, and a second time only those who are new', async () => {
    const cohort = await make({ enrolsUntil: '2027-02-14' });
    await world.call('post', `/cohorts/${cohort.id}/open`);
    expect(await app.until('2027-01-20T10:00:00Z')).toHaveLength(4);
    await world.call('post', `/cohorts/${cohort.id}/close`);
    await world.populate(1, 0);
    await world.call('post', `/cohorts/${cohort.id}/reopen`);
    expect(addresses(await app.until('2027-01-20T11:00:00Z'))).toEqual([
      await addressOf(world.mentorIds[2]!),
    ]);
  });

  it('asks nobody without a last day, but takes whoever comes', async () => {
    const cohort = await make({});
    await world.call('post', `/cohorts/${cohort.id}/open`);
    expect(await app.until('2027-03-20T10:00:00Z')).toEqual([]);
    const mentee = await world.signIn(world.menteeIds[0]!);
    expect((await me(cohort, 'post', mentee)).status).toBe(200);
    expect((await read(cohort.id)).mentees).toBe(1);
  });
});

describe('answering a mail about a round', () => {
  it('enrols with one button, and takes no button for opening the page', async () => {
    const cohort = await make();
    const asked = await app.until('2027-02-01T12:00:00Z');
    const [yes, no] = linksOf(asked.find((mail) => mail.text.includes('as a mentee'))!);
    const page = await world.api.http.get(yes!).set('Accept', 'text/html').expect(200);
    expect(page.text).toContain('Take part in Spring?');
    expect(page.text.match(/<button/g)).toHaveLength(1);
    expect((await read(cohort.id)).mentees).toBe(0);
    expect((await press(yes!)).body.title).toBe('You are in');
    expect((await press(yes!)).body.title).toBe('You are in');
    expect((await read(cohort.id)).mentees).toBe(1);
    expect((await press(no!)).body.title).toBe('Not this time, then');
    expect((await read(cohort.id)).mentees).toBe(0);
  });

  it('says no once and is not reminded; everybody means nobody who said no', async () => {
    const cohort = await make();
    const asked = await app.until('2027-02-01T12:00:00Z');
    for (const mail of asked) expect((await press(linksOf(mail)[1]!)).status).toBe(200);
    expect(await app.until('2027-02-14T12:00:00Z')).toEqual([]);
    const all = await world.call('post', `/cohorts/${cohort.id}/members`, { body: { everybody: true } });
    expect(all.body).toEqual({ enrolled: 0 });
    const named = await world.call('post', `/cohorts/${cohort.id}/members`, {
      body: { participationIds: [world.menteeIds[0]] },
    });
    expect(named.body).toEqual({ enrolled: 1 });
  });

  it('is refused kindly when enrolment is over', async () => {
    await make();
    const asked = await app.until('2027-02-01T12:00:00Z');
    await app.until('2027-02-15T12:00:00Z');
    const { status, body } = await press(linksOf(asked[0]!)[0]!);
    expect([status, body.code]).toEqual([409, 'matching.enrolment-closed']);
  });
});

describe('enrolling oneself', () => {
  it('happens once, however many times at the same moment', async () => {
    const cohort = await make();
    await app.until('2027-02-01T12:00:00Z');
    const mentee = await world.signIn(world.menteeIds[0]!);
    const answers = await Promise.all(Array.from({ length: 10 }, () => me(cohort, 'post', mentee)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect((await read(cohort.id)).mentees).toBe(1);
    const gone = await Promise.all(Array.from({ length: 5 }, () => me(cohort, 'delete', mentee)));
    expect(gone.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await read(cohort.id)).mentees).toBe(0);
  });

  it('is for those who take part at present, in a role that they have', async () => {
    const cohort = await make();
    await app.until('2027-02-01T12:00:00Z');
    const id = world.menteeIds[0]!;
    const mentee = await world.signIn(id);
    const wrong = await me(cohort, 'post', mentee, { role: 'mentor' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'matching.no-such-role']);
    expect((await me(cohort, 'post', mentee, { role: 'owner' })).status).toBe(422);
    await world.call('post', `/participations/${id}/pause`, { as: mentee });
    const paused = await me(cohort, 'post', mentee);
    expect([paused.status, paused.body.code]).toEqual([409, 'matching.enrolment-not-active']);
  });

  it('asks as which, of somebody who is both', async () => {
    const cohort = await make();
    const id = world.menteeIds[0]!;
    await app.db.query(
      `INSERT INTO participation (id, program_id, account_id, role, state, source)
       SELECT gen_random_uuid(), program_id, account_id, 'mentor', 'active', 'import' FROM participation WHERE id = $1`,
      [id],
    );
    await app.until('2027-02-01T12:00:00Z');
    const both = await world.signIn(id);
    expect((await me(cohort, 'post', both)).body.code).toBe('matching.role-to-choose');
    const parts = (await me(cohort, 'post', both, { role: 'mentor' })).body.parts as object[];
    expect(parts).toMatchObject([
      { role: 'mentee', answer: null },
      { role: 'mentor', answer: 'in' },
    ]);
  });

  it('can be taken back until it is published: after the close that is stepping back', async () => {
    const cohort = await make();
    await app.until('2027-02-01T12:00:00Z');
    const mentee = await world.signIn(world.menteeIds[0]!);
    const stays = await world.signIn(world.menteeIds[1]!);
    await me(cohort, 'post', mentee);
    await app.until('2027-02-15T12:00:00Z');
    expect((await me(cohort, 'delete', mentee)).body.parts).toMatchObject([{ answer: 'skipped' }]);
    expect((await me(cohort, 'delete', stays)).body.parts).toMatchObject([{ answer: null }]);
    expect((await me(cohort, 'get', mentee)).body).toMatchObject({ open: false, state: 'closed' });
  });

  it('shows no draft without dates, and no other program’s round', async () => {
    const draft = await make({});
    const mentee = await world.signIn(world.menteeIds[0]!);
    expect((await me(draft, 'get', mentee)).status).toBe(404);
    await world.newProgram();
    const foreign = await make();
    await world.populate(0, 1);
    const other = await world.signIn(world.menteeIds[0]!);
    expect((await me(draft, 'get', other)).status).toBe(404);
    expect((await me(draft, 'post', other)).status).toBe(404);
    expect((await me(foreign, 'get', other)).status).toBe(200);
  });
});

describe('dates that can’t work', () => {
  it.each([
    [{ enrolsFrom: '2027-02-30' }, 'enrolsFrom'],
    [{ enrolsUntil: '9999-12-31' }, 'enrolsUntil'],
    [{ matchesOn: '0001-01-01' }, 'matchesOn'],
    [{ enrolsFrom: '2027-02-10', enrolsUntil: '2027-02-09' }, 'enrolsUntil'],
    [{ enrolsUntil: '2027-02-10', matchesOn: '2027-02-10' }, 'matchesOn'],
    [{ enrolReminderDays: [2, 2] }, 'enrolReminderDays'],
    [{ enrolReminderDays: [1.5] }, 'enrolReminderDays'],
    [{ enrolReminderDays: [-1] }, 'enrolReminderDays'],
  ])('%j names %s', async (settings, path) => {
    const { status, body } = await world.call('post', '/cohorts', { body: { name: 'Spring', ...settings } });
    const fields = (body as { fields: { path: string }[] }).fields;
    expect([status, fields.some((field) => field.path.startsWith(path))]).toEqual([422, true]);
  });
});
