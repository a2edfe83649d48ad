import { jest } from '@jest/globals';
import { MatchingWorld, type RunBody } from '../../support/matching-world.js';

jest.setTimeout(120_000);

interface Ids {
  readonly menteeId: string;
  readonly mentorId: string;
}

let world: MatchingWorld;
let cohortId: string;
let run: RunBody;
let pairs: Ids[];

beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.newProgram();
  await world.populate(5, 7);
  cohortId = await world.closedCohort();
  run = await world.run(cohortId);
  pairs = await listed();
  expect(pairs).toHaveLength(5);
});

async function listed(query = ''): Promise<Ids[]> {
  const { body } = await world.call('get', `/runs/${run.id}/pairs?limit=100${query}`);
  return (body.items as { mentee: { participationId: string }; mentor: { participationId: string } }[]).map(
    ({ mentee, mentor }) => ({ menteeId: mentee.participationId, mentorId: mentor.participationId }),
  );
}

const decide = (decision: string, body: object) =>
  world.call('post', `/runs/${run.id}/decisions`, { body: { decision, ...body } });
const publish = (body: object = {}) => world.call('post', `/runs/${run.id}/publish`, { body });
const withdraw = (body: object = {}) => world.call('post', `/runs/${run.id}/withdraw`, { body });

async function mentorships(): Promise<(Ids & { state: string })[]> {
  return world.db.query(
    `SELECT mentee_id AS "menteeId", mentor_id AS "mentorId", state FROM mentorship
     WHERE program_id = $1 ORDER BY mentee_id`,
    [world.programId],
  );
}

async function waited(): Promise<Map<string, number>> {
  const rows = await world.db.query<{ id: string; waited: number }>(
    `SELECT participation_id AS id, rounds_waited AS waited FROM cohort_member WHERE cohort_id = $1 AND role = 'mentee'`,
    [cohortId],
  );
  return new Map(rows.map((row) => [row.id, row.waited]));
}

const byMentee = (all: readonly Ids[]): Ids[] =>
  all
    .map(({ menteeId, mentorId }) => ({ menteeId, mentorId }))
    .sort((a, b) => (a.menteeId < b.menteeId ? -1 : 1));

describe('the review of a run', () => {
  it('approves, declines, keeps for later and takes back, and shows who said what', async () => {
    const [first, second, third] = pairs as [Ids, Ids, Ids];
    expect((await decide('approved', { pairs: [first], note: 'Both asked for it' })).body).toEqual({
      decided: 1,
    });
    expect((await decide('declined', { pairs: [second, second] })).body).toEqual({ decided: 1 });
    expect((await decide('suppressed', { pairs: [third] })).body).toEqual({ decided: 1 });
    const { body } = await world.call('get', `/runs/${run.id}/pairs?decision=approved`);
    expect(body.items).toMatchObject([
      { decision: { kind: 'approved', note: 'Both asked for it', by: 'Olga Owner' } },
    ]);
    expect(await listed('&decision=declined')).toEqual([second]);
    expect(await listed('&decision=suppressed')).toEqual([third]);
    expect(await listed('&decision=undecided')).toEqual(pairs.slice(3));
    expect((await decide('undecided', { pairs: [second] })).body).toEqual({ decided: 1 });
    expect(await listed('&decision=undecided')).toEqual([second, ...pairs.slice(3)]);
    expect((await decide('approved', { everyUndecided: true })).body).toEqual({ decided: 3 });
    expect(await listed('&decision=undecided')).toEqual([]);
    expect(await listed('&decision=suppressed')).toEqual([third]);
  });

  it('names pairs that the run does not have, and decides none then', async () => {
    const [first] = pairs as [Ids];
    const strange = { menteeId: first.mentorId, mentorId: first.menteeId };
    const { status, body } = await decide('approved', { pairs: [first, strange] });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'matching.pairs-unknown', fields: [{ path: 'pairs.1' }] });
    expect(await listed('&decision=approved')).toEqual([]);
    expect((await decide('approved', { pairs: [] })).status).toBe(422);
    expect((await decide('perhaps', { pairs: [first] })).status).toBe(422);
  });

  it('publishes a part, the rest later, and nothing twice', async () => {
    const [first, second, third] = pairs as [Ids, Ids, Ids];
    expect((await publish({ scope: 'approved' })).body).toMatchObject({ code: 'matching.nothing-approved' });
    expect((await world.call('get', `/cohorts/${cohortId}`)).body).toMatchObject({ state: 'matching' });
    await decide('approved', { pairs: [first, second] });
    await decide('declined', { pairs: [third] });
    const part = { started: 2, skipped: [], held: 2, declined: 1 };
    expect((await publish({ scope: 'approved' })).body).toEqual(part);
    expect((await publish({ scope: 'approved' })).body).toEqual(part);
    expect(byMentee(await mentorships())).toEqual(byMentee([first, second]));
    expect((await decide('declined', { pairs: [first] })).body).toMatchObject({
      code: 'matching.pair-published',
    });
    const afterPart = await waited();
    expect(afterPart.get(first.menteeId)).toBe(0);
    expect(afterPart.get(pairs[3]!.menteeId)).toBe(1);

    await decide('suppressed', { pairs: [pairs[3]!] });
    const rest = { started: 3, skipped: [], held: 1, declined: 1 };
    const both = await Promise.all([publish(), publish()]);
    expect(both.map(({ body }) => body as object)).toEqual([rest, rest]);
    expect(byMentee(await mentorships())).toEqual(byMentee([first, second, pairs[4]!]));
    const afterRest = await waited();
    expect(afterRest.get(pairs[4]!.menteeId)).toBe(0);
    expect(afterRest.get(pairs[3]!.menteeId)).toBe(1);
    expect(afterRest.get(third.menteeId)).toBe(1);
  });
});

