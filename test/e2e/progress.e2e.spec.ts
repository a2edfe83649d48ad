import { jest } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApi } from '../../apps/api/src/create-api.js';
import { ProgressQueries } from '../../apps/api/src/progress/progress.queries.js';
import type { TestPerson } from '../support/api-app.js';
import { EventStream } from '../support/event-stream.js';
import { MatchingWorld } from '../support/matching-world.js';
import { TestSmtp } from '../support/smtp.js';

jest.setTimeout(120_000);

let smtp: TestSmtp;
let world: MatchingWorld;
const opened: EventStream[] = [];

beforeAll(async () => {
  smtp = await TestSmtp.start();
  world = await MatchingWorld.start({
    SMTP_URL: smtp.url,
    STREAM_HEARTBEAT_MS: '300',
    STREAMS_PER_PERSON: '3',
  });
});
beforeEach(() => world.newProgram());
afterEach(async () => {
  for (const stream of opened.splice(0)) await stream.leave();
});
afterAll(async () => {
  await world.stop();
  await smtp.stop();
});

/** Follows something at an API process: the test's own, or another one on the same database. */
async function follow(
  path: string,
  options: { at?: NestExpressApplication; as?: TestPerson; lastEventId?: string } = {},
): Promise<EventStream> {
  const base = await (options.at ?? world.api.app).getUrl();
  const headers = { Authorization: (options.as ?? world.owner).bearer };
  const stream = await EventStream.open(base + world.path(path), headers, options.lastEventId);
  opened.push(stream);
  return stream;
}

/** A further API process. */
async function anotherApi(): Promise<NestExpressApplication> {
  const app = await createApi(world.api.config);
  await app.listen(0, '127.0.0.1');
  return app;
}

async function queuedRun(): Promise<string> {
  await world.populate(3, 3);
  const cohortId = await world.closedCohort();
  const { body } = await world.call('post', `/cohorts/${cohortId}/runs`);
  return (body as { id: string }).id;
}

const heldIds = ({ events }: EventStream): string[] => events.map(({ id }) => id);

describe('progress', () => {
  it('of a run is told at every API process until the run has ended, across a restart of one', async () => {
    const runId = await queuedRun();
    const second = await anotherApi();
    const here = await follow(`/runs/${runId}/events`);
    const there = await follow(`/runs/${runId}/events`, { at: second });
    expect(here.status).toBe(200);
    expect(here.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const waiting = await there.until(({ data }) => data['state'] === 'queued');
    expect(waiting.event).toBe('progress');

    await second.close();
    await there.closed;
    expect(there.events).toEqual([waiting]);
    const third = await anotherApi();
    const resumed = await follow(`/runs/${runId}/events`, { at: third, lastEventId: waiting.id });
    await world.startWorker();
    for (const stream of [here, resumed]) {
      await stream.closed;
      expect(stream.events.at(-1)).toMatchObject({
        event: 'end',
        data: { state: 'succeeded', progress: 100 },
      });
      expect(new Set(heldIds(stream)).size).toBe(stream.events.length);
    }
    expect(heldIds(resumed)).not.toContain(waiting.id);
    expect(here.events.at(-1)).toEqual(resumed.events.at(-1));

    const last = resumed.events.at(-1)?.id ?? '';
    expect((await follow(`/runs/${runId}/events`, { at: third, lastEventId: last })).status).toBe(204);
    const late = await follow(`/runs/${runId}/events`, { at: third, lastEventId: waiting.id });
    await late.closed;
    expect(heldIds(late)).toEqual([last]);
    await third.close();
  });

  it('of the mails of a publication counts what is due, sent and refused', async () => {
    const runId = await queuedRun();
    await world.ended(runId);
    const stream = await follow(`/runs/${runId}/publication-events`);
    await stream.until(({ data }) => data['state'] === 'unpublished');
    smtp.behave({ answer: 550 }, 1);
    await world.call('post', `/runs/${runId}/publish`);
    await stream.closed;
    expect(stream.events.at(-1)).toMatchObject({
      event: 'end',
      data: { state: 'done', pairs: 3, due: 0, sent: 5, failed: 1, dropped: 0 },
    });
  });

  it('of an import ends where somebody has to say yes, and again when it is applied', async () => {
    const person = { name: 'Ana Costa', email: 'ana@example.org', timeZone: 'UTC', languages: ['en'] };
    const begun = await world.call('post', '/roster/mentor/uploads', { body: { fullList: false } });
    const importId = (begun.body as { id: string }).id;
    const receiving = await follow(`/imports/${importId}/events`);
    await receiving.until(({ data }) => data['state'] === 'receiving');
    await world.call('put', `/roster/mentor/uploads/${importId}/parts/1`, {
      body: { people: [{ ...person, skills: [{ name: 'sql', rank: 3 }] }] },
    });
    await world.call('post', `/roster/mentor/uploads/${importId}/finish`, { body: { parts: 1 } });
    await receiving.closed;
    expect(receiving.events.at(-1)).toMatchObject({
      event: 'end',
      data: { state: 'previewed', goodCount: 1 },
    });
    await world.call('post', `/imports/${importId}/apply`);
    const applying = await follow(`/imports/${importId}/events`, {
      lastEventId: receiving.events.at(-1)?.id ?? '',
    });
    await applying.closed;
    expect(applying.events.at(-1)).toMatchObject({
      event: 'end',
      data: { state: 'applied', createdCount: 1 },
    });
  });

  it('is read once a second for all who follow', async () => {
    const begun = await world.call('post', '/roster/mentor/uploads', { body: {} });
    const path = `/imports/${(begun.body as { id: string }).id}/events`;
    for (let at = 0; at < 3; at += 1) await follow(path);
    const other = await world.member('Cory Coordinator', 'coordinator');
    for (let at = 0; at < 3; at += 1) await follow(path, { as: other });
    const read = jest.spyOn(world.api.app.get(ProgressQueries, { strict: false }), 'read');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    // Looks come as often as signs of life where those are closer, and never once for each stream.
    expect(read.mock.calls.length).toBeLessThanOrEqual(4);
    read.mockRestore();
    const fourth = await follow(path);
    expect(fourth.status).toBe(429);
    expect((await opened[0]?.leave()) ?? null).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await follow(path)).status).toBe(200);
  });

  it('shows signs of life, and ends when a role or a device is lost', async () => {
    const begun = await world.call('post', '/roster/mentor/uploads', { body: {} });
    const path = `/imports/${(begun.body as { id: string }).id}/events`;
    const leaver = await world.member('Lea Leaver', 'coordinator');
    const loser = await world.member('Lou Loser', 'coordinator');
    const [stays, leaves, loses] = [
      await follow(path),
      await follow(path, { as: leaver }),
      await follow(path, { as: loser }),
    ];
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect([stays, leaves, loses].every(({ beats }) => beats > 0)).toBe(true);
    await world.api.sql(`UPDATE participation SET state = 'left' WHERE account_id = $1`, [leaver.accountId]);
    await leaves.closed;
    await world.api.sql(`UPDATE refresh_token SET revoked_at = now() WHERE family_id = $1`, [loser.deviceId]);
    await loses.closed;
    expect(leaves.events.map(({ event }) => event)).toEqual(['progress']);
    const before = stays.beats;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(stays.beats).toBeGreaterThan(before);
    expect((await follow(path, { as: leaver })).status).toBe(403);
    expect((await follow('/imports/019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6074/events')).status).toBe(404);
  });
});
