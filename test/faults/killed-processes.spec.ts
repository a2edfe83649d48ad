import { jest } from '@jest/globals';
import { NOTHING_WRONG } from '../support/audit.js';
import { FaultSite } from '../support/fault-site.js';

jest.setTimeout(120_000);

const KILLS = 4;
const CONCURRENCY = 4;

describe('processes that are killed', () => {
  let site: FaultSite;

  beforeAll(async () => {
    site = await FaultSite.start({
      redis: true,
      env: { WORKER_MAIL_CONCURRENCY: String(CONCURRENCY) },
    });
  });
  afterAll(() => site.stop());
  beforeEach(async () => {
    await site.killProcesses();
    site.smtp.clear();
    site.smtp.behaveWell();
    await site.db.query('DELETE FROM outbox_event');
  });

  it('the API right after its answer, before any worker heard of it: the mails arrive later', async () => {
    const api = await site.startApi();
    const people = [1, 2, 3, 4, 5].map((each) => `killed${each}@example.org`);
    const answers = people.map((email) => site.register(email));
    expect(await answers[0]).toBe(202);
    await api.kill();
    const statuses = await Promise.all(answers);
    site.startWorker();
    await site.settled();
    const accepted = people.filter((_, index) => statuses[index] === 202);
    expect(accepted.filter((email) => site.mailsTo(email).length !== 1)).toEqual([]);
    expect(people.filter((email) => site.mailsTo(email).length > 1)).toEqual([]);
    expect(await site.audit()).toMatchObject({ ...NOTHING_WRONG, copies: 0 });
  });

  it('a worker again and again on Redis: nothing is lost, and what is repeated was in its hands', async () => {
    await site.oweIntros(60);
    site.smtp.behave({ delayMs: 120 });
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const before = site.smtp.mails.length;
      const worker = site.startWorker();
      await site.smtp.waitFor(Math.min(before + 8, 120), undefined, 40_000);
      await worker.kill();
      await site.endLeases();
    }
    site.smtp.behaveWell();
    site.startWorker();
    await site.settled();
    const found = await site.audit();
    expect(found).toMatchObject({ ...NOTHING_WRONG, deliveries: 120 });
    expect(found.copies).toBeLessThanOrEqual(KILLS * CONCURRENCY);
  });
});
