import { jest } from '@jest/globals';
import type { TestPerson } from '../../support/api-app.js';
import { MatchingWorld } from '../../support/matching-world.js';

jest.setTimeout(120_000);

interface Field {
  readonly id: string;
  readonly key: string;
  readonly version: number;
}

let world: MatchingWorld;
let mentor: TestPerson;
let mentee: TestPerson;

beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.newProgram();
  await world.populate(3, 3);
  mentor = await world.signIn(world.mentorIds[0]!);
  mentee = await world.signIn(world.menteeIds[0]!);
});

const OPTIONS = ['Research', 'Teaching', 'Industry'];
const add = (body: object) => world.call('post', '/profile-fields', { body });

async function added(body: object): Promise<Field> {
  const answer = await add(body);
  expect(answer.status).toBe(201);
  return answer.body as Field;
}

const focus = () => added({ label: 'Focus area', kind: 'multi-choice', options: OPTIONS });

/** Puts a profile of somebody as it is, with other values in the program's own fields. */
async function put(participationId: string, fields: unknown, as: TestPerson, more: object = {}) {
  const path = `/participations/${participationId}/profile`;
  const { body } = await world.call('get', path, { as });
  const { version } = body as { version: number };
  return world.call('put', path, { as, version, body: { ...more, fields } });
}

const pathsOf = ({ body }: { body: { fields?: { path: string }[] } }): string[] =>
  (body.fields ?? []).map(({ path }) => path);

async function givenBySql(id: string, fields: object): Promise<void> {
  await world.db.query(`UPDATE profile SET fields = $2 WHERE participation_id = $1`, [
    id,
    JSON.stringify(fields),
  ]);
}

