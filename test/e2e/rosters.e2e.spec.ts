import { Database } from '#database';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { TestApi, type TestPerson } from '../support/api-app.js';
import { buildProgram } from '../support/factories/program.factory.js';

interface Import {
  id: string;
  state: string;
  rowCount: number;
  goodCount: number;
  badCount: number;
  createdCount: number;
  updatedCount: number;
  pausedCount: number;
  returnedCount: number;
  failure: string | null;
  differences: Record<string, unknown> | null;
}

interface Person {
  id?: string;
  name: string;
  email: string;
  timeZone?: string;
  languages: string[];
  skills: { name: string; rank: number }[];
  capacity?: number;
}

let api: TestApi;
let worker: INestApplicationContext;
let admin: TestPerson;
let programId: string;

beforeAll(async () => {
  api = await TestApi.start({ QUEUE_POLL_MS: '50' });
  worker = await createWorker(api.config);
  admin = await api.person('Sam Okafor');
}, 60_000);

beforeEach(async () => {
  programId = (await buildProgram(api.app.get(Database), { createdBy: admin.accountId })).id;
  await join(admin, 'owner');
});

afterAll(async () => {
  await worker.close();
  await api.stop();
});

async function join(person: TestPerson, role: string): Promise<void> {
  await api.sql(
    `INSERT INTO participation (id, program_id, account_id, role, state, source) VALUES (gen_random_uuid(), $1, $2, $3, 'active', 'application')`,
    [programId, person.accountId, role],
  );
}

const person = (at: number, more: Partial<Person> = {}): Person => ({
  id: `E-${at}`,
  name: `Person ${at}`,
  email: `person${at}@example.org`,
  timeZone: 'Europe/Lisbon',
  languages: ['en'],
  skills: [{ name: 'javascript', rank: 3 }],
  capacity: 2,
  ...more,
});
const people = (count: number): Person[] => Array.from({ length: count }, (_, at) => person(at));

const call = (method: 'get' | 'post' | 'put', path: string, body?: object) => {
  const sent = api.http[method](`/v1/programs/${programId}${path}`).set('Authorization', admin.bearer);
  return body === undefined ? sent : sent.send(body);
};

async function ended({ id }: { id: string }): Promise<Import> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { body } = (await call('get', `/imports/${id}`)) as { body: Import };
    if (body.state !== 'applying') return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the import did not come to an end');
}

/** Sends a list in one request and waits until it has been applied. */
async function put(list: Person[], more: object = {}, role = 'mentor'): Promise<Import> {
  const { body } = (await call('put', `/roster/${role}`, { people: list, fullList: true, ...more }).expect(
    200,
  )) as { body: Import };
  return ended(body);
}

const states = async (): Promise<Record<string, string>> => {
  const rows = await api.sql<{ email: string; state: string; pause_reason: string | null }>(
    `SELECT a.email, p.state, p.pause_reason FROM participation p JOIN account a ON a.id = p.account_id
     WHERE p.program_id = $1 AND p.role <> 'owner' ORDER BY a.email`,
    [programId],
  );
  return Object.fromEntries(
    rows.map((row) => [row.email.split('@')[0] ?? '', [row.state, row.pause_reason].join(' ').trim()]),
  );
};

