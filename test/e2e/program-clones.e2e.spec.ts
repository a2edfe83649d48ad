import { TestApi, type TestPerson } from '../support/api-app.js';
import { signedIn } from '../support/signed-in.js';

let api: TestApi;
let owner: TestPerson;
let programId: string;

beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.sql(`TRUNCATE account, rate_counter, outbox_event CASCADE`);
  owner = await api.person('Olive Owner', { isPlatformAdmin: true });
  programId = await make({
    name: 'Northwind 2027',
    description: 'Six months, six talks.',
    goalAreas: [{ key: 'leading', label: 'Leading' }],
    settings: {
      answerWithinWorkingDays: 4,
      workingDays: ['MO', 'TU', 'WE', 'TH'],
      closedWeeks: [
        { from: '2027-08-02', to: '2027-08-22' },
        { from: '2027-12-24', to: '2027-12-31' },
      ],
    },
  });
});

const as = (person: TestPerson) => signedIn(api, person);
const make = async (body: object): Promise<string> =>
  (
    await as(owner)
      .post('/v1/programs', { name: 'A', timeZone: 'Europe/Berlin', ...body })
      .expect(201)
  ).body.id as string;
const clone = (body: object, person = owner) =>
  as(person).post(`/v1/programs/${programId}/clones`, { name: 'Northwind 2028', ...body });
const addCohort = async (body: object): Promise<string> =>
  (await as(owner).post(`/v1/programs/${programId}/cohorts`, body).expect(201)).body.id as string;
const cohortsOf = async (id: string): Promise<Record<string, unknown>[]> =>
  (await as(owner).get(`/v1/programs/${id}/cohorts`).expect(200)).body.items as Record<string, unknown>[];
const member = (person: TestPerson, role: string) =>
  api.sql(
    `INSERT INTO participation (id, program_id, account_id, role, state, source)
     VALUES (gen_random_uuid(), $1, $2, $3, 'active', 'invitation')`,
    [programId, person.accountId, role],
  );

