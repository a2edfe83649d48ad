import { jest } from '@jest/globals';
import { holdTable } from '../../support/hold-table.js';
import type { TestPerson } from '../../support/api-app.js';
import { MatchingWorld, type RunBody } from '../../support/matching-world.js';

jest.setTimeout(120_000);

let world: MatchingWorld;
let cohortId: string;
let run: RunBody;
let cory: TestPerson;

beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
  await world.populate(2, 3);
  cory = await world.member('Cory Coordinator', 'coordinator');
  cohortId = await world.closedCohort();
  run = await world.run(cohortId);
});
afterAll(() => world.stop());

const notes = (query = '', as?: TestPerson) =>
  world.call('get', `/runs/${run.id}/notes${query}`, as === undefined ? {} : { as });
const write = (body: object, as?: TestPerson) =>
  world.call('post', `/runs/${run.id}/notes`, as === undefined ? { body } : { body, as });

describe('notes on a run', () => {
  it('are read by every admin and changed by their writer alone, who has read what they change', async () => {
    const pair = { menteeId: world.menteeIds[0]!, mentorId: world.mentorIds[0]! };
    const first = await write({ text: 'Wait for Monday.' });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      pair: null,
      by: 'Olga Owner',
      yours: true,
      editedAt: null,
      version: 1,
    });
    const second = await write({ text: 'Both asked for it.', pair }, cory);
    expect(second.body).toMatchObject({
      pair: { mentee: { participationId: pair.menteeId, name: 'Mentee 1' }, mentor: { name: 'Mentor 1' } },
      by: 'Cory Coordinator',
    });
    expect((await notes()).body.items).toMatchObject([
      { text: 'Both asked for it.', yours: false },
      { text: 'Wait for Monday.', yours: true },
    ]);
    expect((await notes(`?mentee=${pair.menteeId}`)).body.items).toHaveLength(1);
    expect((await notes(`?mentor=${world.mentorIds[1]}`)).body.items).toEqual([]);
    const page = (await notes('?limit=1')).body as { nextCursor: string };
    expect((await notes(`?limit=1&cursor=${page.nextCursor}`)).body.items).toMatchObject([
      { text: 'Wait for Monday.' },
    ]);

    const path = `/runs/${run.id}/notes/${first.body.id as string}`;
    expect((await world.call('patch', path, { body: { text: 'x' } })).status).toBe(428);
    expect((await world.call('patch', path, { body: { text: 'x' }, version: 1, as: cory })).status).toBe(403);
    const edited = await world.call('patch', path, { body: { text: 'Wait for Tuesday.' }, version: 1 });
    expect(edited.body).toMatchObject({ text: 'Wait for Tuesday.', version: 2 });
    expect(edited.body.editedAt).not.toBeNull();
    expect((await world.call('patch', path, { body: { text: 'y' }, version: 1 })).status).toBe(412);
    expect((await world.call('delete', path, { version: 2, as: cory })).status).toBe(403);
    expect((await world.call('delete', path, { version: 2 })).status).toBe(204);
    expect((await world.call('delete', path, { version: 2 })).status).toBe(404);
  });

  it('refuse empty and foreign things', async () => {
    expect((await write({ text: ' ' })).status).toBe(422);
    expect((await write({ text: 'x'.repeat(2_001) })).status).toBe(422);
    expect((await write({ text: 'x', pair: 'both' })).status).toBe(422);
    const swapped = { menteeId: world.mentorIds[0], mentorId: world.menteeIds[0] };
    expect((await write({ text: 'x', pair: swapped })).body).toMatchObject({
      code: 'matching.note-pair-unknown',
    });
    const mentor = await world.signIn(world.mentorIds[0]!);
    expect((await notes('', mentor)).status).toBe(403);
    expect((await world.call('get', `/runs/${cohortId}/notes`)).status).toBe(404);
    expect((await world.call('get', `/runs/${cohortId}/history`)).status).toBe(404);
  });
});

describe('the history of a run', () => {
  it('says who did what, newest first, page by page', async () => {
    const { body } = await world.call('get', `/runs/${run.id}/pairs`);
    const [first] = (
      body.items as { mentee: { participationId: string }; mentor: { participationId: string } }[]
    ).map(({ mentee, mentor }) => ({ menteeId: mentee.participationId, mentorId: mentor.participationId }));
    await world.call('post', `/runs/${run.id}/decisions`, {
      as: cory,
      body: { decision: 'approved', pairs: [first] },
    });
    await world.call('post', `/runs/${run.id}/publish`, { as: cory, body: { scope: 'approved' } });
    await world.call('post', `/runs/${run.id}/publish`);
    await world.call('post', `/runs/${run.id}/publish`);
    await world.call('post', `/runs/${run.id}/withdraw`, { body: { reason: 'Too early' } });

    const entries: { kind: string; by: string | null; detail: string | null; pairs: number | null }[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer = await world.call(
        'get',
        `/runs/${run.id}/history?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      entries.push(...(answer.body.items as typeof entries));
      cursor = answer.body.nextCursor as string | null;
    }
    const told = entries.map(({ kind, by, detail, pairs }) => [kind, by, detail, pairs]);
    expect(told).toEqual([
      ['withdrawn', 'Olga Owner', 'Too early', null],
      ['published', 'Olga Owner', null, 1],
      ['published', 'Cory Coordinator', null, 1],
      ['decided', 'Cory Coordinator', 'approved', 1],
      ['noted', 'Cory Coordinator', null, 1],
      ['ended', null, 'succeeded', null],
      ['requested', 'Olga Owner', null, null],
    ]);
  });

  it('names who cancelled', async () => {
    const held = await holdTable(world.api.config.database.url, 'pair_override', 'reads');
    try {
      const next = await world.call('post', `/cohorts/${cohortId}/runs`);
      const id = next.body.id as string;
      await held.somebodyWaits();
      expect((await world.call('post', `/runs/${id}/cancel`, { as: cory })).status).toBe(202);
      const { body } = await world.call('get', `/runs/${id}/history`);
      expect(body.items).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ kind: 'cancel-requested', by: 'Cory Coordinator' }),
        ]),
      );
      await world.ended(id);
    } finally {
      await held.release();
    }
  });
});
