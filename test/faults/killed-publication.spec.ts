import { MentorshipConfirmationEntity } from '#mentorships/entities';
import { Outbox } from '#outbox';
import { jest } from '@jest/globals';
import { NOTHING_WRONG } from '../support/audit.js';
import { buildMentorship } from '../support/factories/mentorship.factory.js';
import { buildProgram } from '../support/factories/program.factory.js';
import { FaultSite } from '../support/fault-site.js';

jest.setTimeout(120_000);

const PAIRS = 80;

describe('a worker that is killed while it tells people of a publication', () => {
  let site: FaultSite;

  beforeAll(async () => {
    site = await FaultSite.start();
  });
  afterAll(() => site.stop());

  async function propose(): Promise<void> {
    const { id: programId } = await buildProgram(site.db);
    const events = [];
    for (let index = 0; index < PAIRS; index += 1) {
      const { id: mentorshipId } = await buildMentorship(site.db, { programId, state: 'proposed' });
      for (const side of ['mentor', 'mentee'])
        await site.db
          .repository(MentorshipConfirmationEntity)
          .insert({ mentorshipId, side, answerBy: new Date(Date.now() + 86_400_000) });
      const payload = { mentorshipId };
      events.push({ type: 'mentorship.proposed.v1' as const, payload, programId, subjectId: mentorshipId });
    }
    await site.app.module.get(Outbox).append(...events);
  }

  async function told(): Promise<number> {
    const [row] = await site.db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM outbox_event WHERE type = 'mentorship.proposed.v1' AND done_at IS NOT NULL`,
    );
    return row!.count;
  }

  it('leaves the rest to the next one, and everybody gets each mail exactly once', async () => {
    await propose();
    // Nothing leaves the house before the kill, so that a copy could only come of the work being done twice.
    await site.smtp.pause();
    const first = site.startWorker();
    for (let done = 0; done === 0;) done = await told();
    await first.kill();
    expect(await told()).toBeLessThan(PAIRS);
    await site.smtp.resume();
    await site.endLeases();
    await site.app.makeDue();
    await site.ringNow();
    site.startWorker();
    await site.settled();
    expect(await site.audit()).toMatchObject({ ...NOTHING_WRONG, deliveries: 2 * PAIRS, copies: 0 });
    expect(site.smtp.mails).toHaveLength(2 * PAIRS);
  });
});
