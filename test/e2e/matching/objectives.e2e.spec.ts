import { LoadSnapshot } from '#matching';
import { contextOf, scorePair } from '#scoring';
import { jest } from '@jest/globals';
import { MatchingWorld, type RunBody } from '../../support/matching-world.js';

jest.setTimeout(120_000);

interface Made {
  readonly menteeId: string;
  readonly mentorId: string;
  readonly score: number;
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
  await spread();
});

/** Makes scores so different that each objective has another answer than the next. */
async function spread(): Promise<void> {
  const skills = ['javascript', 'python', 'sql', 'negotiation'];
  for (const [at, id] of [...world.mentorIds, ...world.menteeIds].entries()) {
    await world.db.query(
      `DELETE FROM profile_skill s USING profile p
      WHERE p.id = s.profile_id AND p.participation_id = $1`,
      [id],
    );
    for (const [index, skill] of skills.entries())
      if ((at * 7 + index * index * 3) % 5 < 3)
        await world.db.query(
          `INSERT INTO profile_skill (profile_id, skill_id, level, priority)
           SELECT id, $2, $3, CASE WHEN role = 'mentee' THEN $4::int END FROM profile WHERE participation_id = $1`,
          [id, skill, at < 4 ? 1 + ((at + 2 * index) % 5) : 1, 1 + ((at + index) % 3)],
        );
  }
}

async function pairsOf(run: RunBody): Promise<Made[]> {
  const { body } = await world.call('get', `/runs/${run.id}/pairs?limit=100`);
  const items = body.items as {
    mentee: { participationId: string };
    mentor: { participationId: string };
    score: number;
  }[];
  return items.map(({ mentee, mentor, score }) => ({
    menteeId: mentee.participationId,
    mentorId: mentor.participationId,
    score,
  }));
}

/** The score of every pair by `mentee mentor`, by the reference scorer; nothing for one that may not be made. */
async function allScores(cohortId: string, { parameters }: RunBody): Promise<Map<string, number>> {
  const snapshots = world.api.app.get(LoadSnapshot, { strict: false });
  const { input } = await snapshots.execute({ programId: world.programId, cohortId, parameters });
  const context = contextOf(input.context);
  const scores = new Map<string, number>();
  for (const mentee of input.mentees)
    for (const mentor of input.mentors) {
      const pair = scorePair(mentee, mentor, context);
      if (pair.feasible) scores.set(keyOf({ menteeId: mentee.id, mentorId: mentor.id }), pair.score);
    }
  return scores;
}

const keyOf = ({ menteeId, mentorId }: Omit<Made, 'score'>): string => `${menteeId} ${mentorId}`;
const total = (pairs: readonly Made[]): number => pairs.reduce((sum, { score }) => sum + score, 0);
const worst = (pairs: readonly Made[]): number => Math.min(...pairs.map(({ score }) => score));

/** Every matching of as many pairs as there can be. */
function allMatchings(scores: ReadonlyMap<string, number>): Made[][] {
  const found: Made[][] = [];
  const extend = (at: number, made: readonly Made[]): void => {
    const menteeId = world.menteeIds[at];
    if (menteeId === undefined) {
      found.push([...made]);
      return;
    }
    extend(at + 1, made);
    for (const mentorId of world.mentorIds) {
      const score = scores.get(keyOf({ menteeId, mentorId }));
      if (score !== undefined && made.every((pair) => pair.mentorId !== mentorId))
        extend(at + 1, [...made, { menteeId, mentorId, score }]);
    }
  };
  extend(0, []);
  const most = Math.max(...found.map(({ length }) => length));
  return found.filter(({ length }) => length === most);
}

async function ask(settings: object): Promise<{ run: RunBody; pairs: Made[]; scores: Map<string, number> }> {
  const cohortId = await world.closedCohort(settings);
  const run = await world.run(cohortId);
  expect(run).toMatchObject({ state: 'succeeded', failure: null });
  return { run, pairs: await pairsOf(run), scores: await allScores(cohortId, run) };
}

