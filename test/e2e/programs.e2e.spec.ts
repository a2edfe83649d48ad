import { TestApi, type TestPerson } from '../support/api-app.js';
import { signedIn } from '../support/signed-in.js';

let api: TestApi;
let owner: TestPerson;
let grace: TestPerson;
let programId: string;

beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.sql(`TRUNCATE account, rate_counter, outbox_event CASCADE`);
  owner = await api.person('Olive Owner', { isPlatformAdmin: true });
  grace = await api.person('Grace Hopper');
  const { body } = await signedIn(api, owner)
    .post('/v1/programs', { name: 'Northwind', timeZone: 'Europe/Berlin' })
    .expect(201);
  programId = body.id as string;
});

const as = (person: TestPerson) => signedIn(api, person);
const changeSettings = async (changes: object) => {
  const path = `/v1/programs/${programId}`;
  const { headers } = await as(owner).get(path);
  const tag = String(headers['etag']);
  return as(owner).patch(path, { settings: changes }).set('If-Match', tag).expect(200);
};

describe('a program', () => {
  it('has the usual settings and goal areas, and its maker as owner', async () => {
    const { body } = await as(owner).get(`/v1/programs/${programId}`).expect(200);
    expect(body.settings).toMatchObject({ answerWithinWorkingDays: 5, sessionReminderMinutes: [1440, 60] });
    expect(body.goalAreas).toContainEqual({ key: 'leadership', label: 'Leadership' });
    const { body: mine } = await as(owner).get('/v1/programs').expect(200);
    expect(mine.items).toEqual([
      expect.objectContaining({
        id: programId,
        participations: [expect.objectContaining({ role: 'owner', state: 'active' })],
      }),
    ]);
    expect((await as(grace).get('/v1/programs')).body.items).toEqual([]);
  });

  it('is made by those who run the installation and by owners', async () => {
    const input = { name: 'Second', timeZone: 'UTC' };
    const { body } = await as(grace).post('/v1/programs', input).expect(403);
    expect(body.code).toBe('programs.creation-not-allowed');
    await api.sql(
      `INSERT INTO participation (id, program_id, account_id, role, state, source) VALUES (gen_random_uuid(), $1, $2, 'owner', 'active', 'founder')`,
      [programId, grace.accountId],
    );
    await as(grace).post('/v1/programs', input).expect(201);
  });

  it('stores the settings that differ, and keeps the others', async () => {
    const { body } = await changeSettings({ answerWithinWorkingDays: 3, sessionReminderMinutes: [1] });
    expect(body.settings).toMatchObject({
      answerWithinWorkingDays: 3,
      sessionReminderMinutes: [1],
      rankedChoices: 5,
    });
    await changeSettings({ answerWithinWorkingDays: 5 });
    const [row] = await api.sql<{ settings: object }>(`SELECT settings FROM program WHERE id = $1`, [
      programId,
    ]);
    expect(row!.settings).toEqual({ sessionReminderMinutes: [1] });
  });

  it.each([
    ['settings.answerWithinWorkingDays', { settings: { answerWithinWorkingDays: 0 } }],
    ['settings.answerWithinWorkingDays', { settings: { answerWithinWorkingDays: '5' } }],
    ['settings.sessionReminderMinutes.1', { settings: { sessionReminderMinutes: [60, 0] } }],
    ['settings.workingDays', { settings: { workingDays: ['MO', 'XX'] } }],
    ['settings.workingDays', { settings: { workingDays: [] } }],
    ['settings.closedWeeks.0.to', { settings: { closedWeeks: [{ from: '2027-08-20', to: '2027-08-02' }] } }],
    [
      'settings.closedWeeks.0.from',
      { settings: { closedWeeks: [{ from: '2027-02-30', to: '2027-08-02' }] } },
    ],
    [
      'settings.closedWeeks.0.note',
      { settings: { closedWeeks: [{ from: '2027-08-02', to: '2027-08-03', note: 1 }] } },
    ],
    ['settings.approveMentors', { settings: { approveMentors: 1 } }],
    ['settings.unknown', { settings: { unknown: true } }],
    ['settings', { settings: [1] }],
    ['settings', { settings: 'all' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['name', { name: '' }],
    ['name', { name: 'a\u0000b' }],
    ['name', { name: 7 }],
    ['owner', { owner: 'me' }],
    [
      'goalAreas.1.key',
      {
        goalAreas: [
          { key: 'a', label: 'A' },
          { key: 'a', label: 'B' },
        ],
      },
    ],
    ['goalAreas.0.key', { goalAreas: [{ key: 'Not Good', label: 'A' }] }],
    ['goalAreas.0', { goalAreas: ['leadership'] }],
  ])('refuses a bad %s by name', async (path, changes) => {
    const { headers, body: before } = await as(owner).get(`/v1/programs/${programId}`);
    const { body } = await as(owner)
      .patch(`/v1/programs/${programId}`, changes)
      .set('If-Match', String(headers['etag']))
      .expect(422);
    expect(body.fields).toContainEqual(expect.objectContaining({ path }));
    expect((await as(owner).get(`/v1/programs/${programId}`)).body).toEqual(before);
  });

  it('changes only for who has read it', async () => {
    await as(owner).patch(`/v1/programs/${programId}`, { name: 'New' }).expect(428);
    await as(owner).patch(`/v1/programs/${programId}`, { name: 'New' }).set('If-Match', '"9"').expect(412);
    await as(owner).patch(`/v1/programs/${programId}`, { name: 'New' }).set('If-Match', '"1"').expect(200);
    await as(owner).patch(`/v1/programs/${programId}`, { name: 'Late' }).set('If-Match', '"1"').expect(412);
  });

  it('keeps one of two changes at the same time', async () => {
    const answers = await Promise.all(
      [3, 4].map((days) =>
        as(owner)
          .patch(`/v1/programs/${programId}`, { settings: { answerWithinWorkingDays: days } })
          .set('If-Match', '"1"'),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
