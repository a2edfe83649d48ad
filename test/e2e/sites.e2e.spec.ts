import { Database } from '#database';
import { jest } from '@jest/globals';
import { TestApi, type TestPerson } from '../support/api-app.js';
import { authorisation } from '../support/authorisation.data.js';
import { buildParticipation } from '../support/factories/participation.factory.js';
import { ApiDescription, type Operation } from '../support/openapi.js';
import { buildPrivateWorld, type Part, type PrivateWorld } from '../support/private-world.js';
import { signedIn } from '../support/signed-in.js';

jest.setTimeout(120_000);

/** Who is in Berlin; `mentor` and `mentee` are a pair, and she had a mentor of Oslo before. */
const BERLIN: readonly Part[] = ['mentor', 'mentee', 'applicant'];
const OSLO: readonly Part[] = [
  'otherMentor',
  'otherMentee',
  'pausedMentor',
  'approvedMentor',
  'uninformed',
  'leftMentor',
  'declined',
];

let api: TestApi;
let world: PrivateWorld;
let operations: readonly Operation[];
let limited: TestPerson;
let base: string;

beforeAll(async () => {
  api = await TestApi.start();
  world = await buildPrivateWorld(api, true);
  ({ operations } = await ApiDescription.read(api));
  base = `/v1/programs/${world.programId}`;
  const owner = signedIn(api, world.people.owner, base);
  for (const [site, parts] of [
    ['Berlin', BERLIN],
    ['Oslo', OSLO],
  ] as const)
    for (const part of parts)
      await owner.patch(`/participations/${world.parts[part]}`, { site }).set('If-Match', '"1"').expect(200);
  limited = await api.person('Lena Limited');
  const { id } = await buildParticipation(api.app.get(Database), {
    programId: world.programId,
    accountId: limited.accountId,
    role: 'coordinator',
  });
  const { body } = await owner
    .patch(`/participations/${id}`, { limitedToSite: ' berlin ' })
    .set('If-Match', '"1"')
    .expect(200);
  expect(body).toMatchObject({ limitedToSite: 'Berlin', site: null });
  // Something of either site to read about, and of both.
  const made = await owner.post('/cohorts', { name: 'Spring', termFrom: '2027-03-01' }).expect(201);
  const cohort = `/cohorts/${(made.body as { id: string }).id}`;
  const both = [world.parts.mentor, world.parts.otherMentor];
  await owner.post(`${cohort}/members`, { participationIds: both }).expect(200);
  for (const part of ['mentor', 'otherMentor'] as const)
    await owner.post(`/participations/${world.parts[part]}/pause`).expect(200);
}, 60_000);
afterAll(() => api.stop());

const as = (person: TestPerson = limited) => signedIn(api, person, base);

/** The paths of an operation with every id that there is in the program. */
function pathsOf({ path }: Operation): string[] {
  let paths = [path.replace('{programId}', world.programId)];
  for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g))
    if (name !== 'programId')
      paths = paths.flatMap((each) => (world.ids[name] ?? []).map((id) => each.replace(`{${name}}`, id)));
  return paths;
}

const forAdmins = (): Operation[] =>
  operations.filter(({ id, path }) => {
    const access = authorisation[id];
    return (
      path.startsWith('/v1/programs/{programId}') &&
      typeof access === 'object' &&
      'member' in access &&
      access.member.includes('coordinator')
    );
  });

const nameOf = (part: Part): string => `SECRET-name-${part}-TERCES`;
const mailOf = (part: Part): string => `secret-mail-${part}-terces@example.org`.toLowerCase();

