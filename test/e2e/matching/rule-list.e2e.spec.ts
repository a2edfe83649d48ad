import { jest } from '@jest/globals';
import { buildMentorship } from '../../support/factories/mentorship.factory.js';
import { MatchingWorld, type RunBody } from '../../support/matching-world.js';

jest.setTimeout(120_000);

interface Problem {
  readonly path: string;
  readonly message: string;
}

interface Left {
  readonly person: { readonly participationId: string };
  readonly role: string;
  readonly why: string;
}

let world: MatchingWorld;
beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.newProgram();
  await world.populate(4, 4);
});

const make = (body: object) => world.call('post', '/cohorts', { body: { name: 'Round', ...body } });

async function countries(ids: readonly string[], values: readonly (string | null)[]): Promise<void> {
  for (const [at, id] of ids.entries())
    await world.db.query(`UPDATE profile SET country = $2 WHERE participation_id = $1`, [id, values[at]]);
}

async function pairsOf({ id }: RunBody): Promise<string[]> {
  const { body } = await world.call('get', `/runs/${id}/pairs?limit=100`);
  const items = body.items as { mentee: { participationId: string }; mentor: { participationId: string } }[];
  return items.map(({ mentee, mentor }) => `${mentee.participationId} ${mentor.participationId}`).sort();
}

describe('rules as a list', () => {
  it('are the whole truth: what the list leaves out is off, and both forms are shown', async () => {
    const list = [
      { kind: 'time-zone-gap', hours: 3.5 },
      { kind: 'number-gap', of: 'yearsExperience', mentorAhead: 2 },
    ];
    const made = await make({ ruleList: list });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      ruleList: list,
      rules: { floor: false, minimumLanguageLevel: null, maximumZoneGapHours: 3.5, list: [list[1]] },
    });
    const { id, version } = made.body as { id: string; version: number };
    const inShort = await world.call('patch', `/cohorts/${id}`, {
      body: { rules: { floor: true, mustMatch: ['country'] } },
      version,
    });
    expect((inShort.body as { ruleList: object[] }).ruleList).toEqual([
      list[0],
      { kind: 'common-ground' },
      { kind: 'must-match', of: 'country' },
      list[1],
    ]);
    const emptied = await world.call('patch', `/cohorts/${id}`, {
      body: { ruleList: [] },
      version: version + 1,
    });
    expect(emptied.body).toMatchObject({ ruleList: [], rules: { mustMatch: [] } });
    expect((emptied.body as { rules: object }).rules).not.toHaveProperty('list');
  });

  it('have the defaults in general form when nothing was said', async () => {
    const { body } = await make({});
    expect((body as { ruleList: object[] }).ruleList).toEqual([
      { kind: 'minimum-language', level: 2 },
      { kind: 'time-zone-gap', hours: 6 },
      { kind: 'common-ground' },
      { kind: 'reporting-line' },
      { kind: 'earlier-partners' },
    ]);
  });

  it('name the rule and the field of every fault, with what to write instead', async () => {
    const refused = await make({
      ruleList: [
        { kind: 'must-match', of: 'country' },
        { kind: 'must-match', of: 'shoe-size' },
        { kind: 'number-gap', of: 'department', atMost: 3 },
        { kind: 'date-gap', of: 'field:start', atMostDays: 3 },
        { kind: 'must-differ', of: 'gender' },
        { kind: 'must-match', of: 'country' },
      ],
    });
    expect(refused.status).toBe(422);
    const problems = (refused.body as { fields: Problem[] }).fields;
    expect(problems.map(({ path }) => path)).toEqual([
      'ruleList.1.of',
      'ruleList.2.of',
      'ruleList.3.of',
      'ruleList.4.of',
      'ruleList.5',
    ]);
    expect(problems[0]?.message).toContain('Use one of organisation, department');
    expect(problems[1]?.message).toContain('Use one of yearsExperience');
    expect(problems[2]?.message).toContain('make one first');
    expect(problems[3]?.message).toContain('no rule may use it');
    expect((await make({ ruleList: [], rules: { floor: true } })).status).toBe(422);
    for (const ruleList of ['all', [['kind']], Array.from({ length: 21 }, () => ({ kind: 'common-ground' }))])
      expect((await make({ ruleList })).status).toBe(422);
  });

  it('hold in a run, and say for everybody left over which of them is in the way', async () => {
    await countries(world.mentorIds, ['DE', 'DE', 'FR', null]);
    await countries(world.menteeIds, ['DE', 'FR', 'PL', 'PL']);
    const cohortId = await world.closedCohort({
      ruleList: [
        { kind: 'must-match', of: 'country', for: { of: 'country', is: ['fr', 'pl'] } },
        { kind: 'common-ground' },
      ],
    });
    const run = await world.run(cohortId);
    expect(run).toMatchObject({ state: 'succeeded', pairs: 2 });
    const pairs = await pairsOf(run);
    expect(pairs).toContain(`${world.menteeIds[1]!} ${world.mentorIds[2]!}`);
    const { body } = await world.call('get', `/runs/${run.id}/unmatched?limit=100`);
    const left = (body as { items: Left[] }).items.filter(({ role }) => role === 'mentee');
    expect(left.map(({ person }) => person.participationId).sort()).toEqual(
      [world.menteeIds[2]!, world.menteeIds[3]!].sort(),
    );
    for (const { why } of left) {
      expect(why).toContain('4 have no country in common (asked for mentees whose country is fr or pl)');
      expect(why).toContain('Without the rule on those who have no country in common');
    }
    const asked = await world.call(
      'get',
      `/runs/${run.id}/why-not?mentor=${world.mentorIds[0]!}&mentee=${world.menteeIds[2]!}`,
    );
    expect(asked.body).toMatchObject({ kind: 'rules', rules: ['must-match:country?country=fr|pl'] });
  });

  it('let earlier partners meet again after the months that they name', async () => {
    const [mentor, mentee] = [world.mentorIds[0]!, world.menteeIds[0]!];
    await buildMentorship(world.db, {
      programId: world.programId,
      mentorId: mentor,
      menteeId: mentee,
      state: 'completed',
      endedAt: new Date('2026-08-20T10:00:00Z'),
    });
    await world.db.query(`UPDATE participation SET state = 'paused' WHERE id = ANY($1::uuid[])`, [
      [...world.mentorIds.slice(1), ...world.menteeIds.slice(1)],
    ]);
    const pairsAfter = async (months: object): Promise<number> => {
      const ruleList = [{ kind: 'earlier-partners', ...months }];
      return (await world.run(await world.closedCohort({ ruleList }))).pairs;
    };
    // The term of these rounds begins on 1 March 2027.
    expect(await pairsAfter({})).toBe(0);
    expect(await pairsAfter({ months: 7 })).toBe(0);
    expect(await pairsAfter({ months: 6 })).toBe(1);
  });

  it('show a mentee no obstacle that tells what others keep to themselves', async () => {
    const cohortId = await world.closedCohort({
      ruleList: [
        { kind: 'must-differ', of: 'country' },
        { kind: 'must-match', of: 'grade' },
      ],
    });
    await countries(
      [...world.mentorIds, ...world.menteeIds],
      Array.from({ length: 8 }, () => 'DE'),
    );
    await world.run(cohortId);
    const mentee = await world.signIn(world.menteeIds[0]!);
    const seen = await world.call('get', `/mentors/${world.mentorIds[0]!}`, { as: mentee });
    expect((seen.body as { obstacles: string[] }).obstacles).toEqual([
      'they have the same country',
      'this pair is not available at present',
    ]);
  });
});
