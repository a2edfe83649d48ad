import { jest } from '@jest/globals';
import type { TestPerson } from '../../support/api-app.js';
import { MatchingWorld } from '../../support/matching-world.js';

jest.setTimeout(120_000);

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
const ROLES = ['owner', 'coordinator', 'mentor', 'mentee', 'sponsor', 'stranger'] as const;
type Role = (typeof ROLES)[number];

const ADMINS: readonly Role[] = ['owner', 'coordinator'];
const MEMBERS: readonly Role[] = ['owner', 'coordinator', 'mentor', 'mentee'];

let world: MatchingWorld;
let people: Record<Role, TestPerson>;
const ids = { cohort: '', run: '', pair: '', mentorship: '', mentor: '', mentee: '' };

beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
  await world.populate(2, 2);
  people = {
    owner: world.owner,
    coordinator: await world.member('Cory Coordinator', 'coordinator'),
    mentor: await world.signIn(world.mentorIds[0]!),
    mentee: await world.signIn(world.menteeIds[0]!),
    sponsor: await world.member('Sue Sponsor', 'sponsor'),
    stranger: await world.api.person('Stan Stranger'),
  };
  ids.mentor = world.mentorIds[0]!;
  ids.mentee = world.menteeIds[0]!;
  ids.cohort = await world.closedCohort();
  await world.call('put', `/cohorts/${ids.cohort}/overrides/${ids.mentor}/${ids.mentee}`, {
    body: { kind: 'lock' },
  });
  ids.run = (await world.run(ids.cohort)).id;
  await world.call('post', `/runs/${ids.run}/publish`);
  const { body } = await world.call('get', `/mentorships?participationId=${ids.mentor}`);
  ids.mentorship = (body.items as { id: string }[])[0]!.id;
});
afterAll(() => world.stop());

/** Every route, and who gets through the door; what is behind it may still refuse by state. */
const routes: readonly [Method, () => string, readonly Role[]][] = [
  ['post', () => '/cohorts', ADMINS],
  ['get', () => '/cohorts', ADMINS],
  ['get', () => `/cohorts/${ids.cohort}`, ADMINS],
  ['patch', () => `/cohorts/${ids.cohort}`, ADMINS],
  ['post', () => `/cohorts/${ids.cohort}/open`, ADMINS],
  ['post', () => `/cohorts/${ids.cohort}/close`, ADMINS],
  ['post', () => `/cohorts/${ids.cohort}/reopen`, ADMINS],
  ['post', () => `/cohorts/${ids.cohort}/clones`, ADMINS],
  ['post', () => `/cohorts/${ids.cohort}/same-again`, ADMINS],
  ['get', () => `/cohorts/${ids.cohort}/same-again`, ADMINS],
  ['get', () => `/cohorts/${ids.cohort}/same-again/people`, ADMINS],
  ['post', () => `/cohorts/${ids.cohort}/members`, ADMINS],
  ['get', () => `/cohorts/${ids.cohort}/members`, ADMINS],
  ['delete', () => `/cohorts/${ids.cohort}/members/${ids.mentor}`, ADMINS],
  ['get', () => `/cohorts/${ids.cohort}/readiness`, ADMINS],
  ['get', () => `/cohorts/${ids.cohort}/readiness/people`, ADMINS],
  ['post', () => `/cohorts/${ids.cohort}/readiness/reminders`, ADMINS],
  ['get', () => `/cohorts/${ids.cohort}/waitlist`, ADMINS],
  ['get', () => `/cohorts/${ids.cohort}/me`, ['mentor', 'mentee']],
  ['post', () => `/cohorts/${ids.cohort}/me`, ['mentor', 'mentee']],
  ['delete', () => `/cohorts/${ids.cohort}/me`, ['mentor', 'mentee']],
  ['get', () => `/cohorts/${ids.cohort}/overrides`, ADMINS],
  ['put', () => `/cohorts/${ids.cohort}/overrides/${ids.mentor}/${ids.mentee}`, ADMINS],
  ['delete', () => `/cohorts/${ids.cohort}/overrides/${ids.mentor}/${ids.mentee}`, ADMINS],
  ['post', () => `/cohorts/${ids.cohort}/runs`, ADMINS],
  ['get', () => `/cohorts/${ids.cohort}/runs`, ADMINS],
  ['get', () => `/runs/${ids.run}/events`, ADMINS],
  ['get', () => `/cohorts/${ids.cohort}/runs-export`, ADMINS],
  ['get', () => `/cohorts/${ids.cohort}/fairness-report`, ['owner', 'coordinator', 'sponsor']],
  ['post', () => `/cohorts/${ids.cohort}/settings-check`, ADMINS],
  ['post', () => `/cohorts/${ids.cohort}/variants`, ADMINS],
  ['get', () => `/runs/${ids.run}`, ADMINS],
  ['post', () => `/runs/${ids.run}/cancel`, ADMINS],
  ['get', () => `/runs/${ids.run}/pairs`, ADMINS],
  ['get', () => `/runs/${ids.run}/unmatched`, ADMINS],
  ['get', () => `/runs/${ids.run}/why-not?mentee=${ids.mentee}&mentor=${ids.mentor}`, ADMINS],
  ['get', () => `/runs/${ids.run}/comparison/${ids.run}`, ADMINS],
  ['get', () => `/runs/${ids.run}/comparison/${ids.run}/changes`, ADMINS],
  ['get', () => `/runs/${ids.run}/pairs-export`, ADMINS],
  ['get', () => `/runs/${ids.run}/unmatched-export`, ADMINS],
  ['post', () => `/runs/${ids.run}/decisions`, ADMINS],
  ['post', () => `/runs/${ids.run}/publish`, ADMINS],
  ['get', () => `/runs/${ids.run}/hand-made-pairs`, ADMINS],
  ['get', () => `/runs/${ids.run}/hand-made-pairs/preview?mentee=${ids.mentee}&mentor=${ids.mentor}`, ADMINS],
  ['post', () => `/runs/${ids.run}/hand-made-pairs`, ADMINS],
  ['get', () => `/runs/${ids.run}/next-best/${ids.mentee}`, ADMINS],
  ['post', () => `/runs/${ids.run}/next-best/${ids.mentee}`, ADMINS],
  ['get', () => `/runs/${ids.run}/history`, ADMINS],
  ['get', () => `/runs/${ids.run}/notes`, ADMINS],
  ['post', () => `/runs/${ids.run}/notes`, ADMINS],
  ['post', () => `/runs/${ids.run}/withdraw`, ADMINS],
  ['get', () => `/runs/${ids.run}/answers`, ADMINS],
  ['post', () => `/runs/${ids.run}/answers/tell`, ADMINS],
  ['patch', () => `/runs/${ids.run}/answers`, ADMINS],
  ['get', () => `/runs/${ids.run}/relaxations`, ADMINS],
  ['get', () => '/mentors', MEMBERS],
  ['get', () => `/mentors/${ids.mentor}`, MEMBERS],
  ['get', () => '/mentorships', ADMINS],
  ['get', () => '/mentorships/mine', ['mentor', 'mentee']],
  ['get', () => '/mentorships/counts', ['owner', 'coordinator', 'sponsor']],
  ['get', () => `/mentorships/${ids.mentorship}`, MEMBERS],
  ['post', () => `/mentorships/${ids.mentorship}/pause`, MEMBERS],
  ['post', () => `/mentorships/${ids.mentorship}/resume`, MEMBERS],
  ['post', () => `/mentorships/${ids.mentorship}/confirm`, ['mentor', 'mentee']],
  ['post', () => `/mentorships/${ids.mentorship}/decline`, ['mentor', 'mentee']],
  ['post', () => `/mentorships/${ids.mentorship}/release`, ['mentor']],
  ['post', () => `/mentorships/${ids.mentorship}/end`, MEMBERS],
  ['post', () => `/mentorships/${ids.mentorship}/complete`, MEMBERS],
  ['post', () => `/mentorships/${ids.mentorship}/rematch-requests`, ['mentor', 'mentee']],
  ['get', () => `/mentorships/${ids.mentorship}/rematch-requests`, MEMBERS],
  ['get', () => '/rematch-requests', ADMINS],
  ['post', () => `/cohorts/${ids.cohort}/rematch`, ADMINS],
  ['post', () => `/cohorts/${ids.cohort}/cancel`, ADMINS],
];