describe('a list of everybody in a role', () => {
  it('pauses who is missing, keeps the reason, and makes them active when they are back', async () => {
    expect(await put(people(20))).toMatchObject({ state: 'applied', createdCount: 20, pausedCount: 0 });
    expect(await put(people(18))).toMatchObject({ state: 'applied', createdCount: 0, pausedCount: 2 });
    expect(await states()).toMatchObject({
      person17: 'active',
      person18: 'paused not-in-roster',
      person19: 'paused not-in-roster',
    });
    const shown = await call('get', '/participations?state=paused');
    expect((shown.body as { items: object[] }).items).toMatchObject([
      { pauseReason: 'not-in-roster' },
      { pauseReason: 'not-in-roster' },
    ]);
    const stopped = await api.sql(
      `SELECT 1 FROM outbox_event WHERE program_id = $1 AND type = 'participation.stopped.v1'`,
      [programId],
    );
    expect(stopped).toHaveLength(2);
    const back = await put([...people(18), person(19)]);
    expect(back).toMatchObject({ pausedCount: 0, returnedCount: 1, createdCount: 0 });
    expect(await states()).toMatchObject({ person18: 'paused not-in-roster', person19: 'active' });
  });

  it('leaves alone whoever did not come by an import, paused themselves, left, or has the other role', async () => {
    await put(people(20));
    const [invited] = [await api.person('Ivy Invited')];
    await join(invited, 'mentor');
    const other = await api.person('Mo Mentee');
    await api.sql(
      `INSERT INTO participation (id, program_id, account_id, role, state, source) VALUES (gen_random_uuid(), $1, $2, 'mentee', 'active', 'import')`,
      [programId, other.accountId],
    );
    const own = await api.sql<{ id: string; email: string }>(
      `SELECT p.id, a.email FROM participation p JOIN account a ON a.id = p.account_id WHERE p.program_id = $1 ORDER BY a.email`,
      [programId],
    );
    const idOf = (email: string): string => own.find((row) => row.email === email)?.id ?? '';
    await call('post', `/participations/${idOf('person18@example.org')}/pause`).expect(200);
    await call('post', `/participations/${idOf('person19@example.org')}/leave`).expect(200);
    expect(await put(people(17))).toMatchObject({ pausedCount: 1 });
    expect(await put(people(20))).toMatchObject({ returnedCount: 1, pausedCount: 0 });
    expect(await states()).toMatchObject({
      'ivy.invited': 'active',
      'mo.mentee': 'active',
      person17: 'active',
      person18: 'paused',
      person19: 'left',
    });
  });

  it('forgets the reason when a person takes over', async () => {
    await put(people(20));
    await put(people(19));
    const [row] = await api.sql<{ id: string }>(
      `SELECT id FROM participation WHERE program_id = $1 AND pause_reason IS NOT NULL`,
      [programId],
    );
    await call('post', `/participations/${row?.id}/resume`).expect(200);
    await call('post', `/participations/${row?.id}/pause`).expect(200);
    expect(await put(people(20))).toMatchObject({ returnedCount: 0 });
    expect(await states()).toMatchObject({ person19: 'paused' });
  });

  it('stops before it pauses more than a tenth, unless the exact number is confirmed', async () => {
    await put(people(20));
    const refused = await call('put', '/roster/mentor', { people: people(17), fullList: true }).expect(409);
    expect(refused.body).toMatchObject({ code: 'imports.too-many-pauses' });
    expect((refused.body as { detail: string }).detail).toContain('pause 3 of 20');
    await call('put', '/roster/mentor', { people: people(17), fullList: true, confirmPauses: 4 }).expect(409);
    expect(Object.values(await states()).every((state) => state === 'active')).toBe(true);
    expect(await put(people(17), { confirmPauses: 3 })).toMatchObject({ state: 'applied', pausedCount: 3 });
  });

  it('fails when other people are missing by the time that the worker comes', async () => {
    await put(people(20));
    const { body } = (await call('put', '/roster/mentor', {
      people: people(17),
      fullList: true,
      dryRun: true,
    }).expect(200)) as { body: Import };
    await worker.close();
    await call('post', `/imports/${body.id}/apply`, { confirmPauses: 3 }).expect(202);
    await api.sql(
      `UPDATE participation SET state = 'left' WHERE program_id = $1 AND account_id = (SELECT id FROM account WHERE email = 'person19@example.org')`,
      [programId],
    );
    worker = await createWorker(api.config);
    const failed = await ended(body);
    expect(failed).toMatchObject({ state: 'failed', pausedCount: 0 });
    expect(failed.failure).toContain('would pause 2 of 19');
    await call('post', `/imports/${body.id}/apply`, { confirmPauses: 2 }).expect(202);
    expect(await ended(body)).toMatchObject({ state: 'applied', pausedCount: 2 });
  });

  it('takes a row that is wrong for somebody who is there, and refuses when nobody can say for whom', async () => {
    await put(people(20));
    const wrong = [...people(19), person(19, { timeZone: 'Berln' })];
    expect(await put(wrong)).toMatchObject({ badCount: 1, pausedCount: 0 });
    const renamed = [...people(19), person(19, { email: 'person19@example' })];
    expect(await put(renamed)).toMatchObject({ badCount: 1, pausedCount: 0 });
    const nobody = person(19, { id: '', email: 'person19@example' });
    const refused = await call('put', '/roster/mentor', { people: [...people(19), nobody], fullList: true });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'imports.rows-without-person' });
    expect((refused.body as { detail: string }).detail).toContain('row 20');
  });

  it('works from a file too, with the missing in the preview', async () => {
    await put(people(20));
    const header = 'name,email,time_zone,languages,skills_offered,capacity';
    const rows = people(19).map(({ name, email }) => `${name},${email},Europe/Lisbon,en,javascript:3,2`);
    const upload = (kind: string) =>
      api.http
        .post(`/v1/programs/${programId}/imports`)
        .set('Authorization', admin.bearer)
        .field('kind', kind)
        .field('fullList', 'true')
        .attach('file', Buffer.from([header, ...rows].join('\n')), 'people.csv');
    const { body } = (await upload('mentors').expect(201)) as { body: Import };
    expect(body.differences).toEqual({
      new: 0,
      changed: 0,
      unchanged: 19,
      returning: 0,
      staysOut: 0,
      paused: { count: 1, of: 20, limit: 2 },
    });
    const missing = await call('get', `/imports/${body.id}/missing`);
    expect((missing.body as { items: object[] }).items).toMatchObject([{ email: 'person19@example.org' }]);
    await call('post', `/imports/${body.id}/apply`).expect(202);
    expect(await ended(body)).toMatchObject({ pausedCount: 1, updatedCount: 0 });
    const pairs = await upload('pairs');
    expect(pairs.status).toBe(422);
  });
});

