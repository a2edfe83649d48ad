import { jest } from '@jest/globals';
import { MatchingWorld, type RunBody } from '../../support/matching-world.js';

jest.setTimeout(120_000);

let world: MatchingWorld;
beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
});
afterAll(() => world.stop());
beforeEach(() => world.newProgram());

async function reasons(run: RunBody, role: string): Promise<string[]> {
  const { body } = await world.call('get', `/runs/${run.id}/unmatched?role=${role}&limit=100`);
  return (body.items as { why: string }[]).map(({ why }) => why);
}

const override = (cohortId: string, mentorId: string, menteeId: string, kind: string) =>
  world.call('put', `/cohorts/${cohortId}/overrides/${mentorId}/${menteeId}`, { body: { kind } });

describe('a round in which little can be matched ends in an answer', () => {
  it('without anybody: a problem that says what to do, and no run', async () => {
    const cohortId = await world.closedCohort();
    const answer = await world.call('post', `/cohorts/${cohortId}/runs`);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      code: 'matching.cohort-empty',
      detail: 'Nobody is enrolled in this cohort. Enrol mentors and mentees, then start the run.',
    });
    expect((await world.call('get', `/cohorts/${cohortId}/runs`)).body.items).toEqual([]);
    expect((await world.call('get', `/cohorts/${cohortId}`)).body).toMatchObject({ state: 'closed' });
  });

  it('with one person, of either role', async () => {
    for (const [mentors, mentees, objective, role, words] of [
      [
        0,
        1,
        'stable',
        'mentee',
        'There was no mentor to match with. Enrol mentors who are ready, and run again.',
      ],
      [
        1,
        0,
        'fair',
        'mentor',
        'There was no mentee to match with. Enrol mentees who are ready, and run again.',
      ],
    ] as const) {
      await world.newProgram();
      await world.populate(mentors, mentees);
      const run = await world.run(await world.closedCohort({ objective }));
      expect(run).toMatchObject({ state: 'succeeded', pairs: 0, unmatchedMentees: mentees });
      expect(await reasons(run, role)).toEqual([words]);
      expect((await world.call('post', `/runs/${run.id}/publish`)).body).toEqual({
        ...{ started: 0, skipped: [], held: 0, declined: 0 },
      });
    }
  });

  it('without a free place anywhere: says so, and whose place would help', async () => {
    await world.populate(2, 2, 0);
    for (const objective of ['coverage', 'stable', 'fair']) {
      const run = await world.run(await world.closedCohort({ objective }));
      expect(run).toMatchObject({ state: 'succeeded', pairs: 0, unmatchedMentees: 2 });
      for (const why of await reasons(run, 'mentee'))
        expect(why).toMatch(
          /^2 mentors suit, but without a free place\. (One more place|2 more places) at Mentor/,
        );
    }
  });

  it('below its minimum, or with every pair forbidden: names the rule and what lifting it would give', async () => {
    await world.populate(2, 2);
    const high = await world.run(await world.closedCohort({ objective: 'total', minScore: 10_000 }));
    expect(high).toMatchObject({ state: 'succeeded', pairs: 0 });
    const lifted = 'Without the rule on those who score below the minimum, 2 would suit, 2 of them';
    for (const why of await reasons(high, 'mentee')) expect(why).toContain(`${lifted} with a free place.`);
    for (const why of await reasons(high, 'mentor'))
      expect(why).toContain(`${lifted} still without a mentor.`);
    const cohortId = await world.closedCohort();
    for (const mentorId of world.mentorIds)
      for (const menteeId of world.menteeIds)
        expect((await override(cohortId, mentorId, menteeId, 'forbid')).status).toBe(204);
    const banned = await world.run(cohortId);
    expect(banned).toMatchObject({ state: 'succeeded', pairs: 0, unmatchedMentees: 2 });
    for (const why of await reasons(banned, 'mentee'))
      expect(why).toContain('2 are forbidden by an admin or together already');
  });

  it('with locks that came to contradict each other: fails, and says what to take back', async () => {
    await world.populate(1, 2, 2);
    const [mentorId] = world.mentorIds;
    const cohortId = await world.closedCohort();
    for (const menteeId of world.menteeIds)
      expect((await override(cohortId, mentorId!, menteeId, 'lock')).status).toBe(204);
    await world.db.query(`UPDATE profile SET capacity = 1 WHERE participation_id = $1`, [mentorId]);
    expect(await world.run(cohortId)).toMatchObject({
      state: 'failed',
      pairs: 0,
      failure: 'Mentor 1 has more locked mentees than free places. Take locks back, or add places.',
    });
    const path = `/cohorts/${cohortId}/overrides/${mentorId}/${world.menteeIds[1]}`;
    expect((await world.call('delete', path)).status).toBe(204);
    expect(await world.run(cohortId)).toMatchObject({ state: 'succeeded', pairs: 1, unmatchedMentees: 1 });
  });
});
