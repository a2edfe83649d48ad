import { jest } from '@jest/globals';
import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { NOTHING_WRONG } from '../support/audit.js';
import { FaultSite } from '../support/fault-site.js';

jest.setTimeout(90_000);

describe('Redis', () => {
  let site: FaultSite;

  beforeAll(async () => {
    site = await FaultSite.start({ redis: true });
    site.startWorker();
    await site.startApi();
  });
  afterAll(() => site.stop());
  beforeEach(async () => {
    site.smtp.clear();
    site.smtp.behaveWell();
    await site.db.query('DELETE FROM outbox_event');
  });

  it('away while people register: the API says yes, and each gets one mail once it is back', async () => {
    await site.redis.crash();
    const people = [1, 2, 3, 4].map((each) => `away${each}@example.org`);
    const statuses = await Promise.all(people.map((email) => site.register(email)));
    expect(statuses).toEqual([202, 202, 202, 202]);
    expect(await site.isReady()).toBe(true);
    await site.redis.resume();
    await site.settled();
    expect(await site.audit()).toMatchObject({ ...NOTHING_WRONG, deliveries: 4, copies: 0 });
    expect(people.map((email) => site.mailsTo(email).length)).toEqual([1, 1, 1, 1]);
  });

  it('emptied by FLUSHALL in mid-work: nothing is lost, nothing doubled', async () => {
    site.smtp.behave({ delayMs: 150 });
    await site.oweIntros(30);
    await site.smtp.waitFor(8);
    const client = new Redis(site.redis.url);
    await client.flushall();
    client.disconnect();
    await site.settled();
    expect(await site.audit()).toMatchObject({ ...NOTHING_WRONG, deliveries: 60, copies: 0 });
  });

  it('stopped for longer than a job is locked, and continued: nothing is doubled', async () => {
    site.smtp.behave({ delayMs: 150 });
    await site.oweIntros(30);
    await site.smtp.waitFor(8);
    site.redis.signal('SIGSTOP');
    await sleep(11_000);
    site.redis.signal('SIGCONT');
    await site.settled();
    expect(await site.audit()).toMatchObject({ ...NOTHING_WRONG, deliveries: 60, copies: 0 });
  });

  it('killed, and started again without its data: nothing is lost, nothing doubled', async () => {
    site.smtp.behave({ delayMs: 150 });
    await site.oweIntros(30);
    await site.smtp.waitFor(8);
    await site.redis.crashForGood();
    await sleep(1_000);
    await site.redis.resume();
    await site.settled();
    expect(await site.audit()).toMatchObject({ ...NOTHING_WRONG, deliveries: 60, copies: 0 });
  });
});
