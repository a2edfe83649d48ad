import { jest } from '@jest/globals';
import { MatchingWorld } from '../../support/matching-world.js';

jest.setTimeout(120_000);

interface Relaxations {
  readonly mentees: number;
  readonly rules: readonly {
    readonly rules: readonly string[];
    readonly words: string;
    readonly mentees: number;
    readonly withFreePlaces: number;
    readonly tryIt: { readonly method: string; readonly path: string; readonly body: object } | null;
  }[];
  readonly places: readonly { readonly words: string; readonly mentees: number; readonly places: number }[];
  readonly recruit: readonly {
    readonly kind: string;
    readonly what: string;
    readonly words: string;
    readonly timeZone: string;
    readonly mentees: number;
    readonly mentors: number;
  }[];
}

let world: MatchingWorld;
beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
});
afterAll(() => world.stop());
beforeEach(() => world.newProgram());

const relaxationsOf = async (runId: string): Promise<Relaxations> =>
  (await world.call('get', `/runs/${runId}/relaxations`)).body as Relaxations;
const set = (column: string, value: string, ids: readonly string[]) =>
  world.db.query(`UPDATE profile SET ${column} = $1 WHERE participation_id = ANY($2::uuid[])`, [value, ids]);

describe('what would help all who are left over', () => {
  it('names the rule and the request that tries it, which keeps the promise', async () => {
    await world.populate(3, 4);
    await set('languages', '[{"code": "fi"}]', world.menteeIds.slice(1));
    const run = await world.run(await world.closedCohort());
    expect(run).toMatchObject({ pairs: 1, unmatchedMentees: 3 });
    const { mentees, rules } = await relaxationsOf(run.id);
    expect(mentees).toBe(3);
    expect(rules).toMatchObject([{ rules: ['no-shared-language'], mentees: 3, withFreePlaces: 3 }]);
    const [{ tryIt, words }] = rules as [Relaxations['rules'][number]];
    expect(words).toBe(
      'Without the rule on those who share no language, 3 mentees would have somebody who suits, 3 of them with a free place.',
    );
    expect(tryIt).toMatchObject({ method: 'POST' });
    const prefix = world.path('');
    const tried = await world.call('post', tryIt!.path.slice(prefix.length), { body: tryIt!.body });
    expect(tried.status).toBe(202);
    const { variants } = tried.body as { variants: { run: { id: string; label: string } }[] };
    const lifted = variants.find(({ run: { label } }) => label === 'Without no-shared-language')!;
    // Two places were free beside the one that was taken.
    expect(await world.ended(lifted.run.id)).toMatchObject({ state: 'succeeded', pairs: 3 });
  });

  it('says with whom places are missing, and whom to recruit, the greatest effect first', async () => {
    await world.populate(2, 7, 2);
    const left = world.menteeIds;
    await set('time_zone', 'Europe/Berlin', left);
    const run = await world.run(await world.closedCohort());
    expect(run).toMatchObject({ pairs: 4, unmatchedMentees: 3 });
    const { mentees, rules, places, recruit } = await relaxationsOf(run.id);
    expect([mentees, rules]).toEqual([3, []]);
    expect(places.reduce((sum, place) => sum + place.mentees, 0)).toBe(3);
    expect(places[0]!.words).toMatch(/^\d more places? with Mentor \d would reach \d mentees?\.$/);
    const goal = recruit.find(({ kind }) => kind === 'goal');
    expect(goal).toMatchObject({ what: 'leadership', timeZone: 'Europe/Berlin', mentees: 3, mentors: 2 });
    expect(goal!.words).toMatch(/^2 more mentors for \S.* in Europe\/Berlin would serve 3\.$/);
    const counts = recruit.map((each) => each.mentees);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(new Set(recruit.map(({ kind }) => kind))).toEqual(new Set(['goal', 'skill', 'time']));
    expect(recruit.find(({ kind }) => kind === 'time')!.words).toMatch(
      /free on Tuesday (afternoon|evening)s in/,
    );
  });

  it('offers no setting against people’s own word, and answers for a run that has succeeded alone', async () => {
    await world.populate(1, 1);
    const cohortId = await world.closedCohort();
    const [mentorId, menteeId] = [world.mentorIds[0]!, world.menteeIds[0]!];
    await world.call('put', `/cohorts/${cohortId}/overrides/${mentorId}/${menteeId}`, {
      body: { kind: 'forbid' },
    });
    const run = await world.run(cohortId);
    expect((await relaxationsOf(run.id)).rules).toMatchObject([
      { rules: ['forbidden'], mentees: 1, tryIt: null },
    ]);
    await world.db.query(`UPDATE match_run SET state = 'failed' WHERE id = $1`, [run.id]);
    expect((await world.call('get', `/runs/${run.id}/relaxations`)).body).toMatchObject({
      status: 409,
      code: 'matching.run-not-ready',
    });
  });
});