describe('a cloned program', () => {
  it('has everything that was set, closed weeks on later dates, and nobody but its new owner', async () => {
    const grace = await api.person('Grace Hopper');
    const oscar = await api.person('Oscar Owner');
    await member(grace, 'mentor');
    await member(oscar, 'owner');
    const { body } = await clone({ shiftDays: 364 }, oscar).expect(201);
    expect(body).toMatchObject({
      name: 'Northwind 2028',
      description: 'Six months, six talks.',
      timeZone: 'Europe/Berlin',
      goalAreas: [{ key: 'leading', label: 'Leading' }],
      version: 1,
    });
    expect(body.settings).toMatchObject({
      answerWithinWorkingDays: 4,
      workingDays: ['MO', 'TU', 'WE', 'TH'],
      closedWeeks: [
        { from: '2028-07-31', to: '2028-08-20' },
        { from: '2028-12-22', to: '2028-12-29' },
      ],
    });
    const people = await as(oscar)
      .get(`/v1/programs/${body.id as string}/participations`)
      .expect(200);
    expect(people.body.items).toEqual([expect.objectContaining({ role: 'owner', name: 'Oscar Owner' })]);
    await as(owner)
      .get(`/v1/programs/${body.id as string}`)
      .expect(404);
    expect((await as(owner).get(`/v1/programs/${programId}`)).body).toMatchObject({
      settings: { closedWeeks: [{ from: '2027-08-02' }, { from: '2027-12-24' }] },
      version: 1,
    });
  });

  it('closes as many weeks as before, whatever the shift', async () => {
    for (const shiftDays of [-3, 1, 365, 366]) {
      const { body } = await clone({ shiftDays }).expect(201);
      const [august] = body.settings.closedWeeks as { from: string; to: string }[];
      expect([shiftDays, new Date(august!.from).getUTCDay()]).toEqual([shiftDays, 1]);
      expect(Date.parse(august!.to) - Date.parse(august!.from)).toBe(20 * 86_400_000);
    }
  });

  it('has skills of its own like those of the other, merged alike', async () => {
    await api.sql(
      `INSERT INTO program_skill (id, program_id, name, normalized_name, merged_into) VALUES
         ('01890a5d-ac96-774b-bcce-b302099a8057', $1, 'Beekeeping', 'beekeeping', NULL),
         ('01890a5d-ac96-774b-bcce-b302099a8058', $1, 'Apiculture', 'apiculture', 'custom:01890a5d-ac96-774b-bcce-b302099a8057'),
         ('01890a5d-ac96-774b-bcce-b302099a8059', $1, 'JS stuff', 'js stuff', 'javascript')`,
      [programId],
    );
    const { body } = await clone({ shiftDays: 0 }).expect(201);
    const rows = await api.sql<{ id: string; name: string; merged_into: string | null }>(
      `SELECT id, name, merged_into FROM program_skill WHERE program_id = $1 ORDER BY name`,
      [body.id],
    );
    const bees = rows.find(({ name }) => name === 'Beekeeping')!;
    expect(rows.map(({ name, merged_into }) => [name, merged_into])).toEqual([
      ['Apiculture', `custom:${bees.id}`],
      ['Beekeeping', null],
      ['JS stuff', 'javascript'],
    ]);
    expect(bees.id).not.toBe('01890a5d-ac96-774b-bcce-b302099a8057');
  });

  it('has drafts of the rounds that began last, in their order, each with a lottery of its own', async () => {
    await addCohort({ name: 'Old', termFrom: '2027-03-01' });
    const north = await addCohort({
      name: 'North',
      termFrom: '2027-09-06',
      termWeeks: 20,
      objective: 'fair',
      order: 'score',
      minScore: 1200,
      seed: 'n',
      rules: { maximumZoneGapHours: 3 },
    });
    await addCohort({ name: 'South', termFrom: '2027-09-06' });
    const called = await addCohort({ name: 'Called off', termFrom: '2027-10-04' });
    await as(owner).post(`/v1/programs/${programId}/cohorts/${called}/cancel`).expect(200);
    await as(owner).post(`/v1/programs/${programId}/cohorts/${north}/open`).expect(200);

    const { body } = await clone({ startsOn: '2028-09-04' }).expect(201);
    const [south, first, ...others] = await cohortsOf(body.id as string);
    expect(others).toEqual([]);
    expect(south).toMatchObject({ name: 'South', state: 'draft', termFrom: '2028-09-04' });
    expect(first).toMatchObject({
      name: 'North',
      state: 'draft',
      termFrom: '2028-09-04',
      termWeeks: 20,
      objective: 'fair',
      order: 'score',
      minScore: 1200,
      rules: { maximumZoneGapHours: 3 },
    });
    expect(first!['seed']).not.toBe('n');
    // 364 days: the closed weeks moved by as much.
    expect(body.settings.closedWeeks[0]).toEqual({ from: '2028-07-31', to: '2028-08-20' });
  });

  it('moves the dates of enrolment and matching with the term, unless one would be past', async () => {
    const dates = { enrolsFrom: '2027-08-01', enrolsUntil: '2027-08-20', matchesOn: '2027-08-30' };
    const id = await addCohort({ name: 'Dated', termFrom: '2027-09-06', mentorLimit: 12, ...dates });
    const { body: program } = await clone({ shiftDays: 364 }).expect(201);
    expect(await cohortsOf(program.id as string)).toEqual([
      expect.objectContaining({
        mentorLimit: 12,
        enrolsFrom: '2028-07-30',
        enrolsUntil: '2028-08-18',
        matchesOn: '2028-08-28',
      }),
    ]);
    const next = async (termFrom: string): Promise<unknown> =>
      (
        await as(owner)
          .post(`/v1/programs/${programId}/cohorts/${id}/clones`, { name: 'Next', termFrom })
          .expect(201)
      ).body;
    expect(await next('2027-09-13')).toMatchObject({ enrolsFrom: '2027-08-08', matchesOn: '2027-09-06' });
    expect(await next('2020-01-06')).toMatchObject({
      mentorLimit: 12,
      enrolsFrom: null,
      enrolsUntil: null,
      matchesOn: null,
    });
  });

  it.each([
    ['shiftDays', {}],
    ['startsOn', {}],
    ['startsOn', { shiftDays: 1, startsOn: '2028-01-01' }],
    ['startsOn', { startsOn: '2028-02-30' }],
    ['startsOn', { startsOn: '2099-01-01' }],
    ['startsOn', { startsOn: 7 }],
    ['shiftDays', { shiftDays: 3661 }],
    ['shiftDays', { shiftDays: 1.5 }],
    ['name', { name: ' ', shiftDays: 1 }],
    ['people', { shiftDays: 1, people: true }],
  ])('refuses a bad %s by name, and makes nothing', async (path, body) => {
    const answer = await clone(body).expect(422);
    expect(answer.body.fields).toContainEqual(expect.objectContaining({ path }));
    const [row] = await api.sql<{ count: number }>(`SELECT count(*)::int AS count FROM program`);
    expect(row!.count).toBe(1);
  });

  it('makes nothing when a round’s term would leave the calendar', async () => {
    await addCohort({ name: 'Far', termFrom: '9999-06-01' });
    await clone({ shiftDays: 364 }).expect(422);
    const [row] = await api.sql<{ count: number }>(`SELECT count(*)::int AS count FROM program`);
    expect(row!.count).toBe(1);
  });

  it('is for owners alone', async () => {
    const cory = await api.person('Cory Coordinator');
    const stan = await api.person('Stan Stranger', { isPlatformAdmin: true });
    await member(cory, 'coordinator');
    await clone({ shiftDays: 1 }, cory).expect(403);
    await clone({ shiftDays: 1 }, stan).expect(404);
  });
});