describe('fields of a program', () => {
  it('are defined by admins and read by every member', async () => {
    const made = await add({ label: '  Fokus: Größe & Zeit ', kind: 'choice', options: OPTIONS });
    expect(made.status).toBe(201);
    const field = made.body as Field;
    expect(made.headers['location']).toBe(world.path(`/profile-fields/${field.id}`));
    expect(field).toMatchObject({
      key: 'fokus-grosse-zeit',
      label: 'Fokus: Größe & Zeit',
      askedOf: 'both',
      required: false,
      visibleTo: 'everybody',
      scale: null,
      version: 1,
    });
    await added({ label: 'Level', kind: 'number', scale: 5, position: 0 });
    const listed = await world.call('get', '/profile-fields', { as: mentee });
    expect((listed.body as { items: Field[] }).items.map(({ key }) => key)).toEqual([
      'fokus-grosse-zeit',
      'level',
    ]);
    expect(
      (await world.call('post', '/profile-fields', { as: mentee, body: { label: 'x', kind: 'text' } }))
        .status,
    ).toBe(403);
  });

  it.each<[object, string]>([
    [{ label: 'A', kind: 'colour' }, 'kind'],
    [{ label: '', kind: 'text' }, 'label'],
    [{ label: '東京', kind: 'text' }, 'key'],
    [{ label: 'A', key: 'Not A Key', kind: 'text' }, 'key'],
    [{ label: 'A', kind: 'choice', options: ['one'] }, 'options'],
    [{ label: 'A', kind: 'choice', options: ['one', 'two', 'ONE'] }, 'options.2'],
    [{ label: 'A', kind: 'choice', options: ['one', 'two; three'] }, 'options.1'],
    [{ label: 'A', kind: 'text', options: ['one', 'two'] }, 'options'],
    [{ label: 'A', kind: 'choice', options: Array.from({ length: 101 }, (_, at) => `o${at}`) }, 'options'],
    [{ label: 'A', kind: 'text', scale: 3 }, 'scale'],
    [{ label: 'A', kind: 'number', scale: 0 }, 'scale'],
    [{ label: 'A', kind: 'text', askedOf: 'sponsor' }, 'askedOf'],
    [{ label: 'A', kind: 'text', visibleTo: 'nobody' }, 'visibleTo'],
  ])('refuse %j at "%s"', async (body, path) => {
    const refused = await add(body);
    expect(refused.status).toBe(422);
    expect(pathsOf(refused)).toEqual([path]);
  });

  it('have keys of their own, and are thirty at most, however many come at once', async () => {
    const same = await Promise.all([1, 2, 3].map(() => add({ label: 'Same', kind: 'text' })));
    expect(same.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    await world.db.query(
      `INSERT INTO profile_field (id, program_id, key, label, kind)
       SELECT gen_random_uuid(), $1, 'f' || n, 'F', 'text' FROM generate_series(1, 28) n`,
      [world.programId],
    );
    const last = await Promise.all(['One', 'Two', 'Three'].map((label) => add({ label, kind: 'text' })));
    expect(last.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(last.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'profiles.too-many-fields',
    });
  });

  it('change by version; what somebody has chosen stays an option', async () => {
    const { id, version } = await focus();
    await givenBySql(world.mentorIds[0]!, { 'focus-area': ['Teaching'] });
    const change = (body: object, at: number) =>
      world.call('patch', `/profile-fields/${id}`, { body, version: at });
    const refused = await change({ options: ['Research', 'Industry'] }, version);
    expect(refused.body).toMatchObject({ code: 'profiles.options-in-use', params: { people: 1 } });
    const changed = await change({ options: ['Teaching', 'Law'], required: true }, version);
    expect(changed.body).toMatchObject({
      options: ['Teaching', 'Law'],
      required: true,
      kind: 'multi-choice',
      version: 2,
    });
    expect((await change({ label: 'Late' }, version)).status).toBe(412);
    expect((await world.call('patch', `/profile-fields/${id}`, { body: { label: 'x' } })).status).toBe(428);
    expect(pathsOf(await change({ options: ['One'] }, 2))).toEqual(['options']);
  });
});

describe('values in fields', () => {
  it('are checked by kind, kept when left out, and seen by those who may', async () => {
    await focus();
    await added({ label: 'Level', kind: 'number' });
    await added({ label: 'Start', kind: 'date', visibleTo: 'admins' });
    await added({ label: 'Only mentors', kind: 'text', askedOf: 'mentor' });
    const id = world.mentorIds[0]!;
    const bad = await put(
      id,
      { 'focus-area': ['Cooking'], level: 1.005, start: '2027-02-30', 'only-mentors': 7, hat: 'red' },
      mentor,
    );
    expect(bad.status).toBe(422);
    expect(pathsOf(bad).sort()).toEqual([
      'fields.focus-area',
      'fields.hat',
      'fields.level',
      'fields.only-mentors',
      'fields.start',
    ]);
    const values = {
      'focus-area': ['industry', ' Research '],
      level: -2.25,
      start: '2027-02-28',
      'only-mentors': ' hi ',
    };
    const stored = {
      'focus-area': ['Research', 'Industry'],
      level: -2.25,
      start: '2027-02-28',
      'only-mentors': 'hi',
    };
    const good = await put(id, values, mentor);
    expect(good.body).toMatchObject({ fields: stored });
    const kept = await put(id, undefined, mentor, { headline: 'Other words' });
    expect(kept.body).toMatchObject({ headline: 'Other words', fields: stored });
    const path = `/participations/${id}/profile`;
    const { start, ...open } = stored;
    expect(((await world.call('get', path, { as: mentee })).body as { fields: object }).fields).toEqual(open);
    expect((await world.call('get', path)).body).toMatchObject({ fields: { start } });
    const seen = await world.call('get', `/mentors/${id}`, { as: mentee });
    expect(JSON.stringify(seen.body)).not.toContain(start);
    const emptied = await put(id, { ...values, level: null, start: '' }, mentor);
    expect((emptied.body as { fields: object }).fields).toEqual({
      'focus-area': stored['focus-area'],
      'only-mentors': 'hi',
    });
    expect(pathsOf(await put(world.menteeIds[0]!, { 'only-mentors': 'x' }, mentee))).toEqual([
      'fields.only-mentors',
    ]);
  });

  it('must be there where the program says so, but for admins', async () => {
    await added({ label: 'Track', kind: 'choice', options: OPTIONS, required: true });
    const id = world.menteeIds[0]!;
    expect(pathsOf(await put(id, undefined, mentee))).toEqual(['fields.track']);
    expect(pathsOf(await put(id, { track: 'Sports' }, mentee))).toEqual(['fields.track']);
    expect((await put(id, {}, world.owner)).status).toBe(200);
    expect((await put(id, { track: 'teaching' }, mentee)).status).toBe(200);
    expect((await put(id, undefined, mentee)).status).toBe(200);
  });

  it('come in with a file, by key or label, and leave with the export', async () => {
    await focus();
    await added({ label: 'Level', kind: 'number' });
    await added({ label: 'Start', kind: 'date' });
    const header = 'name,email,time_zone,languages,skills_offered,FOCUS AREA,Level,field:start';
    const file = [
      header,
      'Ana,ana@fields.test,Europe/Lisbon,en,js:4,research; industry,"2,5",2027-03-01',
      'Ben,ben@fields.test,Europe/Lisbon,en,js:4,cooking,x,soon',
      'Cai,cai@fields.test,Europe/Lisbon,en,js:4,,,',
    ].join('\n');
    const { body } = await world.api.http
      .post(world.path('/imports'))
      .set('Authorization', world.owner.bearer)
      .field('kind', 'mentors')
      .attach('file', Buffer.from(file), 'people.csv');
    const upload = body as { id: string; goodCount: number };
    expect(upload.goodCount).toBe(2);
    const problems = await world.call('get', `/imports/${upload.id}/problems`);
    const rows = (problems.body as { items: { row: number; problems: { column: string; code: string }[] }[] })
      .items;
    const items = rows.flatMap(({ row, problems: all }) =>
      all.map(({ column, code }) => ({ row, column, code })),
    );
    expect(items.map(({ row, column, code }) => `${row} ${column} ${code}`).sort()).toEqual([
      '3 FOCUS AREA unknown-choice',
      '3 Level invalid-number',
      '3 field:start invalid-date',
    ]);
    await world.call('post', `/imports/${upload.id}/apply`);
    for (let state = ''; state !== 'applied';) {
      state = ((await world.call('get', `/imports/${upload.id}`)).body as { state: string }).state;
      expect(state).not.toBe('failed');
    }
    const exported = await world.call('get', '/participation-export?format=json');
    const people = JSON.parse(exported.text) as Record<string, unknown>[];
    expect(people.find(({ email }) => email === 'ana@fields.test')).toMatchObject({
      'field:focus-area': 'Research; Industry',
      'field:level': 2.5,
      'field:start': '2027-03-01',
    });
    expect(people.find(({ email }) => email === 'cai@fields.test')).toMatchObject({ 'field:level': null });
  });
});

describe('fields in scores', () => {
  it('count by their weight, are explained, and are found wanting by name', async () => {
    const field = await focus();
    await added({ label: 'Level', kind: 'number', scale: 4, visibleTo: 'admins' });
    await givenBySql(world.menteeIds[0]!, { 'focus-area': ['Research', 'Teaching'], level: 2 });
    await givenBySql(world.mentorIds[1]!, { 'focus-area': ['Teaching'], level: 3 });
    const weights = { 'field:focus-area': 60, 'field:level': 40 };
    const cohortId = await world.closedCohort({ weights, ruleList: [], objective: 'total' });
    const run = await world.run(cohortId);
    const { body } = await world.call('get', `/runs/${run.id}/pairs?limit=100`);
    const pairs = body.items as {
      mentee: { participationId: string };
      mentor: { participationId: string };
      score: number;
      contributions: { feature: string; points: number; outOf: number; because: string; audience: string }[];
    }[];
    expect(pairs).toHaveLength(3);
    for (const { score, contributions } of pairs)
      expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    const own = pairs.find(({ mentee: { participationId } }) => participationId === world.menteeIds[0])!;
    expect(own.mentor.participationId).toBe(world.mentorIds[1]);
    expect(own.contributions).toMatchObject([
      {
        feature: 'field:focus-area',
        points: 3000,
        outOf: 6000,
        because: 'shares Teaching in “Focus area”',
        audience: 'pair',
      },
      { feature: 'field:level', points: 3000, outOf: 4000, audience: 'admin' },
    ]);
    const listed = await world.call('get', '/mentors', { as: mentee });
    const [first] = (listed.body as { items: { participationId: string; reasons: string[] }[] }).items;
    expect(first?.participationId).toBe(world.mentorIds[1]);
    expect(first?.reasons).toContain('shares Teaching in “Focus area”');
    expect(JSON.stringify(listed.body)).not.toContain('Level');
    expect((await world.call('delete', `/profile-fields/${field.id}`)).body).toMatchObject({
      params: { uses: ['a weight of “Spring”', 'a weight of the newest run, by which mentors are listed'] },
    });
    const refused = await world.call('post', '/cohorts', {
      body: { name: 'Bad', weights: { skills: 60, 'field:hat': 40 } },
    });
    expect(pathsOf(refused)).toContain('weights.field:hat');
  });
});

describe('rules about fields', () => {
  it('hold in runs, and keep the field from being deleted until nothing names it', async () => {
    const field = await focus();
    await givenBySql(world.menteeIds[0]!, { 'focus-area': ['Research', 'Teaching'] });
    await givenBySql(world.menteeIds[1]!, { 'focus-area': ['Industry'] });
    await givenBySql(world.mentorIds[0]!, { 'focus-area': ['Teaching'] });
    const ruleList = [{ kind: 'common-ground' }, { kind: 'must-match', of: 'field:focus-area' }];
    const cohortId = await world.closedCohort({ ruleList });
    const run = await world.run(cohortId);
    expect(run.pairs).toBe(1);
    const unmatched = await world.call('get', `/runs/${run.id}/unmatched`);
    expect(JSON.stringify(unmatched.body)).toContain('3 have no focus area in common');
    const seen = await world.call('get', `/mentors/${world.mentorIds[0]!}`, {
      as: await world.signIn(world.menteeIds[1]!),
    });
    expect(seen.body).toMatchObject({ obstacles: ['they have no focus area in common'] });

    const drop = () => world.call('delete', `/profile-fields/${field.id}`);
    const refused = await drop();
    expect(refused.body).toMatchObject({
      code: 'matching.field-in-use',
      params: { uses: ['rule 2 of “Spring”', 'rule 2 of the newest run, by which mentors are listed'] },
    });
    const version = ((await world.call('get', `/cohorts/${cohortId}`)).body as { version: number }).version;
    await world.call('patch', `/cohorts/${cohortId}`, { body: { ruleList: [] }, version });
    expect((await drop()).body).toMatchObject({
      params: { uses: ['rule 2 of the newest run, by which mentors are listed'] },
    });
    await world.run(cohortId);
    expect((await drop()).status).toBe(204);
    expect((await drop()).status).toBe(404);
    const left = await world.db.query(`SELECT 1 FROM profile WHERE fields <> '{}' AND program_id = $1`, [
      world.programId,
    ]);
    expect(left).toEqual([]);
  });

  it('can’t come to name a field while it is being deleted', async () => {
    const field = await focus();
    const [made, gone] = await Promise.all([
      world.call('post', '/cohorts', {
        body: { name: 'Race', ruleList: [{ kind: 'must-match', of: 'field:focus-area' }] },
      }),
      world.call('delete', `/profile-fields/${field.id}`),
    ]);
    expect([
      [201, 409],
      [422, 204],
    ]).toContainEqual([made.status, gone.status]);
  });
});

describe('the next edition of a program', () => {
  it('has the same fields, empty, and rounds whose rules name them', async () => {
    await focus();
    await givenBySql(world.mentorIds[0]!, { 'focus-area': ['Teaching'] });
    const ruleList = [{ kind: 'must-match', of: 'field:focus-area' }];
    await world.call('post', '/cohorts', { body: { name: 'Spring', termFrom: '2027-03-01', ruleList } });
    const cloned = await world.call('post', '/clones', { body: { name: 'Next year', shiftDays: 364 } });
    expect(cloned.status).toBe(201);
    world.programId = (cloned.body as { id: string }).id;
    const { items } = (await world.call('get', '/profile-fields')).body as { items: Field[] };
    expect(items).toMatchObject([{ key: 'focus-area', options: OPTIONS, version: 1 }]);
    const rounds = (await world.call('get', '/cohorts')).body as { items: { ruleList: object[] }[] };
    expect(rounds.items).toMatchObject([{ ruleList }]);
  });
});
