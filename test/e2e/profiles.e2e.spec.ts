import { TestApi, type TestPerson } from '../support/api-app.js';
import { createProgram, enrol, enrolWithProfile } from '../support/program-people.js';
import { signedIn } from '../support/signed-in.js';

let api: TestApi;
let owner: TestPerson;
let mentor: TestPerson;
let mentee: TestPerson;
let programId: string;
let path: string;
let mentorId: string;
let menteeId: string;

beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.sql(`TRUNCATE account, rate_counter, outbox_event CASCADE`);
  owner = await api.person('Olive Owner', { isPlatformAdmin: true });
  mentor = await api.person('Mara Mentor');
  mentee = await api.person('Mel Mentee', { timeZone: 'Asia/Kolkata' });
  programId = await createProgram(api, owner);
  path = `/v1/programs/${programId}`;
  mentorId = (await enrol(api, mentor, { programId, role: 'mentor', state: 'approved' })).id;
  menteeId = (await enrol(api, mentee, { programId, role: 'mentee' })).id;
});

const as = (person: TestPerson) => signedIn(api, person);
const WANTS = { skills: [{ skill: 'js', priority: 3, currentLevel: 2 }], goals: ['leadership'] };
const OFFERS = {
  headline: 'Staff engineer',
  about: 'Ten years of payments.',
  skills: [
    { skill: 'JavaScript', level: 4 },
    { skill: 'Beekeeping with Rust', level: 2 },
  ],
  goals: ['leadership', 'networking'],
  languages: [{ code: 'en', level: 3 }, { code: 'de' }],
  timeZone: 'Europe/Berlin',
  windows: [
    { weekday: 'TU', startMinute: 1080, endMinute: 1440 },
    { weekday: 'MO', startMinute: 600, endMinute: 660 },
    { weekday: 'MO', startMinute: 660, endMinute: 700 },
  ],
  exceptions: [{ date: '2027-03-01', kind: 'away' }],
  capacity: 2,
  workingStyle: { items: { plans_ahead: 4 }, values: ['curiosity'] },
};

describe('one’s own profile', () => {
  it('is written without a version first, and with one afterwards', async () => {
    await as(mentor).get(`${path}/me/profiles/mentor`).expect(404);
    const { body, headers } = await as(mentor).put(`${path}/me/profiles/mentor`, OFFERS).expect(200);
    expect(headers['etag']).toBe('"1"');
    expect(body).toMatchObject({
      participationId: mentorId,
      state: 'active',
      capacity: 2,
      version: 1,
      format: 'either',
    });
    expect(body.skills).toEqual([
      { skillId: 'javascript', name: 'JavaScript', level: 4, priority: null, currentLevel: null },
      expect.objectContaining({ name: 'Beekeeping with Rust', level: 2 }),
    ]);
    expect(body.windows).toEqual([
      { weekday: 'MO', startMinute: 600, endMinute: 700 },
      { weekday: 'TU', startMinute: 1080, endMinute: 1440 },
    ]);
    await as(mentor).put(`${path}/me/profiles/mentor`, OFFERS).expect(428);
    await as(mentor).put(`${path}/me/profiles/mentor`, OFFERS).set('If-Match', '"7"').expect(412);
    const changed = await as(mentor)
      .put(`${path}/me/profiles/mentor`, { skills: [] })
      .set('If-Match', '"1"')
      .expect(200);
    expect(changed.body).toMatchObject({ headline: '', skills: [], capacity: 1, version: 2 });
    expect(changed.body.workingStyle).toEqual(OFFERS.workingStyle);
    expect((await as(mentor).get(`${path}/me/profiles/mentor`).expect(200)).body).toEqual(changed.body);
  });

  it('is made once by two at the same time', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => as(mentee).put(`${path}/me/profiles/mentee`, WANTS)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 428, 428]);
  });

  it('starts with the account’s zone, and says what is missing', async () => {
    const { body: before } = await as(mentee).get(`${path}/me`).expect(200);
    expect(before.participations[0].missing).toEqual([expect.objectContaining({ part: 'profile' })]);
    const { body } = await as(mentee).put(`${path}/me/profiles/mentee`, WANTS).expect(200);
    expect(body).toMatchObject({ timeZone: 'Asia/Kolkata', capacity: 1 });
    expect(body.skills[0]).toMatchObject({
      skillId: 'javascript',
      priority: 3,
      currentLevel: 2,
      level: null,
    });
    const { body: after } = await as(mentee).get(`${path}/me`).expect(200);
    const parts = (after.participations[0].missing as { part: string }[]).map(({ part }) => part);
    expect(parts).toEqual(['goalStatement', 'languages', 'windows']);
  });

  it('counts a skill under two names once', async () => {
    const skills = [
      { skill: 'ECMAScript', level: 5 },
      { skill: 'javascript', level: 1 },
    ];
    const { body } = await as(mentor).put(`${path}/me/profiles/mentor`, { skills }).expect(200);
    expect(body.skills).toEqual([expect.objectContaining({ skillId: 'javascript', level: 5 })]);
  });

  it('is closed for those who have left, and for roles without one', async () => {
    await as(mentee).post(`${path}/participations/${menteeId}/leave`).expect(200);
    expect((await as(mentee).put(`${path}/me/profiles/mentee`, WANTS).expect(409)).body.code).toBe(
      'profiles.closed',
    );
    await as(mentee).put(`${path}/me/profiles/mentor`, OFFERS).expect(404);
    await as(mentee).put(`${path}/me/profiles/owner`, OFFERS).expect(404);
  });
});

