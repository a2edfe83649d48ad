import { jest } from '@jest/globals';
import { MatchingWorld, type RunBody } from '../../support/matching-world.js';

jest.setTimeout(120_000);

interface Named {
  readonly participationId: string;
  readonly name: string;
}

interface Change {
  readonly mentee: Named;
  readonly before: readonly (Named & { readonly score: number })[];
  readonly after: readonly (Named & { readonly score: number })[];
}

let world: MatchingWorld;
let cohortId: string;
let before: RunBody;
let after: RunBody;

beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
  await world.populate(6, 8);
  cohortId = await world.closedCohort();
  before = await world.run(cohortId);
  const [first] = await pairsOf(before);
  // Another pair has to be found for the two of the best one, and skills count more.
  await world.call('put', `/cohorts/${cohortId}/overrides/${first!.mentor}/${first!.mentee}`, {
    body: { kind: 'forbid' },
  });
  const { body } = await world.call('get', `/cohorts/${cohortId}`);
  const { weights, version } = body as { weights: Record<string, number>; version: number };
  await world.call('patch', `/cohorts/${cohortId}`, {
    body: { weights: { ...weights, skills: weights['skills']! + 5, goals: weights['goals']! - 5 } },
    version,
  });
  after = await world.run(cohortId);
});
afterAll(() => world.stop());

async function pairsOf(run: RunBody): Promise<{ mentee: string; mentor: string; score: number }[]> {
  const { body } = await world.call('get', `/runs/${run.id}/pairs?limit=100`);
  return (body.items as { mentee: Named; mentor: Named; score: number }[]).map(
    ({ mentee, mentor, score }) => ({
      mentee: mentee.participationId,
      mentor: mentor.participationId,
      score,
    }),
  );
}

describe('comparing two runs', () => {
  it('says what differs in settings, figures and numbers of pairs', async () => {
    const [first, second] = [await pairsOf(before), await pairsOf(after)];
    const key = ({ mentee, mentor }: { mentee: string; mentor: string }): string => `${mentee} ${mentor}`;
    const earlier = new Set(first.map(key));
    const kept = second.filter((pair) => earlier.has(key(pair))).length;
    expect(kept).toBeLessThan(second.length);
    const { status, body } = await world.call('get', `/runs/${after.id}/comparison/${before.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      before: { runId: before.id, cohortId, inputHash: before.inputHash },
      after: { runId: after.id, cohortId, inputHash: after.inputHash },
      sameInput: false,
      settings: [
        { path: 'weights.goals', before: 20, after: 15 },
        { path: 'weights.skills', before: 35, after: 40 },
      ],
      kept,
      lost: first.length - kept,
      added: second.length - kept,
    });
    const total = (pairs: readonly { score: number }[]): number =>
      pairs.reduce((sum, { score }) => sum + score, 0);
    expect(body).toMatchObject({
      before: { figures: { pairs: first.length, total: total(first), firstWishRate: null } },
      differences: {
        pairs: second.length - first.length,
        total: total(second) - total(first),
        firstWishRate: null,
      },
    });
  });

  it('names everybody who has another mentor, page by page', async () => {
    const [first, second] = [await pairsOf(before), await pairsOf(after)];
    const partner = (pairs: typeof first, id: string): string[] =>
      pairs.filter(({ mentee }) => mentee === id).map(({ mentor, score }) => `${mentor} ${score}`);
    const mentorOf = (pairs: typeof first, id: string): string =>
      pairs.find(({ mentee }) => mentee === id)?.mentor ?? '';
    const found: Change[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await world.call(
        'get',
        `/runs/${after.id}/comparison/${before.id}/changes?limit=2${query}`,
      );
      found.push(...(body.items as Change[]));
      cursor = body.nextCursor as string | null;
    }
    const moved = world.menteeIds.filter((id) => mentorOf(first, id) !== mentorOf(second, id)).sort();
    expect(found.map(({ mentee }) => mentee.participationId)).toEqual(moved);
    expect(moved.length).toBeGreaterThan(1);
    for (const { mentee, ...change } of found) {
      expect(mentee.name).toMatch(/^Mentee \d$/u);
      const words = (people: Change['before']): string[] =>
        people.map(({ participationId, score }) => `${participationId} ${score}`);
      expect(words(change.before)).toEqual(partner(first, mentee.participationId));
      expect(words(change.after)).toEqual(partner(second, mentee.participationId));
    }
  });

  it('finds a run the same as itself', async () => {
    const { body } = await world.call('get', `/runs/${after.id}/comparison/${after.id}`);
    expect(body).toMatchObject({ sameInput: true, settings: [], lost: 0, added: 0, kept: after.pairs });
    const changes = await world.call('get', `/runs/${after.id}/comparison/${after.id}/changes`);
    expect(changes.body).toEqual({ items: [], nextCursor: null });
  });

  it('knows no run of another program, and compares none that did not succeed', async () => {
    const home = world.programId;
    await world.newProgram();
    const { status } = await world.call('get', `/runs/${after.id}/comparison/${before.id}`);
    expect(status).toBe(404);
    world.programId = home;
    await world.db.query(`UPDATE match_run SET state = 'failed' WHERE id = $1`, [before.id]);
    for (const path of ['', '/changes']) {
      const refused = await world.call('get', `/runs/${after.id}/comparison/${before.id}${path}`);
      expect(refused.status).toBe(409);
      expect(refused.body).toMatchObject({ code: 'matching.run-incomparable', params: { state: 'failed' } });
    }
  });
});
