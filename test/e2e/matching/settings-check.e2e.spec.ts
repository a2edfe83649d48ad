import { jest } from '@jest/globals';
import { MatchingWorld } from '../../support/matching-world.js';

jest.setTimeout(120_000);

interface Check {
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly sample: {
    readonly mentees: number;
    readonly mentors: number;
    readonly pairs: number;
    readonly feasiblePairs: number;
    readonly rules: readonly {
      readonly index: number;
      readonly kind: string;
      readonly excludesThoseWho: string;
      readonly pairs: number;
      readonly onlyThis: number;
      readonly share: number;
    }[];
    readonly menteesWithoutMentor: number;
    readonly mentorsWithoutMentee: number;
  } | null;
}

let world: MatchingWorld;
let cohortId: string;

beforeAll(async () => {
  world = await MatchingWorld.start();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.newProgram();
  await world.populate(4, 5);
  cohortId = await world.closedCohort();
});

async function check(body: object): Promise<Check> {
  const answer = await world.call('post', `/cohorts/${cohortId}/settings-check`, { body });
  expect(answer.status).toBe(200);
  return answer.body as Check;
}

async function countries(ids: readonly string[], values: readonly string[]): Promise<void> {
  for (const [at, id] of ids.entries())
    await world.db.query(`UPDATE profile SET country = $2 WHERE participation_id = $1`, [id, values[at]]);
}

describe('a check of settings', () => {
  it('names every problem, and stores nothing', async () => {
    const before = await world.call('get', `/cohorts/${cohortId}`);
    const { problems, sample } = await check({
      weights: { skills: 90 },
      ruleList: [
        { kind: 'must-match', of: 'country' },
        { kind: 'must-match', of: 'shoe-size' },
      ],
      termWeeks: 300,
    });
    expect(problems.map(({ path }) => path).sort()).toEqual(['ruleList.1.of', 'termWeeks', 'weights']);
    expect(sample).toBeNull();
    await check({ ruleList: [], minScore: 5_000 });
    expect((await world.call('get', `/cohorts/${cohortId}`)).body).toEqual(before.body);
  });

  it('counts what each rule forbids, alone and with others, and who is left with nobody', async () => {
    await countries(world.mentorIds, ['DE', 'DE', 'FR', 'FR']);
    await countries(world.menteeIds, ['DE', 'DE', 'FR', 'PL', 'PL']);
    await world.db.query(
      `UPDATE profile SET department = 'Payments' WHERE participation_id = ANY($1::uuid[])`,
      [[world.mentorIds[0], world.menteeIds[0], world.menteeIds[3]]],
    );
    const { problems, sample } = await check({
      ruleList: [
        { kind: 'must-match', of: 'country' },
        { kind: 'must-differ', of: 'department' },
      ],
    });
    expect(problems).toEqual([]);
    expect(sample).toEqual({
      mentees: 5,
      mentors: 4,
      pairs: 20,
      feasiblePairs: 5,
      rules: [
        {
          index: 0,
          kind: 'must-match',
          excludesThoseWho: 'have no country in common',
          ...{ pairs: 14, onlyThis: 13, share: 0.7 },
        },
        {
          index: 1,
          kind: 'must-differ',
          excludesThoseWho: 'have the same department',
          ...{ pairs: 2, onlyThis: 1, share: 0.1 },
        },
      ],
      menteesWithoutMentor: 2,
      mentorsWithoutMentee: 0,
    });
  });

  it('looks at three hundred of each side at most, the same for the same seed', async () => {
    await world.populate(310, 310);
    await world.call('post', `/cohorts/${cohortId}/reopen`);
    await world.call('post', `/cohorts/${cohortId}/members`, { body: { everybody: true } });
    const first = await check({ seed: 'one' });
    expect(first.sample).toMatchObject({ mentees: 300, mentors: 300, pairs: 90_000 });
    expect(await check({ seed: 'one' })).toEqual(first);
  });

  it('is refused for a round of another program', async () => {
    const foreign = cohortId;
    await world.newProgram();
    const answer = await world.call('post', `/cohorts/${foreign}/settings-check`, { body: {} });
    expect(answer.status).toBe(404);
  });
});