describe('bad input', () => {
  it.each([
    ['skills.0.level', { skills: [{ skill: 'js', level: 6 }] }],
    ['skills.0.level', { skills: [{ skill: 'js' }] }],
    ['skills.0.priority', { skills: [{ skill: 'js', level: 1, priority: 1 }] }],
    ['skills.0.skill', { skills: [{ skill: '???', level: 1 }] }],
    ['skills.0.skill', { skills: [{ skill: 'custom:019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6073', level: 1 }] }],
    ['skills.0.skill', { skills: [{ skill: '', level: 1 }] }],
    ['skills.0.years', { skills: [{ skill: 'js', level: 1, years: 2 }] }],
    ['skills', { skills: 'js' }],
    ['skills.0', { skills: ['js'] }],
    ['goals.0', { goals: ['world peace'] }],
    ['goals.1', { goals: ['leadership', 'leadership'] }],
    ['languages.0.code', { languages: [{ code: 'xx' }] }],
    ['languages.0.level', { languages: [{ code: 'en', level: 5 }] }],
    ['languages.1', { languages: [{ code: 'en' }, { code: 'en' }] }],
    ['timeZone', { timeZone: 'Europe/Atlantis' }],
    ['timeZone', { timeZone: 'CET' }],
    ['windows.0', { windows: [{ weekday: 'MO', startMinute: 700, endMinute: 600 }] }],
    ['windows.0', { windows: [{ weekday: 'XX', startMinute: 600, endMinute: 700 }] }],
    [
      'windows.1.endMinute',
      {
        windows: [
          { weekday: 'MO', startMinute: 1, endMinute: 2 },
          { weekday: 'MO', startMinute: 600, endMinute: 1441 },
        ],
      },
    ],
    ['windows.0.startMinute', { windows: [{ weekday: 'MO', endMinute: 600 }] }],
    ['windows.0.startMinute', { windows: [{ weekday: 'MO', startMinute: '600', endMinute: 700 }] }],
    ['exceptions.0', { exceptions: [{ date: '2027-02-30', kind: 'away' }] }],
    ['exceptions.0', { exceptions: [{ date: '2027-02-20', kind: 'maybe' }] }],
    ['awayUntil', { awayUntil: '2027-02-20' }],
    ['format', { format: 'telepathy' }],
    ['country', { country: 'XX' }],
    ['capacity', { capacity: -1 }],
    ['capacity', { capacity: 51 }],
    ['yearsExperience', { yearsExperience: 2.5 }],
    ['about', { about: 'x'.repeat(5001) }],
    ['headline', { headline: 'two\nlines' }],
    ['headline', { headline: 'a\u0000b' }],
    ['grade', { grade: 'CEO' }],
    ['managerEmail', { managerEmail: 'boss@example.org' }],
    ['workingStyle.items.plans_ahead', { workingStyle: { items: { plans_ahead: 9 }, values: [] } }],
    ['workingStyle.values', { workingStyle: { items: {} } }],
    ['email', { email: 'other@example.org' }],
    ['state', { state: 'active' }],
  ])('in %s is named, and nothing is written', async (field, input) => {
    const { body } = await as(mentor).put(`${path}/me/profiles/mentor`, input).expect(422);
    expect(body.fields).toContainEqual(expect.objectContaining({ path: field }));
    expect(await api.sql(`SELECT 1 FROM profile UNION ALL SELECT 1 FROM program_skill`)).toEqual([]);
  });

  it('of a mentee follows a mentee’s rules', async () => {
    const { body } = await as(mentee)
      .put(`${path}/me/profiles/mentee`, { skills: [{ skill: 'js', level: 3 }], capacity: 2 })
      .expect(422);
    expect((body.fields as { path: string }[]).map(({ path: field }) => field)).toEqual([
      'capacity',
      'skills.0.priority',
    ]);
  });

  it('takes null for what may be empty', async () => {
    const input = {
      headline: null,
      country: null,
      windows: null,
      workingStyle: null,
      awayUntil: null,
      timeZone: null,
    };
    const { status } = await as(mentor).put(`${path}/me/profiles/mentor`, input);
    expect(status).toBeLessThan(500);
  });
});