describe('a coordinator who sees to one site', () => {
  it('finds nobody of another site in any list, of any thing, in any export', async () => {
    const answers: string[] = [];
    const open = new Set<string>();
    for (const operation of forAdmins().filter(({ method }) => method === 'get'))
      for (const path of pathsOf(operation))
        for (const search of operation.parameters.some(({ name }) => name === 'search')
          ? [{}, { search: 'secret' }]
          : [{}]) {
          const query = operation.parameters.some(({ name }) => name === 'limit')
            ? { limit: '100', ...search }
            : search;
          const { status, text } = await as().get(path.slice(base.length)).query(query);
          if (status === 200) {
            open.add(operation.id);
            answers.push(text);
          } else if (![403, 404, 422].includes(status)) answers.push(`${path}: ${status}`);
        }
    const text = answers.join('\n');
    const leaked = OSLO.filter(
      (part) =>
        text.includes(nameOf(part)) || text.includes(mailOf(part)) || text.includes(world.parts[part]),
    );
    expect(leaked).toEqual([]);
    for (const part of BERLIN) expect(text).toContain(mailOf(part));
    expect([...open]).toEqual(
      expect.arrayContaining([
        'Participations_list',
        'Participations_export',
        'Participations_get',
        'Profiles_get',
        'Requests_list',
        'Mentorship_list',
        'Mentorship_get',
        'Deliveries_list',
        'Audit_list',
      ]),
    );
  });

  it('counts no more than that', async () => {
    const sum = (body: { items: { count: number }[] }) =>
      body.items.reduce((total, { count }) => total + count, 0);
    const { body } = await as().get('/participation-counts').expect(200);
    expect(sum(body as { items: { count: number }[] })).toBe(BERLIN.length);
    const all = await as(world.people.owner).get('/participation-counts').expect(200);
    expect(sum(all.body as { items: { count: number }[] })).toBeGreaterThan(BERLIN.length + OSLO.length);
  });

  it('changes nothing of another site and nothing of the whole program', async () => {
    const before = await api.sql<{ n: number }>(`SELECT count(*)::int AS n FROM audit_entry`);
    const wrong: string[] = [];
    for (const operation of forAdmins().filter(({ method }) => method !== 'get')) {
      // What people do about themselves is theirs.
      if (operation.path.includes('/me/')) continue;
      const things = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      if (things.includes('participationId') || things.includes('mentorshipId')) continue;
      for (const path of pathsOf(operation).slice(0, 1)) {
        const { status } = await as()
          [operation.method === 'get' ? 'post' : operation.method](path.slice(base.length), {})
          .set('If-Match', '"1"');
        const expected = things.some((name) => ['requestId', 'sessionId', 'deliveryId'].includes(name))
          ? 404
          : 403;
        // What concerns Berlin is refused by its state or its input alone.
        if (status !== expected && !(expected === 404 && [200, 403, 409, 422].includes(status)))
          wrong.push(`${operation.id}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    for (const part of OSLO)
      for (const verb of ['approve', 'decline', 'pause', 'resume', 'leave'])
        await as().post(`/participations/${world.parts[part]}/${verb}`).expect(404);
    const oslo = `/participations/${world.parts.otherMentor}`;
    await as().put(`${oslo}/profile`, { headline: 'x' }).set('If-Match', '"1"').expect(404);
    await as().put(`${oslo}/address`, { email: 'x@example.org' }).set('If-Match', '"1"').expect(404);
    await as().patch(oslo, { site: 'Berlin' }).set('If-Match', '"1"').expect(403);
    await as()
      .patch(`/participations/${world.parts.mentor}`, { site: 'Oslo' })
      .set('If-Match', '"1"')
      .expect(403);
    const [answered] = world.ids['requestId'] ?? [];
    await as()
      .post(`/requests/${answered}/withdraw`)
      .set('On-Behalf-Of', world.parts.otherMentee)
      .expect(404);
    const [mine] = await api.sql<{ id: string }>(
      `SELECT id FROM participation WHERE program_id = $1 AND role = 'owner' AND state = 'active'`,
      [world.programId],
    );
    await as().post(`/participations/${mine!.id}/leave`).expect(404);
    expect(
      await api.sql(`SELECT count(*)::int AS n FROM audit_entry WHERE actor_id <> $1`, [limited.accountId]),
    ).toEqual(before);
  });

  it('does for Berlin what a coordinator does', async () => {
    const mentee = `/participations/${world.parts.mentee}`;
    await as().post(`${mentee}/pause`).expect(200);
    await as().post(`${mentee}/resume`).expect(200);
    const { body } = await as().get(`${mentee}/profile`).expect(200);
    const { version } = body as { version: number };
    await as()
      .put(`${mentee}/profile`, { headline: 'Corrected' })
      .set('If-Match', `"${version}"`)
      .expect(200);
    await as().post(`/participations/${world.parts.applicant}/approve`).expect(200);
    const [pair] = world.ids['mentorshipId'] ?? [];
    await as().post(`/mentorships/${pair}/pause`).expect(200);
    const { items } = (await as().get('/audit').expect(200)).body as { items: { action: string }[] };
    expect(items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['mentorship.paused', 'participation.approved', 'profile.updated']),
    );
  });

  it('takes part as anybody: reads the program, oneself and what was done to oneself', async () => {
    await as().get('').expect(200);
    await as()
      .get('/me')
      .expect(({ status }) => {
        expect([200, 404]).toContain(status);
      });
    const { body } = await as().get('/me/audit').expect(200);
    expect((body as { items: { action: string }[] }).items.map(({ action }) => action)).toContain(
      'participation.placed',
    );
    const [own] = await api.sql<{ id: string }>(`SELECT id FROM participation WHERE account_id = $1`, [
      limited.accountId,
    ]);
    await as().get(`/participations/${own!.id}`).expect(200);
  });
});

describe('a site', () => {
  it('has one spelling, and is taken away by null', async () => {
    const owner = as(world.people.owner);
    const path = `/participations/${world.parts.formerMentor}`;
    const first = await owner.patch(path, { site: ' OSLO' }).set('If-Match', '"1"').expect(200);
    expect(first.body).toMatchObject({ site: 'Oslo', version: 2 });
    const again = await owner.patch(path, { site: 'oslo' }).set('If-Match', '"2"').expect(200);
    expect(again.body).toMatchObject({ version: 2 });
    await owner
      .patch(path, { site: 'x'.repeat(61) })
      .set('If-Match', '"2"')
      .expect(422);
    await owner.patch(path, { site: null }).set('If-Match', '"1"').expect(412);
    const gone = await owner.patch(path, { site: null }).set('If-Match', '"2"').expect(200);
    expect(gone.body).toMatchObject({ site: null, version: 3 });
    await owner.patch(path, {}).expect(428);
  });

  it('limits coordinators alone, by an owner alone', async () => {
    const mentor = await as(world.people.owner).get(`/participations/${world.parts.otherMentor}`).expect(200);
    const { version } = mentor.body as { version: number };
    const limit = (person: TestPerson) =>
      as(person)
        .patch(`/participations/${world.parts.otherMentor}`, { limitedToSite: 'Oslo' })
        .set('If-Match', `"${version}"`);
    await limit(world.people.owner).expect(422);
    await limit(world.people.coordinator).expect(403);
  });

  it('does not limit an owner who is a coordinator too', async () => {
    await buildParticipation(api.app.get(Database), {
      programId: world.programId,
      accountId: world.people.owner.accountId,
      role: 'coordinator',
      limitedToSite: 'Berlin',
    });
    await as(world.people.owner).get('/cohorts').expect(200);
    await as(world.people.owner).get(`/participations/${world.parts.otherMentor}`).expect(200);
  });
});