describe('a dry run', () => {
  it('says who is new, changed and in what, unchanged, back and missing, and touches nobody', async () => {
    await put(people(20));
    await put(people(19));
    const list = [
      ...people(17),
      person(17, { capacity: 3, skills: [{ name: 'golang', rank: 5 }] }),
      person(19),
      person(30),
    ];
    const before = await states();
    const { body } = (await call('put', '/roster/mentor', {
      people: list,
      fullList: true,
      dryRun: true,
    }).expect(200)) as { body: Import };
    expect(body).toMatchObject({
      state: 'previewed',
      differences: {
        new: 1,
        changed: 1,
        unchanged: 17,
        returning: 1,
        staysOut: 0,
        paused: { count: 1, of: 19, limit: 1 },
      },
    });
    expect(await states()).toEqual(before);
    const changed = await call('get', `/imports/${body.id}/differences?change=changed`).expect(200);
    expect(changed.body).toEqual({
      items: [
        {
          row: 18,
          email: 'person17@example.org',
          change: 'changed',
          fields: [
            { field: 'capacity', from: '2', to: '3' },
            { field: 'skills', from: 'javascript:3', to: 'go:5' },
          ],
        },
      ],
      nextCursor: null,
    });
    const first = await call('get', `/imports/${body.id}/differences?limit=15`).expect(200);
    const { items, nextCursor } = first.body as { items: object[]; nextCursor: string };
    expect(items).toHaveLength(15);
    const rest = await call('get', `/imports/${body.id}/differences?limit=15&cursor=${nextCursor}`);
    expect((rest.body as { items: object[] }).items).toHaveLength(5);
    await call('get', `/imports/${body.id}/differences?cursor=nonsense`).expect(422);
    await call('get', `/imports/${body.id}/missing?cursor=nonsense`).expect(422);
  });

  it('agrees with what applying does', async () => {
    await put(people(30));
    const list = people(29).map((one, at) => (at % 3 === 0 ? { ...one, capacity: 5 } : one));
    const { body } = (await call('put', '/roster/mentor', {
      people: list,
      fullList: true,
      dryRun: true,
    })) as {
      body: Import;
    };
    await call('post', `/imports/${body.id}/apply`).expect(202);
    const applied = await ended(body);
    expect(body.differences).toMatchObject({
      new: 0,
      changed: applied.updatedCount,
      paused: { count: applied.pausedCount },
    });
    expect(applied).toMatchObject({ updatedCount: 10, pausedCount: 1 });
    expect(await put(list)).toMatchObject({
      createdCount: 0,
      updatedCount: 0,
      pausedCount: 0,
      returnedCount: 0,
    });
  });
});