describe('who sees what', () => {
  const profileOf = (id: string) => `${path}/participations/${id}/profile`;

  beforeEach(async () => {
    await as(mentor).put(`${path}/me/profiles/mentor`, OFFERS).expect(200);
  });

  it('others see the public part, admins what they need, sponsors nothing', async () => {
    const { body: shown, headers } = await as(mentee).get(profileOf(mentorId)).expect(200);
    expect(shown).toMatchObject({ name: 'Mara Mentor', about: 'Ten years of payments.', capacity: 2 });
    for (const hidden of [
      'email',
      'version',
      'workingStyle',
      'workingStyleFilled',
      'grade',
      'managerEmail',
      'externalId',
      'exceptions',
    ])
      expect(shown).not.toHaveProperty(hidden);
    expect(JSON.stringify(shown)).not.toContain('mara.mentor@example.org');
    expect(headers['etag'] ?? '').not.toBe('"1"');
    const { body: full } = await as(owner).get(profileOf(mentorId)).expect(200);
    expect(full).toMatchObject({
      email: 'mara.mentor@example.org',
      workingStyle: null,
      workingStyleFilled: true,
    });
    const sponsor = await api.person('Sam Sponsor');
    await enrol(api, sponsor, { programId, role: 'sponsor' });
    await as(sponsor).get(profileOf(mentorId)).expect(403);
    const stranger = await api.person('Some Stranger');
    await as(stranger).get(profileOf(mentorId)).expect(404);
  });

  it('nobody but admins sees applicants, those who left, and those who have not confirmed the privacy notice', async () => {
    const ada = await api.person('Ada Lovelace');
    const { id } = await enrolWithProfile(api, ada, {
      programId,
      role: 'mentor',
      source: 'import',
      privacyConfirmedAt: null,
    });
    await as(mentee).get(profileOf(id)).expect(404);
    await as(owner).get(profileOf(id)).expect(200);
    expect((await as(ada).get(`${path}/me`)).body.participations[0].missing[0].part).toBe('privacy');
    await as(ada).post(`${path}/participations/${id}/privacy-confirmation`).expect(200);
    await as(mentee).get(profileOf(id)).expect(200);
    await api.sql(`UPDATE participation SET privacy_confirmed_at = NULL WHERE id = $1`, [id]);
    await api.sql(`UPDATE program SET settings = '{"organisationInformsPeople": true}'`);
    await as(mentee).get(profileOf(id)).expect(200);
    for (const state of ['applied', 'left', 'declined']) {
      await api.sql(`UPDATE participation SET state = $2 WHERE id = $1`, [id, state]);
      await as(mentee).get(profileOf(id)).expect(404);
      await as(owner).get(profileOf(id)).expect(200);
    }
    await api.sql(`UPDATE participation SET state = 'applied' WHERE id = $1`, [menteeId]);
    await as(mentee).get(profileOf(mentorId)).expect(403);
  });

  it('an admin writes on behalf, others don’t', async () => {
    const input = { ...OFFERS, grade: 'L5', managerEmail: 'Boss@Example.org' };
    const { body } = await as(owner).put(profileOf(mentorId), input).set('If-Match', '"1"').expect(200);
    expect(body).toMatchObject({ grade: 'L5', managerEmail: 'boss@example.org', version: 2 });
    await as(mentor).put(profileOf(mentorId), OFFERS).set('If-Match', '"2"').expect(200);
    expect((await as(owner).get(profileOf(mentorId))).body).toMatchObject({ grade: 'L5', version: 3 });
    await as(mentee).put(profileOf(mentorId), OFFERS).set('If-Match', '"3"').expect(403);
  });
});