describe('who gets through which door', () => {
  it.each(routes)('%s %s', async (method, path, allowed) => {
    for (const role of [...ROLES].reverse()) {
      const { status, body } = await world.call(method, path(), { as: people[role], body: {} });
      const where = `${role} ${method} ${path()}: ${status} ${JSON.stringify(body).slice(0, 200)}`;
      if (role === 'stranger') expect([where, status]).toEqual([where, 404]);
      else if (!allowed.includes(role)) expect([where, status]).toEqual([where, 403]);
      else expect([where, [401, 403, 404, 500].includes(status)]).toEqual([where, false]);
    }
    const signedOut = await world.api.http[method](world.path(path()));
    expect(signedOut.status).toBe(401);
  });

  it('hides what belongs to another program', async () => {
    const { programId } = world;
    await world.newProgram();
    const foreign = [
      `/cohorts/${ids.cohort}`,
      `/cohorts/${ids.cohort}/members`,
      `/cohorts/${ids.cohort}/overrides`,
      `/cohorts/${ids.cohort}/same-again`,
      `/cohorts/${ids.cohort}/same-again/people`,
      `/runs/${ids.run}`,
      `/runs/${ids.run}/pairs`,
      `/runs/${ids.run}/unmatched`,
      `/runs/${ids.run}/answers`,
      `/runs/${ids.run}/relaxations`,
      `/runs/${ids.run}/answers/${ids.mentee}`,
      `/runs/${ids.run}/why-not?mentee=${ids.mentee}&mentor=${ids.mentor}`,
      `/mentors/${ids.mentor}`,
      `/mentorships/${ids.mentorship}`,
      '/cohorts/not-an-id',
      '/runs/00000000-0000-4000-8000-00000000000g',
    ];
    for (const path of foreign) expect([path, (await world.call('get', path)).status]).toEqual([path, 404]);
    for (const path of [
      `/cohorts/${ids.cohort}/same-again`,
      `/cohorts/${ids.cohort}/runs`,
      `/runs/${ids.run}/cancel`,
      `/runs/${ids.run}/publish`,
    ])
      expect([path, (await world.call('post', path)).status]).toEqual([path, 404]);
    const made = await world.call('post', '/cohorts', { body: { name: 'Own' } });
    const enrol = await world.call('post', `/cohorts/${(made.body as { id: string }).id}/members`, {
      body: { participationIds: [ids.mentor] },
    });
    expect(enrol.status).toBe(422);
    world.programId = programId;
  });
});
