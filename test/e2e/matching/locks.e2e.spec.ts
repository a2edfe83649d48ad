import { jest } from '@jest/globals';
import { MatchingWorld } from '../../support/matching-world.js';

jest.setTimeout(120_000);

let world: MatchingWorld;
beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
});
afterAll(() => world.stop());
beforeEach(() => world.newProgram());

const silence = (participationId: string) =>
  world.db.query(`UPDATE profile SET languages = '[{"code": "fi"}]' WHERE participation_id = $1`, [
    participationId,
  ]);

describe('locks', () => {
  it('hold in the result', async () => {
    await world.populate(5, 5);
    const cohortId = await world.closedCohort();
    const [mentor] = world.mentorIds;
    const mentee = world.menteeIds.at(-1)!;
    const path = `/cohorts/${cohortId}/overrides/${mentor}/${mentee}`;
    expect((await world.call('put', path, { body: { kind: 'lock', note: 'agreed' } })).status).toBe(204);
    const run = await world.run(cohortId);
    const pairs = await world.call('get', `/runs/${run.id}/pairs`);
    expect(pairs.body.items).toContainEqual(
      expect.objectContaining({
        locked: true,
        mentor: expect.objectContaining({ participationId: mentor }) as object,
        mentee: expect.objectContaining({ participationId: mentee }) as object,
      }),
    );
    expect((await world.call('delete', path)).status).toBe(204);
    expect((await world.call('get', `/cohorts/${cohortId}/overrides`)).body.items).toEqual([]);
  });

  it('that can not hold are refused at once, with names and reasons', async () => {
    await world.populate(2, 3);
    const cohortId = await world.closedCohort();
    const [mentor, other] = world.mentorIds;
    const [one, two] = world.menteeIds;
    const lock = (mentorId: string, menteeId: string) =>
      world.call('put', `/cohorts/${cohortId}/overrides/${mentorId}/${menteeId}`, { body: { kind: 'lock' } });
    await silence(mentor!);
    const barred = await lock(mentor!, one!);
    expect(barred.status).toBe(409);
    expect(barred.body).toMatchObject({
      code: 'matching.lock-impossible',
      detail:
        "Mentor 1 and Mentee 1 can't be locked together: they share no language at the level that the rules ask for.",
    });
    expect((await lock(other!, one!)).status).toBe(204);
    expect((await lock(other!, two!)).body.detail).toContain('locks hold every free place of Mentor 2');
    const stranger = await lock(one!, two!);
    expect(stranger.status).toBe(422);
    expect(stranger.body.fields).toEqual([{ path: 'mentorId', message: 'This is no mentor of the cohort.' }]);
  });

  it('that stop holding later fail the run in words', async () => {
    await world.populate(2, 2);
    const cohortId = await world.closedCohort();
    const [mentor] = world.mentorIds;
    const [mentee] = world.menteeIds;
    await world.call('put', `/cohorts/${cohortId}/overrides/${mentor}/${mentee}`, { body: { kind: 'lock' } });
    await silence(mentor!);
    const run = await world.run(cohortId);
    expect(run).toMatchObject({ state: 'failed', pairs: 0 });
    expect(run.failure).toBe(
      'Mentor 1 and Mentee 1 are locked together, but they share no language at the level that the rules ask for. Take the lock back, or change the rule.',
    );
    const publish = await world.call('post', `/runs/${run.id}/publish`);
    expect(publish.body.code).toBe('matching.run-not-ready');
  });
});

describe('settings of a cohort', () => {
  it('are refused field by field', async () => {
    const answer = await world.call('post', '/cohorts', {
      body: {
        name: ' ',
        objective: 'best',
        weights: { skills: 50, charm: 50 },
        rules: { maximumZoneGapHours: 99 },
        minScore: 10_001,
        termFrom: '2027-02-30',
        termWeeks: 0,
      },
    });
    expect(answer.status).toBe(422);
    const paths = (answer.body.fields as { path: string }[]).map(({ path }) => path);
    expect(paths.sort()).toEqual([
      'minScore',
      'name',
      'objective',
      'rules.maximumZoneGapHours',
      'termFrom',
      'termWeeks',
      'weights.charm',
    ]);
  });

  it('need the version that was read', async () => {
    const { body, headers } = await world.call('post', '/cohorts', { body: { name: 'A' } });
    const path = `/cohorts/${(body as { id: string }).id}`;
    expect(headers['etag']).toBe('"1"');
    expect((await world.call('patch', path, { body: { name: 'B' } })).status).toBe(428);
    const changed = await world.call('patch', path, { body: { weights: { skills: 100 } }, version: 1 });
    expect(changed.body).toMatchObject({ name: 'A', version: 2, weights: { skills: 100, goals: 0 } });
    expect((await world.call('patch', path, { body: { name: 'C' }, version: 1 })).status).toBe(412);
  });
});
