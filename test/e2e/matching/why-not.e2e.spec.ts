import { jest } from '@jest/globals';
import { MatchingWorld } from '../../support/matching-world.js';

jest.setTimeout(120_000);

let world: MatchingWorld;
beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
});
beforeEach(async () => {
  await world.newProgram();
  await world.populate(4, 7);
});
afterAll(() => world.stop());

interface Why {
  readonly kind: string;
  readonly why: string;
  readonly atLeastPoints: number | null;
  readonly cost: { readonly pairs: number; readonly points: number; readonly losing: object[] } | null;
}

const askFor = async (runId: string, mentee: string, mentor: string): Promise<Why> =>
  (await world.call('get', `/runs/${runId}/why-not?mentee=${mentee}&mentor=${mentor}`)).body as Why;

const totalOf = ({ summary }: { readonly summary: object | null }): number =>
  (summary as { readonly total: number }).total;

describe('why two people are no pair', () => {
  it.each(['coverage', 'total'])('says exactly what a pair would cost (%s)', async (objective) => {
    const cohortId = await world.closedCohort({ objective });
    const run = await world.run(cohortId);
    let asked = 0;
    for (const mentee of world.menteeIds.slice(0, 4)) {
      const mentor = world.mentorIds[(asked * 3) % 4]!;
      const { kind, cost, atLeastPoints, why } = await askFor(run.id, mentee, mentor);
      if (kind !== 'cost') continue;
      asked += 1;
      const override = `/cohorts/${cohortId}/overrides/${mentor}/${mentee}`;
      await world.call('put', override, { body: { kind: 'lock' } });
      const locked = await world.run(cohortId);
      await world.call('delete', override);
      expect(cost).toMatchObject({ pairs: run.pairs - locked.pairs, points: totalOf(run) - totalOf(locked) });
      expect(why).toMatch(/would cost the cohort/);
      if (objective === 'total') expect(atLeastPoints ?? 0).toBeLessThanOrEqual(cost?.points ?? -1);
    }
    expect(asked).toBeGreaterThan(0);
  });

  it('keeps to a bound once somebody has changed', async () => {
    const run = await world.run(await world.closedCohort({ objective: 'total' }));
    const { body } = await world.call('get', `/runs/${run.id}/pairs`);
    const [one, two] = (body as { items: Record<'mentee' | 'mentor', { participationId: string }>[] }).items;
    const ask = (): Promise<Why> => askFor(run.id, one!.mentee.participationId, two!.mentor.participationId);
    expect((await ask()).cost).not.toBeNull();
    await world.db.query(`UPDATE profile SET years_experience = 40 WHERE participation_id = $1`, [
      world.mentorIds.find((id) => id !== two!.mentor.participationId),
    ]);
    const after = await ask();
    expect(after).toMatchObject({ kind: 'cost', cost: null });
    expect(after.why).toContain('changed since the run');
  });
});
