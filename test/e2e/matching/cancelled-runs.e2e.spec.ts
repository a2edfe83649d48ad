import { jest } from '@jest/globals';
import { holdTable } from '../../support/hold-table.js';
import { MatchingWorld } from '../../support/matching-world.js';

jest.setTimeout(120_000);

let world: MatchingWorld;
beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
});
beforeEach(async () => {
  await world.newProgram();
  await world.populate(8, 12);
});
afterAll(() => world.stop());

async function startRun(cohortId: string): Promise<string> {
  const { body } = await world.call('post', `/cohorts/${cohortId}/runs`);
  return (body as { id: string }).id;
}

async function stageIs(runId: string, stage: string): Promise<void> {
  for (;;) {
    const { body } = await world.call('get', `/runs/${runId}`);
    if ((body as { stage: string }).stage === stage) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function pairsOf(runId: string): Promise<number> {
  const rows = await world.db.query(`SELECT 1 FROM match_pair WHERE run_id = $1`, [runId]);
  return rows.length;
}

describe('a run is cancelled', () => {
  it('while it still reads the profiles, without waiting for them', async () => {
    const cohortId = await world.closedCohort();
    const held = await holdTable(world.api.config.database.url, 'pair_override', 'reads');
    try {
      const runId = await startRun(cohortId);
      await held.somebodyWaits();
      expect((await world.call('post', `/runs/${runId}/cancel`)).status).toBe(202);
      expect(await world.ended(runId)).toMatchObject({ state: 'cancelled', pairs: 0, failure: null });
    } finally {
      await held.release();
    }
    await held.nobodyWaits();
    expect(await world.run(cohortId)).toMatchObject({ state: 'succeeded', pairs: 8 });
  });

  it('while its pairs are being written, and leaves none of them', async () => {
    const cohortId = await world.closedCohort();
    const held = await holdTable(world.api.config.database.url, 'match_unmatched');
    const runId = await startRun(cohortId);
    await held.somebodyWaits();
    await stageIs(runId, 'writing the result');
    const answer = await world.call('post', `/runs/${runId}/cancel`);
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({ state: 'running', cancelRequested: true });
    await held.release();
    expect(await world.ended(runId)).toMatchObject({ state: 'cancelled', pairs: 0, summary: null });
    expect(await pairsOf(runId)).toBe(0);
  });
});
