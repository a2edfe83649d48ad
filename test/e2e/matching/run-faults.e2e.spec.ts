import { jest } from '@jest/globals';
import { MatchingWorld } from '../../support/matching-world.js';

jest.setTimeout(180_000);

let world: MatchingWorld;
beforeEach(async () => {
  world = await MatchingWorld.start();
});
afterEach(() => world.stop());

const startRun = async (cohortId: string): Promise<string> => {
  const { body } = await world.call('post', `/cohorts/${cohortId}/runs`);
  return (body as { id: string }).id;
};

const until = async (runId: string, state: string): Promise<void> => {
  for (;;) {
    const { body } = await world.call('get', `/runs/${runId}`);
    if ((body as { state: string }).state === state) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('a run', () => {
  it('that nobody has begun is cancelled at once', async () => {
    await world.populate(2, 2);
    const runId = await startRun(await world.closedCohort());
    const cancelled = await world.call('post', `/runs/${runId}/cancel`);
    expect(cancelled.status).toBe(202);
    expect(cancelled.body.state).toBe('cancelled');
    await world.startWorker();
    await waitForDone(runId);
    expect((await world.call('get', `/runs/${runId}`)).body).toMatchObject({ state: 'cancelled', pairs: 0 });
  });

  it('that is under way is cancelled within seconds, and a new one can start', async () => {
    await world.populate(400, 800);
    const cohortId = await world.closedCohort();
    await world.startWorker();
    const runId = await startRun(cohortId);
    await until(runId, 'running');
    await world.call('post', `/runs/${runId}/cancel`);
    const before = performance.now();
    const run = await world.ended(runId);
    expect(run).toMatchObject({ state: 'cancelled', pairs: 0, inputHash: null });
    expect(performance.now() - before).toBeLessThan(10_000);
    expect((await world.call('post', `/runs/${runId}/cancel`)).status).toBe(202);
    expect((await world.call('post', `/cohorts/${cohortId}/runs`)).status).toBe(202);
  });

  it('is handed back when its worker shuts down, and finished by another', async () => {
    await world.populate(300, 500);
    const cohortId = await world.closedCohort();
    const first = await world.startWorker();
    const runId = await startRun(cohortId);
    await until(runId, 'running');
    await first.close();
    expect((await world.call('get', `/runs/${runId}`)).body.state).toBe('queued');
    await world.startWorker();
    expect(await world.ended(runId)).toMatchObject({ state: 'succeeded', pairs: 300 });
  });

  it('of a worker that died is begun anew once its lease is over', async () => {
    await world.populate(3, 3);
    const runId = await startRun(await world.closedCohort());
    await world.db.query(
      `UPDATE match_run SET state = 'running', claim_token = gen_random_uuid(), claimed_until = now() + interval '2 seconds'
       WHERE id = $1`,
      [runId],
    );
    await world.startWorker();
    await world.db.query(
      `UPDATE outbox_event SET next_ring_at = now() + interval '2500 milliseconds' WHERE subject_id = $1`,
      [runId],
    );
    expect(await world.ended(runId)).toMatchObject({ state: 'succeeded', pairs: 3 });
  });

  it('runs once though two workers hear the bell', async () => {
    await world.populate(20, 30);
    const cohortId = await world.closedCohort();
    await Promise.all([world.startWorker(), world.startWorker()]);
    const runId = await startRun(cohortId);
    expect(await world.ended(runId)).toMatchObject({ state: 'succeeded', pairs: 20 });
    await waitForDone(runId);
    const [row] = await world.db.query<{ pairs: number }>(
      `SELECT count(*)::int AS pairs FROM match_pair WHERE run_id = $1`,
      [runId],
    );
    expect(row).toEqual({ pairs: 20 });
  });
});

async function waitForDone(runId: string): Promise<void> {
  for (;;) {
    const rows = await world.db.query(
      `SELECT 1 FROM outbox_event WHERE subject_id = $1 AND type = 'match-run.requested.v1' AND done_at IS NOT NULL`,
      [runId],
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
