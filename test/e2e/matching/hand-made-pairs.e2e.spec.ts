import { jest } from '@jest/globals';
import { MatchingWorld, type RunBody } from '../../support/matching-world.js';

jest.setTimeout(120_000);

interface Ids {
  readonly menteeId: string;
  readonly mentorId: string;
}
interface Found extends Ids {
  readonly score: number;
}

let world: MatchingWorld;
let cohortId: string;
let run: RunBody;
let pairs: Found[];

beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.newProgram();
  await world.populate(3, 4);
  cohortId = await world.closedCohort();
  run = await world.run(cohortId);
  pairs = await listed();
  expect(pairs).toHaveLength(3);
});

async function listed(query = ''): Promise<Found[]> {
  const { body } = await world.call('get', `/runs/${run.id}/pairs?limit=100${query}`);
  return (
    body.items as {
      score: number;
      mentee: { participationId: string };
      mentor: { participationId: string };
    }[]
  ).map(({ mentee, mentor, score }) => ({
    menteeId: mentee.participationId,
    mentorId: mentor.participationId,
    score,
  }));
}

const path = (rest = '') => `/runs/${run.id}/hand-made-pairs${rest}`;
const make = (body: object) => world.call('post', path(), { body });
const preview = ({ menteeId, mentorId }: Ids) =>
  world.call('get', path(`/preview?mentee=${menteeId}&mentor=${mentorId}`));
const undo = ({ menteeId, mentorId }: Ids) => world.call('delete', path(`/${mentorId}/${menteeId}`));
const publish = (body: object = {}) => world.call('post', `/runs/${run.id}/publish`, { body });
const decide = (decision: string, some: readonly Ids[]) =>
  world.call('post', `/runs/${run.id}/decisions`, {
    body: { decision, pairs: some.map(({ menteeId, mentorId }) => ({ menteeId, mentorId })) },
  });
const live = () =>
  world.db.query<Ids>(
    `SELECT mentee_id AS "menteeId", mentor_id AS "mentorId" FROM mentorship WHERE program_id = $1 AND state = 'active'
     ORDER BY mentee_id`,
    [world.programId],
  );

/** The mentee whom the run left over. */
const leftOver = () => world.menteeIds.find((id) => pairs.every(({ menteeId }) => menteeId !== id))!;

