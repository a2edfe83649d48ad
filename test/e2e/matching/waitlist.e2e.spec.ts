import { jest } from '@jest/globals';
import type { TestPerson } from '../../support/api-app.js';
import { EnrolmentApp, linksOf } from '../../support/enrolment-app.js';
import type { MatchingWorld } from '../../support/matching-world.js';

jest.setTimeout(180_000);

const NOW = new Date('2027-01-20T09:00:00Z');
const OPEN = '2027-02-01T12:00:00Z';
const CLOSED = '2027-02-15T12:00:00Z';
const DATES = { enrolsFrom: '2027-02-01', enrolsUntil: '2027-02-14', enrolReminderDays: [] };

interface Own {
  readonly parts: readonly { readonly answer: string | null; readonly placeInLine: number | null }[];
}

let app: EnrolmentApp;
let world: MatchingWorld;
let people: TestPerson[];

beforeAll(async () => {
  app = await EnrolmentApp.start(NOW);
  ({ world } = app);
});
afterAll(() => app.stop());

async function cohortOf(mentees: number, settings: object): Promise<string> {
  await app.db.query(`UPDATE outbox_event SET done_at = now() WHERE done_at IS NULL`);
  app.clock.set(NOW);
  await world.newProgram();
  await world.populate(0, mentees);
  people = await Promise.all(world.menteeIds.map((id) => world.signIn(id)));
  const { body } = await world.call('post', '/cohorts', { body: { name: 'Spring', ...DATES, ...settings } });
  await app.until(OPEN);
  app.smtp.clear();
  return (body as { id: string }).id;
}

const enrol = (cohort: string, person: number) =>
  world.call('post', `/cohorts/${cohort}/me`, { as: people[person]! });

const leave = (cohort: string, person: number) =>
  world.call('delete', `/cohorts/${cohort}/me`, { as: people[person]! });

async function standing(cohort: string, person: number): Promise<string> {
  const { body } = await world.call('get', `/cohorts/${cohort}/me`, { as: people[person]! });
  const [part] = (body as Own).parts;
  return `${part?.answer ?? '–'}${part?.placeInLine === null ? '' : ` ${part?.placeInLine ?? ''}`}`;
}

const members = async (cohort: string) =>
  (
    (await world.call('get', `/cohorts/${cohort}/members`)).body as {
      items: { participationId: string; late: boolean }[];
    }
  ).items;

/** Clock on by a minute, with what is due. */
const aMinute = () => app.until(new Date(app.clock.now().getTime() + 60_000).toISOString());

async function edit(cohort: string, body: object): Promise<number> {
  const { version } = (await world.call('get', `/cohorts/${cohort}`)).body as { version: number };
  return (await world.call('patch', `/cohorts/${cohort}`, { body, version })).status;
}