describe('a list in parts', () => {
  const begin = async (fullList: boolean): Promise<string> =>
    ((await call('post', '/roster/mentor/uploads', { fullList }).expect(201)).body as Import).id;
  const send = (id: string, part: number, list: Person[]) =>
    call('put', `/roster/mentor/uploads/${id}/parts/${part}`, { people: list });

  it('is compared when all parts are there, however often and in whatever order they come', async () => {
    await put(people(3));
    const id = await begin(true);
    expect((await call('get', `/imports/${id}`)).body).toMatchObject({
      state: 'receiving',
      differences: null,
    });
    await send(id, 2, [person(600), person(1)]).expect(204);
    await send(id, 1, [person(5)]).expect(204);
    await send(id, 1, people(3)).expect(204);
    await call('post', `/imports/${id}/apply`).expect(409);
    const lost = await call('post', `/roster/mentor/uploads/${id}/finish`, { parts: 3 }).expect(409);
    expect(lost.body).toMatchObject({ code: 'imports.parts-missing' });
    const finish = () => call('post', `/roster/mentor/uploads/${id}/finish`, { parts: 2 }).expect(200);
    const { body } = (await finish()) as { body: Import };
    expect(body).toMatchObject({
      state: 'previewed',
      rowCount: 5,
      goodCount: 4,
      badCount: 1,
      differences: { new: 1, unchanged: 3, paused: { count: 0 } },
    });
    const problems = await call('get', `/imports/${id}/problems`);
    expect((problems.body as { items: object[] }).items).toMatchObject([
      { row: 502, taken: false, problems: [{ code: 'duplicate-email' }] },
    ]);
    expect((await finish()).body).toEqual(body);
    // Written down once, however often it is finished.
    expect(
      await api.sql(`SELECT 1 FROM audit_entry WHERE subject_id = $1 AND action = 'import.uploaded'`, [id]),
    ).toHaveLength(1);
    const late = await send(id, 3, [person(7)]).expect(409);
    expect(late.body).toMatchObject({ code: 'imports.not-receiving' });
    await call('post', `/imports/${id}/apply`).expect(202);
    expect(await ended({ id })).toMatchObject({ createdCount: 1, updatedCount: 0 });
  });

  it('carries ten thousand people', async () => {
    const id = await begin(true);
    const all = people(10_000);
    for (let part = 1; part <= 20; part += 1)
      await send(id, part, all.slice((part - 1) * 500, part * 500)).expect(204);
    const { body } = (await call('post', `/roster/mentor/uploads/${id}/finish`, { parts: 20 }).expect(
      200,
    )) as {
      body: Import;
    };
    expect(body).toMatchObject({ goodCount: 10_000, differences: { new: 10_000 } });
    await call('post', `/imports/${id}/apply`).expect(202);
    expect(await ended({ id })).toMatchObject({ state: 'applied', createdCount: 10_000 });
  }, 120_000);

  it('refuses wrong roles, parts and people', async () => {
    const id = await begin(false);
    await call('put', `/roster/mentee/uploads/${id}/parts/1`, { people: people(1) }).expect(404);
    await call('post', `/roster/mentee/uploads/${id}/finish`, { parts: 1 }).expect(404);
    await call('put', `/roster/owner`, { people: people(1) }).expect(404);
    for (const part of ['0', '41', '1.5', 'x', '-1']) {
      const refused = await call('put', `/roster/mentor/uploads/${id}/parts/${part}`, { people: people(1) });
      expect(refused.status).toBe(404);
    }
    await send(id, 1, []).expect(422);
    await send(id, 1, people(501)).expect(422);
    await send(id, 1, [person(1, { languages: ['en; de'] })]).expect(422);
    await call('post', `/roster/mentor/uploads/${id}/finish`, { parts: 1 }).expect(409);
    const none = await call('put', '/roster/mentor', { people: [person(1, { email: 'nobody' })] }).expect(
      409,
    );
    expect(none.body).toMatchObject({ code: 'imports.no-good-rows' });
  });

  it('of mentees brings priorities and goals', async () => {
    const list = [{ ...person(1), goals: ['leadership'], goalStatement: 'Lead a team; well, soon' }];
    await put(list, {}, 'mentee');
    const [profile] = await api.sql(
      `SELECT f.goals, f.goal_statement, s.priority, s.level FROM profile f JOIN profile_skill s ON s.profile_id = f.id WHERE f.program_id = $1`,
      [programId],
    );
    expect(profile).toEqual({
      goals: ['leadership'],
      goal_statement: 'Lead a team; well, soon',
      priority: 3,
      level: null,
    });
  });
});
