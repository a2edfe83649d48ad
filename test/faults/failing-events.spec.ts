import { jest } from '@jest/globals';
import { NOTHING_WRONG } from '../support/audit.js';
import { buildMentorship } from '../support/factories/mentorship.factory.js';
import { FaultSite } from '../support/fault-site.js';

jest.setTimeout(90_000);

describe('events whose work fails', () => {
  let site: FaultSite;

  beforeAll(async () => {
    site = await FaultSite.start();
  });
  afterAll(() => site.stop());

  const owedEvent = async (id: string) => {
    const [row] = await site.db.query<{ done: boolean; rings: number; last_error: string | null }>(
      `SELECT done_at IS NOT NULL AS done, rings, last_error FROM outbox_event WHERE id = $1`,
      [id],
    );
    return row!;
  };

  it('five times are done at the sixth; one that always fails stands in nobody’s way and says why', async () => {
    const pair = await buildMentorship(site.db);
    // A fault that passes: the count of a sequence survives the rollback.
    await site.db.query(`CREATE SEQUENCE failures`);
    await site.db.query(
      `CREATE FUNCTION fail_five_times() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF nextval('failures') <= 5 THEN RAISE EXCEPTION 'not today'; END IF; RETURN NEW; END $$`,
    );
    await site.db.query(
      `CREATE TRIGGER fail_five_times BEFORE INSERT ON delivery FOR EACH ROW
       WHEN (NEW.program_id = '${pair.programId}') EXECUTE FUNCTION fail_five_times()`,
    );
    const failing = await site.app.append(
      'mentorship.started.v1',
      { mentorshipId: pair.id },
      { programId: pair.programId },
    );
    const poison = await site.app.append(
      'mentorship.started.v1',
      { mentorshipId: 'no id at all' },
      { subjectId: pair.id },
    );
    site.startWorker();
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await site.until(async () => {
        const [row] = await site.db.query<{ count: string }>(`SELECT last_value AS count FROM failures`);
        return Number(row!.count) >= attempt && (await owedEvent(failing)).last_error !== null;
      }, `it failed ${attempt} times`);
      expect(await owedEvent(failing)).toMatchObject({ done: false, last_error: 'not today' });
      await site.db.query(`UPDATE outbox_event SET last_error = NULL WHERE id = $1`, [failing]);
      if (attempt === 5) await site.oweIntros(5);
      await site.ringNow();
    }
    await site.until(async () => (await owedEvent(failing)).done, 'it is done');
    await site.smtp.waitFor(12);
    // A mail arrives a moment before it is marked as sent.
    await site.until(
      async () => (await site.audit()).unfinished.length === 0,
      'every mail is marked as sent',
    );

    const found = await site.audit();
    expect(found).toMatchObject({ ...NOTHING_WRONG, owed: [{ id: poison }], deliveries: 12, copies: 0 });
    const { done, rings, last_error } = await owedEvent(poison);
    expect({ done, last_error }).toEqual({ done: false, last_error: expect.stringContaining('uuid') });
    expect(rings).toBeGreaterThan(1);
    expect(rings).toBeLessThan(15);
  });
});