describe('templates of programs', () => {
  interface Choice {
    readonly name: string;
    readonly value: unknown;
    readonly standard: unknown;
    readonly because: string;
  }
  interface Template {
    readonly key: string;
    readonly settings: readonly Choice[];
    readonly goalAreas: { readonly value: readonly unknown[]; readonly because: string };
    readonly cohort: readonly Choice[];
  }
  const templates = async (): Promise<Template[]> =>
    (
      await as(await api.person('Any Body'))
        .get('/v1/program-templates')
        .expect(200)
    ).body.items as Template[];

  it('say what each sets, how it differs, and why', async () => {
    const all = await templates();
    expect(all.map(({ key }) => key)).toEqual(['corporate', 'university-alumni', 'open-network']);
    for (const { settings, goalAreas, cohort } of all) {
      expect(goalAreas.because.length).toBeGreaterThan(10);
      for (const { name, value, standard, because } of [...settings, ...cohort]) {
        expect([name, because.length > 10]).toEqual([name, true]);
        expect([name, value === null]).toEqual([name, false]);
        if (settings.some((one) => one.name === name)) expect([name, value]).not.toEqual([name, standard]);
      }
    }
    expect(all[0]!.settings).toContainEqual(
      expect.objectContaining({ name: 'answerWithinWorkingDays', value: 3, standard: 5 }),
    );
    expect(all[2]!.cohort).toContainEqual(
      expect.objectContaining({ name: 'rules.minimumWeeklyOverlapMinutes', value: 60, standard: null }),
    );
  });

  it('make a program exactly as they say, with a first round that can be opened', async () => {
    for (const { key, settings, goalAreas, cohort } of await templates()) {
      const id = await make({ template: key });
      const { body } = await as(owner).get(`/v1/programs/${id}`).expect(200);
      for (const { name, value } of settings)
        expect([key, name, body.settings[name]]).toEqual([key, name, value]);
      expect(body.goalAreas).toEqual(goalAreas.value);
      const [first, ...others] = await cohortsOf(id);
      expect(others).toEqual([]);
      for (const { name, value } of cohort) {
        if (name === 'startsInWeeks') continue;
        const [where, rule] = name.split('.') as [string, string | undefined];
        const found = first![where] as Record<string, unknown>;
        expect([key, name, rule === undefined ? found : found[rule]]).toEqual([key, name, value]);
      }
      await as(owner)
        .post(`/v1/programs/${id}/cohorts/${String(first!['id'])}/open`)
        .expect(200);
    }
  });

  it('give way to what is sent', async () => {
    const id = await make({
      template: 'open-network',
      goalAreas: [{ key: 'own', label: 'Own' }],
      settings: { openRequestsPerPlace: 7, menteesMayApply: false },
    });
    const { body } = await as(owner).get(`/v1/programs/${id}`).expect(200);
    expect(body.goalAreas).toEqual([{ key: 'own', label: 'Own' }]);
    expect(body.settings).toMatchObject({
      openRequestsPerPlace: 7,
      menteesMayApply: false,
      mentorsMayApply: true,
      sessionNoticeMinutes: 1440,
    });
  });

  it('are refused when unknown, and can’t be put over a program that is there', async () => {
    const { body } = await as(owner)
      .post('/v1/programs', { name: 'A', timeZone: 'UTC', template: 'startup' })
      .expect(422);
    expect(body.fields).toContainEqual(expect.objectContaining({ path: 'template' }));
    await as(owner)
      .patch(`/v1/programs/${programId}`, { template: 'corporate' })
      .set('If-Match', '"1"')
      .expect(422);
  });

  it('without one there is no round, and bad settings make nothing at all', async () => {
    expect(await cohortsOf(programId)).toEqual([]);
    await as(owner)
      .post('/v1/programs', {
        name: 'A',
        timeZone: 'UTC',
        template: 'corporate',
        settings: { rankedChoices: 0 },
      })
      .expect(422);
    const [row] = await api.sql<{ count: number }>(`SELECT count(*)::int AS count FROM cohort`);
    expect(row!.count).toBe(0);
  });
});