describe('a round that is called off', () => {
  it('publishes nothing more of what was kept back, and still answers what it published', async () => {
    const [first] = pairs as [Ids];
    await decide('approved', { pairs: [first] });
    const part = (await publish({ scope: 'approved' })).body as object;
    expect((await world.call('post', `/cohorts/${cohortId}/cancel`)).status).toBe(200);
    expect((await publish()).body).toMatchObject({ status: 409, code: 'matching.cohort-state' });
    expect((await publish({ scope: 'approved' })).body).toEqual(part);
    expect(byMentee(await mentorships())).toEqual([first]);
  });
});

describe('a publication that is taken back', () => {
  it('ends its mentorships, counts waiting as before, and makes room for another', async () => {
    const before = await waited();
    expect((await withdraw()).body).toMatchObject({ code: 'matching.run-not-published' });
    await publish();
    const both = await Promise.all([withdraw({ reason: 'Wrong list' }), withdraw({ reason: 'Wrong list' })]);
    for (const { status, body } of both) {
      expect(status).toBe(200);
      expect(body).toMatchObject({ withdrawReason: 'Wrong list', publication: { started: 5 } });
    }
    expect((await mentorships()).map(({ state }) => state)).toEqual(Array(5).fill('ended'));
    const [events] = await world.db.query<{ withdrawn: number; ended: number }>(
      `SELECT (count(*) FILTER (WHERE type = 'mentorship.withdrawn.v1'))::int AS withdrawn,
         (count(*) FILTER (WHERE type = 'mentorship.ended.v1'))::int AS ended FROM outbox_event WHERE program_id = $1`,
      [world.programId],
    );
    expect(events).toEqual({ withdrawn: 5, ended: 5 });
    expect(await waited()).toEqual(before);
    expect((await world.call('get', `/cohorts/${cohortId}`)).body).toMatchObject({
      state: 'matching',
      publishedRunId: null,
    });
    expect((await publish()).body).toMatchObject({ code: 'matching.run-withdrawn' });

    const next = await world.run(cohortId);
    const answer = await world.call('post', `/runs/${next.id}/publish`);
    expect(answer.body).toMatchObject({ started: 5, skipped: [] });
    expect((await mentorships()).filter(({ state }) => state === 'active')).toHaveLength(5);
  });

  it('is refused once the program’s time for it is over', async () => {
    await publish();
    await world.db.query(
      `UPDATE match_run SET published_at = published_at - interval '24 hours 1 minute' WHERE id = $1`,
      [run.id],
    );
    expect((await withdraw()).body).toMatchObject({
      status: 409,
      code: 'matching.withdraw-too-late',
      params: { hours: 24 },
    });
    const settings = { organisationInformsPeople: true, withdrawWithinHours: 48 };
    await world.db.query(`UPDATE program SET settings = $2 WHERE id = $1`, [
      world.programId,
      JSON.stringify(settings),
    ]);
    expect((await withdraw()).status).toBe(200);
  });
});
