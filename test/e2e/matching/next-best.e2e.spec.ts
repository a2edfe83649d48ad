import { jest } from '@jest/globals';
import { MatchingWorld, type RunBody } from '../../support/matching-world.js';

jest.setTimeout(120_000);

interface Pair {
  readonly id: string;
  readonly menteeId: string;
  readonly mentorId: string;
  readonly state: string;
}

let world: MatchingWorld;
let cohortId: string;
let run: RunBody;

beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
});
afterAll(() => world.stop());

/** A published round of more mentors than mentees in which both are asked. */
async function published(mentors: number, mentees: number, more: object = {}): Promise<Pair[]> {
  await world.newProgram();
  await world.populate(mentors, mentees);
  cohortId = await world.closedCohort({ confirmation: 'both', ...more });
  run = await world.run(cohortId);
  await world.call('post', `/runs/${run.id}/publish`);
  return mentorships();
}

const mentorships = (): Promise<Pair[]> =>
  world.db.query<Pair>(
    `SELECT id, mentor_id AS "mentorId", mentee_id AS "menteeId", state FROM mentorship WHERE program_id = $1 ORDER BY id`,
    [world.programId],
  );

const nextBest = (menteeId: string) => world.call('get', `/runs/${run.id}/next-best/${menteeId}`);
const take = (menteeId: string, mentorId: string) =>
  world.call('post', `/runs/${run.id}/next-best/${menteeId}`, { body: { mentorId } });

async function decline(pair: Pair, side: 'mentorId' | 'menteeId' = 'mentorId'): Promise<void> {
  const { status } = await world.call('post', `/mentorships/${pair.id}/decline`, {
    as: await world.signIn(pair[side]),
  });
  expect(status).toBe(200);
}

