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
      expect(answer.body).toEqual({ started: 12, skipped: [], held: 0, declined: 0 });
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

  it('leaves out and names pairs that no longer hold, and counts the rounds waited', async () => {
    await world.populate(4, 6, 1);
    const cohortId = await world.closedCohort();
    const next = await world.call('post', '/cohorts', { body: { name: 'Next' } });
    const run = await world.run(cohortId);
    const pairs = (await world.call('get', `/runs/${run.id}/pairs`)).body.items as {
      mentor: { participationId: string };
      mentee: { participationId: string };
    }[];
    const [gone, forbidden, kept] = pairs;
    await world.db.query(`UPDATE participation SET state = 'left' WHERE id = $1`, [
      gone!.mentor.participationId,
    ]);
    const override = `/cohorts/${cohortId}/overrides/${forbidden!.mentor.participationId}/${forbidden!.mentee.participationId}`;
    expect((await world.call('put', override, { body: { kind: 'forbid' } })).status).toBe(204);
    const published = await world.call('post', `/runs/${run.id}/publish`);
    expect(published.body).toEqual({
      started: 2,
      skipped: expect.arrayContaining([
        {
          menteeId: gone!.mentee.participationId,
          mentorId: gone!.mentor.participationId,
          why: 'not-available',
        },
        {
          menteeId: forbidden!.mentee.participationId,
          mentorId: forbidden!.mentor.participationId,
          why: 'forbidden',
        },
      ]),
      held: 0,
      declined: 0,
    });
    const body = { everybody: true };
    await world.call('post', `/cohorts/${(next.body as { id: string }).id}/members`, { body });
    const members = await world.call(
      'get',
      `/cohorts/${(next.body as { id: string }).id}/members?role=mentee`,
    );
    const waited = new Map(
      (members.body.items as { participationId: string; roundsWaited: number; problems: string[] }[]).map(
        (member) => [member.participationId, member],
      ),
    );
    expect(waited.get(gone!.mentee.participationId)).toMatchObject({ roundsWaited: 1, problems: [] });
    expect(waited.get(kept!.mentee.participationId)).toMatchObject({
      roundsWaited: 0,
      problems: ['has-mentor'],
    });
  });

  it('refuses a second run while one is under way, and another publication', async () => {
    await world.populate(3, 3);
    const cohortId = await world.closedCohort();
    const both = await Promise.all([
      world.call('post', `/cohorts/${cohortId}/runs`),
      world.call('post', `/cohorts/${cohortId}/runs`),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
    const accepted = both.find(({ status }) => status === 202)!;
    const first = await world.ended((accepted.body as { id: string }).id);
    const second = await world.run(cohortId);
    expect(second.inputHash).toBe(first.inputHash);
    expect((await world.call('post', `/runs/${first.id}/publish`)).status).toBe(200);
    const other = await world.call('post', `/runs/${second.id}/publish`);
    expect(other.status).toBe(409);
    expect(other.body.code).toBe('matching.another-run-published');
    expect((await world.call('post', `/cohorts/${cohortId}/runs`)).status).toBe(409);
  });

  it('explains why two people are no pair', async () => {
    await world.populate(2, 3);
    const cohortId = await world.closedCohort({ order: 'score' });
    const run = await world.run(cohortId);
    const pairs = (await world.call('get', `/runs/${run.id}/pairs`)).body.items as {
      mentor: { participationId: string };
      mentee: { participationId: string };
    }[];
    const ask = (mentee: string, mentor: string) =>
      world.call('get', `/runs/${run.id}/why-not?mentee=${mentee}&mentor=${mentor}`);
    const [one, two] = pairs;
    expect((await ask(one!.mentee.participationId, one!.mentor.participationId)).body.kind).toBe('paired');
    const crossed = await ask(one!.mentee.participationId, two!.mentor.participationId);
    expect(crossed.body).toMatchObject({ kind: 'cost', rules: [] });
    expect(crossed.body.why).toMatch(/^They score \d+\./);
    await world.db.query(`UPDATE profile SET languages = '[{"code": "fi"}]' WHERE participation_id = $1`, [
      two!.mentor.participationId,
    ]);
    const barred = await ask(one!.mentee.participationId, two!.mentor.participationId);
    expect(barred.body).toMatchObject({ kind: 'rules', rules: ['no-shared-language'] });
  });
});