describe('a pair made by hand', () => {
  it('shows its price first, takes the place of others, and is published', async () => {
    const [first, second] = pairs as [Found, Found];
    const wanted = { menteeId: first.menteeId, mentorId: second.mentorId };
    // On a busy machine the exact cost may take too long at first.
    let shown = (await preview(wanted)).body;
    while (shown.ifRunAgain === null) shown = (await preview(wanted)).body;
    expect(shown).toMatchObject({
      rules: [],
      price: {
        pairs: 1,
        points: first.score + second.score - shown.score,
        losing: [{ participationId: second.menteeId }],
      },
      ifRunAgain: { pairs: 0 },
    });
    expect(shown.price.displaced).toHaveLength(2);
    expect((await world.call('get', path())).body.items).toEqual([]);

    expect((await make(wanted)).status).toBe(204);
    const { body } = await world.call('get', path());
    expect(body.items).toMatchObject([
      {
        mentee: { participationId: first.menteeId },
        price: shown.price,
        by: 'Olga Owner',
        mentorshipId: null,
      },
    ]);
    expect(await listed('&decision=suppressed')).toEqual([first, second]);
    expect((await make(wanted)).body).toMatchObject({ status: 409, code: 'matching.pair-of-run' });
    expect((await make({ menteeId: first.menteeId, mentorId: first.mentorId })).body).toMatchObject({
      status: 409,
      code: 'matching.pair-of-run',
    });

    expect((await publish()).body).toEqual({ started: 2, skipped: [], held: 2, declined: 0 });
    expect(await live()).toEqual(expect.arrayContaining([wanted]));
    const published = await world.call('get', path());
    expect(published.body.items[0].mentorshipId).not.toBeNull();
    expect((await undo(wanted)).body).toMatchObject({ code: 'matching.pair-published' });
    // Both of the places are gone: the pairs that gave way are left out, with the reason.
    await decide('approved', [first, second]);
    expect((await publish()).body).toMatchObject({
      started: 2,
      skipped: expect.arrayContaining([
        { menteeId: first.menteeId, mentorId: first.mentorId, why: 'mentee-has-mentor' },
        { menteeId: second.menteeId, mentorId: second.mentorId, why: 'mentor-full' },
      ]),
    });
  });

  it('is undone as if it had never been, but for what was said since', async () => {
    const [first, second] = pairs as [Found, Found];
    const wanted = { menteeId: first.menteeId, mentorId: second.mentorId };
    await decide('approved', [first]);
    expect((await undo(wanted)).status).toBe(404);
    await make(wanted);
    expect((await undo(wanted)).status).toBe(204);
    expect(await listed('&decision=approved')).toEqual([first]);
    expect(await listed('&decision=suppressed')).toEqual([]);
    await make(wanted);
    await decide('declined', [second]);
    expect((await undo(wanted)).status).toBe(204);
    expect(await listed('&decision=declined')).toEqual([second]);
    expect(await listed('&decision=approved')).toEqual([first]);
    expect((await publish()).body).toMatchObject({ started: 2, declined: 1 });
  });

  it('for somebody left over takes the place of the pair that scores least, never of a locked one', async () => {
    const menteeId = leftOver();
    const [first] = pairs as [Found];
    expect((await make({ menteeId, mentorId: first.mentorId })).status).toBe(204);
    const other = world.menteeIds.find((id) => id !== menteeId && id !== first.menteeId)!;
    expect((await make({ menteeId: other, mentorId: first.mentorId })).body).toMatchObject({
      status: 409,
      code: 'matching.hand-made-impossible',
    });
    expect((await publish()).body).toMatchObject({ started: 3, skipped: [] });
  });

  it('does not exceed a mentor’s places when two admins pair at once', async () => {
    const menteeId = leftOver();
    const [first, second] = pairs as [Found, Found];
    const answers = await Promise.all([
      make({ menteeId, mentorId: first.mentorId }),
      make({ menteeId: second.menteeId, mentorId: first.mentorId }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    await publish();
    const all = await live();
    expect(all.filter(({ mentorId }) => mentorId === first.mentorId)).toHaveLength(1);
  });

  it('against a rule, a ban or the least score needs to be meant', async () => {
    const [first, second] = pairs as [Found, Found];
    const wanted = { menteeId: first.menteeId, mentorId: second.mentorId };
    await world.call('put', `/cohorts/${cohortId}/overrides/${wanted.mentorId}/${wanted.menteeId}`, {
      body: { kind: 'forbid' },
    });
    await world.db.query(`UPDATE profile SET languages = '[{"code": "fr"}]' WHERE participation_id = $1`, [
      wanted.menteeId,
    ]);
    const shown = (await preview(wanted)).body;
    expect(shown.score).toBeNull();
    expect(shown.rules).toEqual(['no-shared-language', 'forbidden']);
    expect(shown.warnings).toHaveLength(2);
    const refused = await make(wanted);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'matching.rules-against', params: { rules: shown.rules } });
    expect((await make({ ...wanted, despiteRules: 'yes' })).status).toBe(422);
    expect((await make({ ...wanted, despiteRules: true })).status).toBe(204);
    expect((await publish()).body).toMatchObject({ started: 2 });
    expect(await live()).toEqual(expect.arrayContaining([wanted]));
  });

  it('needs two people of the round who can be matched, and a run that can be published', async () => {
    const [first, second] = pairs as [Found, Found];
    const swapped = await make({ menteeId: first.mentorId, mentorId: first.menteeId });
    expect(swapped.body).toMatchObject({ status: 422, code: 'matching.override-not-members' });
    expect((await make({ menteeId: 'x', mentorId: first.mentorId })).status).toBe(422);
    const wanted = { menteeId: first.menteeId, mentorId: second.mentorId };
    await world.db.query(`UPDATE participation SET state = 'paused' WHERE id = $1`, [wanted.mentorId]);
    expect((await make(wanted)).body).toMatchObject({ code: 'matching.hand-made-impossible' });
    await world.db.query(`UPDATE participation SET state = 'active' WHERE id = $1`, [wanted.mentorId]);
    await publish();
    await world.call('post', `/runs/${run.id}/withdraw`, { body: {} });
    expect((await make(wanted)).body).toMatchObject({ code: 'matching.run-withdrawn' });
  });
});

describe('publishing a run on which the data have changed', () => {
  const changed: readonly [string, (pair: Found) => Promise<unknown>][] = [
    ['not-available', ({ mentorId }) => pause(mentorId, 'left')],
    ['not-available', ({ menteeId }) => pause(menteeId, 'paused')],
    [
      'mentor-full',
      ({ mentorId }) =>
        world.db.query(`UPDATE profile SET capacity = 0 WHERE participation_id = $1`, [mentorId]),
    ],
    [
      'mentee-has-mentor',
      async ({ menteeId }) => {
        await world.populate(1, 0);
        await world.db.query(
          `INSERT INTO mentorship (id, program_id, mentor_id, mentee_id, state, source, started_at)
           VALUES (gen_random_uuid(), $1, $2, $3, 'active', 'admin', now())`,
          [world.programId, world.mentorIds.at(-1), menteeId],
        );
      },
    ],
    [
      'rules',
      ({ menteeId }) =>
        world.db.query(
          `UPDATE profile SET languages = '[{"code": "fr"}]', updated_at = now() WHERE participation_id = $1`,
          [menteeId],
        ),
    ],
    ['not-enrolled', ({ mentorId }) => world.call('delete', `/cohorts/${cohortId}/members/${mentorId}`)],
  ];
  const pause = (id: string, state: string) =>
    world.db.query(`UPDATE participation SET state = $2 WHERE id = $1`, [id, state]);

  it.each(changed)('leaves out exactly the pair that no longer holds: %s', async (why, change) => {
    const [first] = pairs as [Found];
    await change(first);
    const { body } = await publish();
    expect(body).toMatchObject({
      started: 2,
      skipped: [{ menteeId: first.menteeId, mentorId: first.mentorId, why }],
    });
    expect((await publish()).body).toEqual(body);
  });
});