async function settled(): Promise<void> {
  for (;;) {
    const [row] = await world.db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM outbox_event WHERE done_at IS NULL AND due_at <= now()`,
    );
    if (row!.count === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const idsOf = (body: { items: { mentor: { participationId: string } }[] }): string[] =>
  body.items.map(({ mentor }) => mentor.participationId);

describe('the next best mentor after a no', () => {
  it('is one with a free place, the best first, never the one who said no, and is proposed when an admin takes it', async () => {
    const pairs = await published(4, 2);
    const [pair, other] = pairs as [Pair, Pair];
    expect((await nextBest(pair.menteeId)).body).toMatchObject({ code: 'matching.no-next-best' });
    await decline(pair);
    await settled();
    const { body } = await nextBest(pair.menteeId);
    const offered = idsOf(body);
    const free = world.mentorIds.filter((id) => id !== pair.mentorId && id !== other.mentorId);
    expect([...offered].sort()).toEqual([...free].sort());
    const scores = (
      body.items as { score: number; contributions: { points: number }[]; freePlaces: number }[]
    ).map((item) => {
      expect(item.freePlaces).toBe(1);
      expect(item.contributions.reduce((sum, { points }) => sum + points, 0)).toBe(item.score);
      return item.score;
    });
    expect(scores).toEqual([...scores].sort((a, b) => b - a));

    expect((await take(pair.menteeId, pair.mentorId)).body).toMatchObject({
      code: 'matching.mentor-not-free',
    });
    expect((await take(pair.menteeId, other.mentorId)).body).toMatchObject({
      code: 'matching.mentor-not-free',
    });
    const taken = await take(pair.menteeId, offered[0]!);
    expect(taken.status).toBe(201);
    expect((await mentorships()).find(({ id }) => id === taken.body.mentorshipId)).toMatchObject({
      menteeId: pair.menteeId,
      mentorId: offered[0],
      state: 'proposed',
    });
    expect((await take(pair.menteeId, offered[1]!)).body).toMatchObject({ code: 'matching.no-next-best' });
    const withdrawn = await world.call('post', `/runs/${run.id}/withdraw`, { body: {} });
    expect(withdrawn.status).toBe(200);
    expect((await mentorships()).map(({ state }) => state)).toEqual(['ended', 'ended', 'ended']);
  });

  it('goes once when two admins take the last free mentor for two mentees', async () => {
    const pairs = await published(3, 2);
    for (const pair of pairs) await decline(pair, 'menteeId');
    await settled();
    const last = world.mentorIds.find((id) => pairs.every(({ mentorId }) => mentorId !== id))!;
    const answers = await Promise.all(pairs.map(({ menteeId }) => take(menteeId, last)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const held = (await mentorships()).filter(
      ({ mentorId, state }) => mentorId === last && state === 'proposed',
    );
    expect(held).toHaveLength(1);
  });

  it('is nobody whose place a pair of the run waits for', async () => {
    await world.newProgram();
    await world.populate(2, 2);
    cohortId = await world.closedCohort({ confirmation: 'both' });
    run = await world.run(cohortId);
    const { body } = await world.call('get', `/runs/${run.id}/pairs`);
    const [first, second] = (
      body.items as { mentee: { participationId: string }; mentor: { participationId: string } }[]
    ).map(({ mentee, mentor }) => ({ menteeId: mentee.participationId, mentorId: mentor.participationId }));
    const decide = (decision: string, pair: object) =>
      world.call('post', `/runs/${run.id}/decisions`, { body: { decision, pairs: [pair] } });
    await decide('approved', first!);
    expect((await take(first!.menteeId, second!.mentorId)).body).toMatchObject({
      code: 'matching.run-not-published',
    });
    await world.call('post', `/runs/${run.id}/publish`, { body: { scope: 'approved' } });
    const [pair] = (await mentorships()) as [Pair];
    await decline(pair);
    await settled();
    expect((await nextBest(pair.menteeId)).body.items).toEqual([]);
    await decide('declined', second!);
    expect(idsOf((await nextBest(pair.menteeId)).body)).toEqual([second!.mentorId]);
  });
});

describe('a round that proposes the next best by itself', () => {
  it('goes on until somebody says yes, never to the same one, and stops in the end', async () => {
    const [first] = (await published(7, 1, { proposeNextBest: true })) as [Pair];
    const asked = [first.mentorId];
    for (let no = 0; no < 3; no += 1) {
      const open = (await mentorships()).find(({ state }) => state === 'proposed');
      await decline(open!);
      await settled();
      const next = (await mentorships()).find(({ state }) => state === 'proposed');
      expect(asked).not.toContain(next!.mentorId);
      asked.push(next!.mentorId);
    }
    await decline((await mentorships()).find(({ state }) => state === 'proposed')!);
    await settled();
    expect((await mentorships()).filter(({ state }) => state === 'proposed')).toEqual([]);
    expect((await nextBest(first.menteeId)).body.items).toHaveLength(3);
  });

  it('gives a place once when two proposals come to nothing at once', async () => {
    const pairs = await published(3, 2, { proposeNextBest: true });
    await Promise.all(pairs.map((pair) => decline(pair, 'menteeId')));
    await settled();
    const open = (await mentorships()).filter(({ state }) => state === 'proposed');
    expect(new Set(open.map(({ mentorId }) => mentorId)).size).toBe(open.length);
    expect(open).toHaveLength(2);
    for (const { menteeId, mentorId } of open)
      expect(pairs.some((pair) => pair.menteeId === menteeId && pair.mentorId === mentorId)).toBe(false);
  });

  it('proposes nothing to a mentee who said nothing', async () => {
    const [pair] = (await published(3, 1, { proposeNextBest: true })) as [Pair];
    await world.call('post', `/mentorships/${pair.id}/confirm`, { as: await world.signIn(pair.mentorId) });
    await world.db.query(
      `UPDATE mentorship_confirmation SET answer_by = now() - interval '1 minute' WHERE mentorship_id = $1`,
      [pair.id],
    );
    await world.db.query(
      `UPDATE outbox_event SET due_at = now(), next_ring_at = now()
       WHERE subject_id = $1 AND type = 'mentorship.answer-due.v1'`,
      [pair.id],
    );
    await settled();
    await settled();
    expect((await mentorships()).map(({ state }) => state)).toEqual(['ended']);
  });

  it('proposes nothing to a mentee who has left', async () => {
    const [pair] = (await published(3, 1, { proposeNextBest: true })) as [Pair];
    const { status } = await world.call('post', `/participations/${pair.menteeId}/leave`);
    expect(status).toBe(200);
    await settled();
    await settled();
    expect((await mentorships()).map(({ state }) => state)).toEqual(['ended']);
  });

  it('counts nothing twice when a no comes while another part is published', async () => {
    await world.newProgram();
    await world.populate(3, 3);
    cohortId = await world.closedCohort({ confirmation: 'both', proposeNextBest: true });
    run = await world.run(cohortId);
    const { body } = await world.call('get', `/runs/${run.id}/pairs`);
    const found = (
      body.items as { mentee: { participationId: string }; mentor: { participationId: string } }[]
    ).map(({ mentee, mentor }) => ({ menteeId: mentee.participationId, mentorId: mentor.participationId }));
    await world.call('post', `/runs/${run.id}/decisions`, {
      body: { decision: 'approved', pairs: [found[0]] },
    });
    await world.call('post', `/runs/${run.id}/publish`, { body: { scope: 'approved' } });
    const [pair] = (await mentorships()) as [Pair];
    const [first, second] = await Promise.all([
      world.call('post', `/runs/${run.id}/publish`),
      world.call('post', `/runs/${run.id}/publish`),
      decline(pair),
    ]);
    expect(first.body).toEqual(second.body);
    expect(first.body).toMatchObject({ started: 3, skipped: [] });
    await settled();
    const all = await mentorships();
    expect(all.filter(({ state }) => state === 'ended').map(({ id }) => id)).toEqual([pair.id]);
    const open = all.filter(({ state }) => state === 'proposed');
    expect(open).toHaveLength(2);
    expect(new Set(open.map(({ mentorId }) => mentorId)).size).toBe(2);
  });
});