describe('a round with a limit', () => {
  it('lets those wait who come beyond it, in their order, and tells whoever moves up', async () => {
    const cohort = await cohortOf(4, { menteeLimit: 1 });
    for (const person of [0, 1, 2, 3]) expect((await enrol(cohort, person)).status).toBe(200);
    await enrol(cohort, 1);
    expect(await Promise.all([0, 1, 2, 3].map((one) => standing(cohort, one)))).toEqual([
      'in',
      'waiting 1',
      'waiting 2',
      'waiting 3',
    ]);
    const first = (await world.call('get', `/cohorts/${cohort}/waitlist?limit=2`)).body as {
      items: { participationId: string }[];
      nextCursor: string;
    };
    expect(first.items.map((one) => one.participationId)).toEqual(world.menteeIds.slice(1, 3));
    const rest = await world.call('get', `/cohorts/${cohort}/waitlist?limit=2&cursor=${first.nextCursor}`);
    expect(rest.body.items).toMatchObject([{ participationId: world.menteeIds[3] }]);

    await leave(cohort, 1);
    expect(await standing(cohort, 2)).toBe('waiting 1');
    expect(await aMinute()).toEqual([]);
    await leave(cohort, 0);
    const [told, ...others] = await aMinute();
    expect([told?.to, others]).toEqual([[people[2]!.email], []]);
    expect(told!.subject).toBe('Spring: a place is free, and it is yours');
    expect(await Promise.all([0, 1, 2, 3].map((one) => standing(cohort, one)))).toEqual([
      'out',
      'out',
      'in',
      'waiting 1',
    ]);
    const skip = await world.api.http.post(linksOf(told!)[0]!).set('Accept', 'application/json').send({});
    expect(skip.body.title).toBe('You skip this round');
    expect((await aMinute()).map(({ to }) => to)).toEqual([[people[3]!.email]]);
  });

  it('gives the last place to one of thirty at once', async () => {
    const cohort = await cohortOf(31, { menteeLimit: 2 });
    await enrol(cohort, 0);
    const answers = await Promise.all(people.slice(1).map((_, at) => enrol(cohort, at + 1)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 200));
    expect(await members(cohort)).toHaveLength(2);
    const places = answers
      .map(({ body }) => (body as Own).parts[0]?.placeInLine ?? 0)
      .filter((place) => place > 0);
    const waiting = (await world.call('get', `/cohorts/${cohort}/waitlist?limit=100`)).body.items as object[];
    expect([places.length, waiting.length]).toEqual([29, 29]);
    // Two leave at once: two move up, nobody twice.
    const [one, two] = (await members(cohort)).map(({ participationId }) =>
      world.menteeIds.indexOf(participationId),
    );
    await Promise.all([leave(cohort, one!), leave(cohort, two!)]);
    expect(await aMinute()).toHaveLength(2);
    expect(await members(cohort)).toHaveLength(2);
  });

  it('moves people up when it is raised, and drops nobody when it is lowered', async () => {
    const cohort = await cohortOf(4, { menteeLimit: 1 });
    for (const person of [0, 1, 2, 3]) await enrol(cohort, person);
    expect(await edit(cohort, { menteeLimit: 3 })).toBe(200);
    expect((await aMinute()).map(({ to }) => to[0]).sort()).toEqual(
      [people[1]!.email, people[2]!.email].sort(),
    );
    expect(await edit(cohort, { menteeLimit: 1 })).toBe(200);
    expect(await members(cohort)).toHaveLength(3);
    await leave(cohort, 0);
    expect(await standing(cohort, 3)).toBe('waiting 1');
    expect(await edit(cohort, { menteeLimit: null })).toBe(200);
    expect(await standing(cohort, 3)).toBe('in');
  });

  it('binds no admin, passes over those who pause, and fills the place that an admin frees', async () => {
    const cohort = await cohortOf(4, { menteeLimit: 1 });
    for (const person of [0, 1, 2]) await enrol(cohort, person);
    await world.call('post', `/participations/${world.menteeIds[1]}/pause`, { as: people[1]! });
    const added = await world.call('post', `/cohorts/${cohort}/members`, {
      body: { participationIds: [world.menteeIds[3]] },
    });
    expect(added.body).toEqual({ enrolled: 1 });
    const remove = (id: string | undefined) => world.call('delete', `/cohorts/${cohort}/members/${id ?? ''}`);
    await remove(world.menteeIds[3]);
    expect(await standing(cohort, 2)).toBe('waiting 2');
    await remove(world.menteeIds[0]);
    expect((await aMinute()).map(({ to }) => to)).toEqual([[people[2]!.email]]);
    await remove(world.menteeIds[1]);
    expect(await standing(cohort, 1)).toBe('–');
  });
});

describe('coming late', () => {
  it('is refused, or waits for somebody to leave where the round allows it', async () => {
    const strict = await cohortOf(1, {});
    await app.until(CLOSED);
    expect((await enrol(strict, 0)).status).toBe(409);

    const cohort = await cohortOf(3, { lateToWaitlist: true });
    await enrol(cohort, 0);
    await app.until(CLOSED);
    expect((await enrol(cohort, 1)).status).toBe(200);
    expect(await standing(cohort, 1)).toBe('waiting 1');
    await leave(cohort, 0);
    expect(await Promise.all([0, 1].map((one) => standing(cohort, one)))).toEqual(['skipped', 'in']);
    expect(await members(cohort)).toMatchObject([{ participationId: world.menteeIds[1], late: true }]);
    await app.db.query(`UPDATE cohort SET state = 'published' WHERE id = $1`, [cohort]);
    expect((await enrol(cohort, 2)).body.code).toBe('matching.enrolment-closed');
  });

  it('is noted of those whom an admin adds after the close, and not of the others', async () => {
    const cohort = await cohortOf(2, {});
    await enrol(cohort, 0);
    await app.until(CLOSED);
    await world.call('post', `/cohorts/${cohort}/members`, { body: { everybody: true } });
    expect((await members(cohort)).map(({ late }) => late).sort()).toEqual([false, true]);
  });

  it('gets in when the round opens again', async () => {
    const cohort = await cohortOf(2, { lateToWaitlist: true });
    await app.until(CLOSED);
    await enrol(cohort, 0);
    expect(await standing(cohort, 0)).toBe('waiting 1');
    await world.call('post', `/cohorts/${cohort}/reopen`);
    expect(await standing(cohort, 0)).toBe('in');
  });
});

describe('limits that can’t work', () => {
  it.each([{ menteeLimit: 0 }, { mentorLimit: 1.5 }, { mentorLimit: '3' }, { lateToWaitlist: 'yes' }])(
    '%j',
    async (settings) => {
      const { status } = await world.call('post', '/cohorts', { body: { name: 'Spring', ...settings } });
      expect(status).toBe(422);
    },
  );
});
