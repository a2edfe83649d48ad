import { jest } from '@jest/globals';
import { MatchingWorld } from '../../support/matching-world.js';

jest.setTimeout(120_000);

interface PairBody {
  readonly score: number;
  readonly contributions: readonly { readonly points: number }[];
}

let world: MatchingWorld;
beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
});
afterAll(() => world.stop());
beforeEach(() => world.newProgram());

describe('a round from its draft to its mentorships', () => {
  it('computes pairs in a worker and publishes them once for two admins who click at the same time', async () => {
    await world.populate(12, 20, 1);
    const other = await world.member('Cory Coordinator', 'coordinator');
    const cohortId = await world.closedCohort();
    const run = await world.run(cohortId);
    expect(run).toMatchObject({
      state: 'succeeded',
      progress: 100,
      pairs: 12,
      unmatchedMentees: 8,
      failure: null,
    });
    expect(run.inputHash).toMatch(/^[0-9a-f]{64}$/);
    expect(run.summary?.certificate.gap).toBe(0);

    const pairs = await world.call('get', `/runs/${run.id}/pairs?limit=100`);
    expect(pairs.body.items).toHaveLength(12);
    for (const { score, contributions } of pairs.body.items as PairBody[])
      expect(contributions.reduce((total, { points }) => total + points, 0)).toBe(score);
    const left = await world.call('get', `/runs/${run.id}/unmatched?role=mentee&limit=100`);
    expect(left.body.items).toHaveLength(8);
    expect(left.body.items[0].why).toMatch(/suit, but all their places went/);

    const answers = await Promise.all([
      world.call('post', `/runs/${run.id}/publish`),
      world.call('post', `/runs/${run.id}/publish`, { as: other }),
      world.call('post', `/runs/${run.id}/publish`),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({ started: 12, skipped: [] });
    }
    const [counts] = await world.db.query<{ pairs: number; events: number; published: number }>(
      `SELECT (SELECT count(*)::int FROM mentorship WHERE program_id = $1) AS pairs,
         (SELECT count(*)::int FROM outbox_event WHERE program_id = $1 AND type = 'mentorship.started.v1') AS events,
         (SELECT count(*)::int FROM outbox_event WHERE program_id = $1 AND type = 'match-run.published.v1') AS published`,
      [world.programId],
    );
    expect(counts).toEqual({ pairs: 12, events: 12, published: 1 });
    const cohort = await world.call('get', `/cohorts/${cohortId}`);
    expect(cohort.body).toMatchObject({ state: 'published', publishedRunId: run.id });
  });
});
