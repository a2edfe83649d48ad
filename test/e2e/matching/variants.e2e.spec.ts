import { jest } from '@jest/globals';
import { MatchingWorld, type RunBody } from '../../support/matching-world.js';

jest.setTimeout(120_000);

interface Variants {
  readonly batchId: string;
  readonly variants: readonly {
    readonly run: RunBody;
    readonly comparison: {
      readonly kept: number;
      readonly lost: number;
      readonly added: number;
      readonly settings: readonly {
        readonly path: string;
        readonly before: unknown;
        readonly after: unknown;
      }[];
      readonly differences: Readonly<Record<string, number | null>>;
      readonly after: { readonly figures: Readonly<Record<string, number | null>> };
    } | null;
  }[];
}

let world: MatchingWorld;
let cohortId: string;

beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.newProgram();
  await world.populate(5, 8);
  cohortId = await world.closedCohort();
});

const tryOut = (variants: unknown) =>
  world.call('post', `/cohorts/${cohortId}/variants`, { body: { variants } });

async function ended(batchId: string): Promise<Variants> {
  for (;;) {
    const { body } = await world.call('get', `/cohorts/${cohortId}/variants/${batchId}`);
    const found = body as Variants;
    if (found.variants.every(({ run }) => !['queued', 'running'].includes(run.state))) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('variants of a round', () => {
  it('are made in one request and stand side by side with the round’s own settings', async () => {
    const asked = await tryOut([
      { label: 'Fair', settings: { objective: 'fair' } },
      { label: 'Nobody below 9,999', settings: { minScore: 9_999, order: 'score' } },
    ]);
    expect(asked.status).toBe(202);
    const { batchId } = asked.body as Variants;
    expect(asked.headers['location']).toBe(world.path(`/cohorts/${cohortId}/variants/${batchId}`));
    const [own, fair, none] = (await ended(batchId)).variants;
    expect([own, fair, none].map((variant) => [variant!.run.label, variant!.run.state])).toEqual([
      ['As it is', 'succeeded'],
      ['Fair', 'succeeded'],
      ['Nobody below 9,999', 'succeeded'],
    ]);
    expect(own!.comparison).toMatchObject({ kept: 5, lost: 0, added: 0, settings: [] });
    expect(fair!.comparison!.settings).toEqual([{ path: 'objective', before: 'coverage', after: 'fair' }]);
    expect(fair!.comparison!.differences['worstScore']).toBeGreaterThanOrEqual(0);
    expect(none!.comparison).toMatchObject({ kept: 0, lost: 5, added: 0, differences: { pairs: -5 } });
    expect(none!.comparison!.settings.map(({ path }) => path)).toEqual(['minimumScore', 'placeOrder']);
    expect((await world.call('get', `/cohorts/${cohortId}`)).body).toMatchObject({
      objective: 'coverage',
      minScore: 0,
      state: 'matching',
    });
    const published = await world.call('post', `/runs/${fair!.run.id}/publish`);
    expect(published.body).toMatchObject({ started: 5 });
  });

  it('name every setting that can’t work, and start nothing then', async () => {
    const { status, body } = await tryOut([
      { label: 'Fine', settings: {} },
      { label: 'Not', settings: { weights: { skills: 50 }, minScore: 20_000 } },
    ]);
    expect(status).toBe(422);
    expect((body as { fields: { path: string }[] }).fields.map(({ path }) => path).sort()).toEqual([
      'variants.1.settings.minScore',
      'variants.1.settings.weights',
    ]);
    for (const odd of [
      [],
      'all',
      [{ label: '', settings: {} }],
      [{ label: 'x' }],
      Array(9).fill({ label: 'x', settings: {} }),
    ])
      expect((await tryOut(odd)).status).toBe(422);
    expect((await world.call('get', `/cohorts/${cohortId}/runs`)).body).toMatchObject({ items: [] });
    expect((await world.call('get', `/cohorts/${cohortId}`)).body).toMatchObject({ state: 'closed' });
  });

  it('are refused while a run is under way, and the other way round', async () => {
    const { body } = await tryOut([{ label: 'Fair', settings: { objective: 'fair' } }]);
    const again = await tryOut([{ label: 'Fair', settings: { objective: 'fair' } }]);
    expect(again.body).toMatchObject({ code: 'matching.run-under-way' });
    expect((await world.call('post', `/cohorts/${cohortId}/runs`)).body).toMatchObject({
      code: 'matching.run-under-way',
    });
    await ended((body as Variants).batchId);
    expect((await world.call('post', `/cohorts/${cohortId}/runs`)).status).toBe(202);
  });

  it('are those of one round alone', async () => {
    const { body } = await tryOut([{ label: 'Fair', settings: { objective: 'fair' } }]);
    const { batchId } = body as Variants;
    await ended(batchId);
    const other = await world.closedCohort({ name: 'Another' });
    const { status } = await world.call('get', `/cohorts/${other}/variants/${batchId}`);
    expect(status).toBe(404);
  });
});