const blocking = (pairs: readonly Made[], scores: ReadonlyMap<string, number>): string[] => {
  const of = (side: 'menteeId' | 'mentorId', id: string | undefined): number =>
    pairs.find((pair) => pair[side] === id)?.score ?? -1;
  return [...scores].flatMap(([key, score]) => {
    const [menteeId, mentorId] = key.split(' ');
    return score > of('menteeId', menteeId) && score > of('mentorId', mentorId) ? [key] : [];
  });
};

describe('what a round asks for is what its run gives, by every matching there is', () => {
  it('coverage: as many pairs as there can be, and the best total among those', async () => {
    const { run, pairs, scores } = await ask({ objective: 'coverage' });
    const all = allMatchings(scores);
    expect(pairs).toHaveLength(all[0]!.length);
    expect(total(pairs)).toBe(Math.max(...all.map(total)));
    expect(run.summary!.certificate).toMatchObject({ kind: 'prices', gap: 0 });
  });

  it('total: the best sum of scores', async () => {
    const { pairs, scores } = await ask({ objective: 'total', order: 'score' });
    expect(total(pairs)).toBe(Math.max(...allMatchings(scores).map(total)));
  });

  it('stable: no two who would rather have each other', async () => {
    const { run, pairs, scores } = await ask({ objective: 'stable' });
    expect(blocking(pairs, scores)).toEqual([]);
    expect(run.summary!.certificate).toMatchObject({ kind: 'stable', blockingPairs: 0 });
    // The same people under another objective do have such pairs: the round is one that tells them apart.
    const fair = await ask({ objective: 'fair' });
    expect(blocking(fair.pairs, fair.scores)).not.toEqual([]);
  });

  it('fair: the best worst pair', async () => {
    const { run, pairs, scores } = await ask({ objective: 'fair' });
    const best = Math.max(...allMatchings(scores).map(worst));
    expect(worst(pairs)).toBe(best);
    expect(run.summary!.certificate).toMatchObject({ kind: 'fair', worst: best, gap: 0 });
  });

  it.each([
    ['coverage', 'score'],
    ['total', 'waited'],
    ['stable', 'score'],
    ['fair', 'score'],
  ])('%s in the order %s: with a lock, a forbidden pair and a minimum', async (objective, order) => {
    const cohortId = await world.closedCohort({ objective, order });
    const plain = await pairsOf(await world.run(cohortId));
    const [banned, other] = plain;
    const lock = { menteeId: other!.menteeId, mentorId: banned!.mentorId };
    const put = (pair: Omit<Made, 'score'>, kind: string) =>
      world.call('put', `/cohorts/${cohortId}/overrides/${pair.mentorId}/${pair.menteeId}`, {
        body: { kind },
      });
    expect((await put(banned!, 'forbid')).status).toBe(204);
    expect((await put(lock, 'lock')).status).toBe(204);
    const minScore = plain.at(-1)!.score + 1;
    const { body } = await world.call('get', `/cohorts/${cohortId}`);
    const { version } = body as { version: number };
    await world.call('patch', `/cohorts/${cohortId}`, { body: { minScore }, version });
    const run = await world.run(cohortId);
    expect(run).toMatchObject({
      state: 'succeeded',
      parameters: { objective, placeOrder: order, minimumScore: minScore },
    });
    const pairs = await pairsOf(run);
    expect(pairs).toContainEqual(expect.objectContaining(lock));
    for (const pair of pairs)
      if (keyOf(pair) !== keyOf(lock)) {
        expect(keyOf(pair)).not.toBe(keyOf(banned!));
        expect(pair.score).toBeGreaterThanOrEqual(minScore);
      }
    const query = `mentee=${banned!.menteeId}&mentor=${banned!.mentorId}`;
    expect((await world.call('get', `/runs/${run.id}/why-not?${query}`)).body).toMatchObject({
      kind: 'overridden',
      why: expect.stringContaining('Take that back and run again.') as string,
    });
  });
});