describe('skills', () => {
  const custom = async () => {
    const { body } = await as(owner).get(`${path}/skills`).expect(200);
    return body.items as {
      id: string;
      name: string;
      skillId: string;
      profiles: number;
      suggestions: object[];
    }[];
  };

  it('are found by alias', async () => {
    const { body } = await as(mentee).get('/v1/skills?query=c%23&limit=3').expect(200);
    expect(body.items[0]).toMatchObject({ name: 'C#' });
    expect((await as(mentee).get('/v1/skills').expect(200)).body.items).toHaveLength(20);
    await as(mentee).get('/v1/skills?limit=0').expect(422);
    await api.http.get('/v1/skills').expect(401);
  });

  it('that are unknown are merged into known ones, profiles included', async () => {
    const unknown = [
      { skill: 'Jawascripd', level: 5 },
      { skill: 'Beekeeping', level: 1 },
      { skill: 'JavaScript', level: 2 },
    ];
    await as(mentor).put(`${path}/me/profiles/mentor`, { skills: unknown }).expect(200);
    await as(mentee)
      .put(`${path}/me/profiles/mentee`, { skills: [{ skill: 'beekeeping', priority: 1 }] })
      .expect(200);
    const before = await custom();
    expect(before.map(({ name, profiles }) => [name, profiles])).toEqual([
      ['Beekeeping', 2],
      ['Jawascripd', 1],
    ]);
    expect(before[1]!.suggestions).toContainEqual({ skillId: 'javascript', name: 'JavaScript' });
    const merge = (id: string, into: string) => as(owner).post(`${path}/skills/${id}/merge`, { into });
    const [bees, script] = before as [(typeof before)[0], (typeof before)[0]];
    expect((await merge(script.id, 'js').expect(200)).body).toEqual({ skillId: 'javascript', profiles: 1 });
    const { body } = await as(mentor).get(`${path}/me/profiles/mentor`);
    expect(body.skills).toEqual([
      expect.objectContaining({ skillId: 'javascript', level: 5 }),
      expect.objectContaining({ name: 'Beekeeping' }),
    ]);
    expect(body.version).toBe(2);
    expect((await custom()).map(({ name }) => name)).toEqual(['Beekeeping']);
    expect((await merge(bees.id, bees.skillId).expect(409)).body.code).toBe('programs.skill-merge-loop');
    await merge(bees.id, 'no such skill at all').expect(422);
    await merge(mentorId, 'js').expect(404);
  });

  it('can’t be merged in a circle', async () => {
    const skills = ['Alpha thing', 'Beta thing', 'Gamma thing'].map((skill) => ({ skill, level: 1 }));
    await as(mentor).put(`${path}/me/profiles/mentor`, { skills }).expect(200);
    const own = await custom();
    const answers = await Promise.all(
      own.map(({ id }, index) => {
        const next = own[(index + 1) % own.length]!;
        return as(owner).post(`${path}/skills/${id}/merge`, { into: next.skillId });
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
    const { body } = await as(mentor).get(`${path}/me/profiles/mentor`);
    expect(body.skills).toHaveLength(1);
  });
});
