import { jest } from '@jest/globals';
import { Redis } from 'ioredis';
import { NOTHING_WRONG } from '../support/audit.js';
import { FaultSite } from '../support/fault-site.js';

jest.setTimeout(90_000);

describe('the main job, with API and worker as processes of their own on Redis', () => {
  let site: FaultSite;

  beforeAll(async () => {
    site = await FaultSite.start({ redis: true });
  });
  afterAll(() => site.stop());

  it('is done once: the mails come, Redis is left empty of jobs, and both processes end when asked', async () => {
    expect(await site.migrate()).toBe(0);
    const worker = site.startWorker();
    const api = await site.startApi();
    expect(await site.statusOf('/health/live')).toBe(200);

    expect(await site.register('robin@example.org')).toBe(202);
    await site.oweIntros(3);
    await site.settled();
    expect(await site.audit()).toMatchObject({ ...NOTHING_WRONG, deliveries: 7, copies: 0 });
    expect(site.mailsTo('robin@example.org')).toHaveLength(1);

    const client = new Redis(site.redis.url);
    const jobs = (await client.keys('rapport:*')).filter((key) => /:[0-9a-f-]{36}-/.test(key));
    client.disconnect();
    expect(jobs).toEqual([]);

    for (const one of [worker, api]) {
      const { ended, ms } = await one.terminate();
      expect(ended).toBe(0);
      expect(ms).toBeLessThan(10_000);
    }
    expect(worker.output).not.toContain('maxmemory-policy');
  });
});
