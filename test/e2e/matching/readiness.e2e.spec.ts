import { jest } from '@jest/globals';
import { EnrolmentApp, linksOf } from '../../support/enrolment-app.js';
import type { MatchingWorld } from '../../support/matching-world.js';

jest.setTimeout(180_000);

/** A Wednesday; the program is in Berlin, an hour ahead of UTC. */
const NOW = new Date('2027-01-20T09:00:00Z');

interface Person {
  readonly participationId: string;
  readonly role: string;
  readonly reasons: string[];
}

let app: EnrolmentApp;
let world: MatchingWorld;

beforeAll(async () => {
  app = await EnrolmentApp.start(NOW);
  ({ world } = app);
});
afterAll(() => app.stop());

beforeEach(async () => {
  await app.db.query(`UPDATE outbox_event SET done_at = now() WHERE done_at IS NULL`);
  app.clock.set(NOW);
  app.smtp.clear();
  await world.newProgram();
  await world.populate(4, 2);
  await sql(
    `UPDATE account SET claimed_at = now() WHERE id IN (SELECT account_id FROM participation WHERE program_id = $1)`,
    [world.programId],
  );
});

const sql = (text: string, values: unknown[] = []): Promise<unknown[]> => app.db.query(text, values);

async function addressOf(participationId: string): Promise<string> {
  const [row] = await app.db.query<{ email: string }>(
    `SELECT a.email FROM account a JOIN participation p ON p.account_id = a.id WHERE p.id = $1`,
    [participationId],
  );
  return row!.email;
}

const readiness = async (cohortId: string) =>
  (await world.call('get', `/cohorts/${cohortId}/readiness`)).body as {
    mentors: { ready: number; notReady: number; reasons: object[] };
    mentees: { ready: number; notReady: number; reasons: object[] };
    readyMentorsPercent: number;
    neededMentorsPercent: number | null;
    runMayStart: boolean;
  };

async function unready(cohortId: string, query = ''): Promise<Person[]> {
  const found: Person[] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { body } = await world.call('get', `/cohorts/${cohortId}/readiness/people?limit=2${query}${after}`);
    found.push(...(body as { items: Person[] }).items);
    cursor = (body as { nextCursor: string | null }).nextCursor;
  } while (cursor !== null);
  return found;
}

/** Makes every mentor and the second mentee unready, each for a reason of their own. */
async function breakPeople(): Promise<void> {
  const [unclaimed, bare, full, paused] = world.mentorIds;
  const of = (id: string | undefined) => [id];
  await sql(
    `UPDATE account SET claimed_at = NULL WHERE id = (SELECT account_id FROM participation WHERE id = $1)`,
    of(unclaimed),
  );
  await sql(`UPDATE profile SET goals = '[]', windows = '[]' WHERE participation_id = $1`, of(bare));
  await sql(
    `DELETE FROM profile_skill USING profile p WHERE p.id = profile_id AND p.participation_id = $1`,
    of(bare),
  );
  await sql(`UPDATE profile SET capacity = 0 WHERE participation_id = $1`, of(full));
  await sql(`UPDATE participation SET state = 'paused' WHERE id = $1`, of(paused));
  await sql(`DELETE FROM profile WHERE participation_id = $1`, of(world.menteeIds[1]));
}

describe('readiness of a round', () => {
  it('counts who is ready and why others are not, and lists them by page, role and reason', async () => {
    const cohort = await world.closedCohort();
    expect(await readiness(cohort)).toMatchObject({
      mentors: { ready: 4, notReady: 0, reasons: [] },
      mentees: { ready: 2, notReady: 0 },
      readyMentorsPercent: 100,
      neededMentorsPercent: null,
      runMayStart: true,
    });
    await breakPeople();
    await sql(`UPDATE profile SET away_until = '2027-06-01' WHERE participation_id = $1`, [
      world.menteeIds[0],
    ]);
    const [unclaimed, bare, full, paused] = world.mentorIds;
    const people = await unready(cohort);
    expect(people).toHaveLength(6);
    expect(Object.fromEntries(people.map((one) => [one.participationId, one.reasons]))).toEqual({
      [unclaimed!]: ['not-claimed'],
      [bare!]: ['no-skills-or-goals', 'no-availability'],
      [full!]: ['no-free-place'],
      [paused!]: ['paused'],
      [world.menteeIds[0]!]: ['away'],
      [world.menteeIds[1]!]: ['no-profile'],
    });
    expect(await readiness(cohort)).toMatchObject({
      mentors: { ready: 0, notReady: 4 },
      mentees: { ready: 0, notReady: 2 },
      readyMentorsPercent: 0,
    });
    expect((await readiness(cohort)).mentors.reasons).toContainEqual({
      reason: 'no-availability',
      people: 1,
    });
    expect(await unready(cohort, '&role=mentee')).toHaveLength(2);
    expect(await unready(cohort, '&reason=no-availability')).toMatchObject([{ participationId: bare }]);
  });

  it('says the same of each person as the list of members', async () => {
    const cohort = await world.closedCohort();
    await breakPeople();
    await sql(`UPDATE program SET settings = '{}' WHERE id = $1`, [world.programId]);
    const { body } = await world.call('get', `/cohorts/${cohort}/members`);
    const members = (body as { items: { participationId: string; problems: string[] }[] }).items;
    const listed = new Map((await unready(cohort)).map((one) => [one.participationId, one.reasons]));
    for (const { participationId, problems } of members)
      expect((listed.get(participationId) ?? []).filter((reason) => reason !== 'not-claimed').sort()).toEqual(
        problems.sort(),
      );
  });

  it('refuses a reason that there is not', async () => {
    const cohort = await world.closedCohort();
    expect((await world.call('get', `/cohorts/${cohort}/readiness/people?reason=lazy`)).status).toBe(422);
  });
});

describe('the gate before a run', () => {
  it('holds a run back until enough mentors are ready, and keeps on the run that an admin overrode it', async () => {
    const cohort = await world.closedCohort({ readyMentorsPercent: 75 });
    const [first, second] = world.mentorIds;
    await sql(`UPDATE participation SET state = 'paused' WHERE id = ANY($1)`, [[first, second]]);
    const refused = await world.call('post', `/cohorts/${cohort}/runs`);
    expect([refused.status, refused.body.code]).toEqual([409, 'matching.too-few-ready']);
    expect(refused.body.detail).toContain('50 % of the mentors are ready, and this cohort asks for 75 %.');
    const variants = { variants: [{ label: 'Fair', settings: { objective: 'fair' } }] };
    expect((await world.call('post', `/cohorts/${cohort}/variants`, { body: variants })).status).toBe(409);
    const run = await world.call('post', `/cohorts/${cohort}/runs`, { body: { overrideReadiness: true } });
    expect([run.status, run.body.readinessOverridden]).toEqual([202, true]);
    expect(
      (await world.call('get', `/runs/${(run.body as { id: string }).id}`)).body.readinessOverridden,
    ).toBe(true);
  });

  it('opens at the per cent that is asked for, and a needless override leaves no mark', async () => {
    const cohort = await world.closedCohort({ readyMentorsPercent: 75 });
    await sql(`UPDATE participation SET state = 'paused' WHERE id = $1`, [world.mentorIds[0]]);
    expect(await readiness(cohort)).toMatchObject({ readyMentorsPercent: 75, runMayStart: true });
    const run = await world.call('post', `/cohorts/${cohort}/runs`, { body: { overrideReadiness: true } });
    expect([run.status, run.body.readinessOverridden]).toEqual([202, false]);
  });

  it.each([0, 101, 1.5, '75'])('refuses %p per cent', async (readyMentorsPercent) => {
    const { status } = await world.call('post', '/cohorts', { body: { name: 'X', readyMentorsPercent } });
    expect(status).toBe(422);
  });
});

describe('reminding those who are not ready', () => {
  it('says what is missing to those who can do something about it, once a day', async () => {
    const cohort = await world.closedCohort();
    await breakPeople();
    await sql(`UPDATE profile SET away_until = '2027-06-01' WHERE participation_id = $1`, [
      world.menteeIds[0],
    ]);
    const remind = () => world.call('post', `/cohorts/${cohort}/readiness/reminders`);
    expect((await remind()).status).toBe(202);
    const mails = await app.until('2027-01-20T10:00:00Z');
    const expected = [...world.mentorIds, world.menteeIds[1]!];
    expect(mails.flatMap((mail) => mail.to).sort()).toEqual(
      (await Promise.all(expected.map(addressOf))).sort(),
    );
    const toBare = mails.filter((mail) => mail.text.includes('names no skills'));
    expect(toBare).toHaveLength(1);
    expect(toBare[0]!.text).toContain('Your profile names no times that usually suit you.');
    for (const { text } of mails) expect(text.split(/\s+/).length).toBeLessThan(150);
    await remind();
    await remind();
    expect(await app.until('2027-01-20T22:59:00Z')).toEqual([]);
    app.clock.set(new Date('2027-01-20T23:00:00Z'));
    await remind();
    expect(await app.until('2027-01-20T23:30:00Z')).toHaveLength(5);
  });

  it('offers the privacy notice where that is what is missing, and is not sent once it is put right', async () => {
    const cohort = await world.closedCohort();
    await sql(`UPDATE program SET settings = '{}' WHERE id = $1`, [world.programId]);
    await world.call('post', `/cohorts/${cohort}/readiness/reminders`);
    const mails = await app.until('2027-01-20T10:00:00Z');
    expect(mails).toHaveLength(6);
    const [agree] = linksOf(mails[0]!);
    expect((await world.api.http.post(agree!).set('Accept', 'application/json').send({})).status).toBe(200);
    expect(await readiness(cohort)).toMatchObject({ mentors: { reasons: [{ reason: 'not-confirmed' }] } });
    const confirmed = (await unready(cohort)).length;
    expect(confirmed).toBe(5);
  });
});

describe('the warning before matching', () => {
  const settings = { matchesOn: '2027-02-22' };

  async function enrolledCohort(more: object = settings): Promise<string> {
    return world.closedCohort(more);
  }

  it('comes three working days before, over a closed week, and lets people skip with one button', async () => {
    const closedWeeks = [{ from: '2027-02-15', to: '2027-02-19' }];
    await sql(`UPDATE program SET settings = settings || $2::jsonb WHERE id = $1`, [
      world.programId,
      JSON.stringify({ closedWeeks }),
    ]);
    const cohort = await enrolledCohort();
    expect(await app.until('2027-02-10T06:59:00Z')).toEqual([]);
    const mails = await app.until('2027-02-10T07:00:00Z');
    expect(mails).toHaveLength(6);
    const mail = mails.find(({ text }) => text.includes('as a mentee'))!;
    expect(mail.subject).toBe('Spring: you are in, and people are matched on Mon 22 Feb');
    expect(mail.text).toContain('you keep your place in line');
    const [skip] = linksOf(mail);
    const page = await world.api.http.get(skip!).set('Accept', 'text/html').expect(200);
    expect(page.text).toContain('Skip Spring?');
    expect((await world.call('get', `/cohorts/${cohort}`)).body).toMatchObject({ mentees: 2 });
    const press = () => world.api.http.post(skip!).set('Accept', 'application/json').send({});
    expect((await press()).body.title).toBe('You skip this round');
    expect((await press()).body.title).toBe('You skip this round');
    expect((await world.call('get', `/cohorts/${cohort}`)).body).toMatchObject({ mentees: 1 });
    expect(await app.until('2027-03-01T12:00:00Z')).toEqual([]);
  });

  it('comes again for a day that moved, at once when it is near, and not after the matching', async () => {
    const cohort = await enrolledCohort();
    await app.until('2027-02-17T12:00:00Z');
    expect(app.smtp.mails).toHaveLength(6);
    const move = async (matchesOn: string) => {
      const { version } = (await world.call('get', `/cohorts/${cohort}`)).body as { version: number };
      await world.call('patch', `/cohorts/${cohort}`, { body: { matchesOn }, version });
    };
    await move('2027-02-18');
    expect(await app.until('2027-02-17T13:00:00Z')).toHaveLength(6);
    await move('2027-02-17');
    expect(await app.until('2027-03-17T13:00:00Z')).toEqual([]);
  });

  it('is not sent where a round wants none, and to nobody who has left meanwhile', async () => {
    await enrolledCohort({ ...settings, skipNoticeWorkingDays: null });
    expect(await app.until('2027-03-01T12:00:00Z')).toEqual([]);
  });

  it('is refused kindly once people are matched', async () => {
    const cohort = await enrolledCohort();
    const [mail] = await app.until('2027-02-17T12:00:00Z');
    await sql(`UPDATE cohort SET state = 'published' WHERE id = $1`, [cohort]);
    const { status, body } = await world.api.http
      .post(linksOf(mail!)[0]!)
      .set('Accept', 'application/json')
      .send({});
    expect([status, body.code]).toEqual([409, 'matching.too-late-to-leave']);
  });
});

describe('skipping', () => {
  it('keeps the rounds waited as they are', async () => {
    // Runs are made by a worker with queues, which goes by the real time.
    app.clock.set(new Date());
    await world.startWorker();
    await world.newProgram();
    await world.populate(1, 2);
    const publish = async (cohortId: string): Promise<void> => {
      const run = await world.run(cohortId);
      expect((await world.call('post', `/runs/${run.id}/publish`)).status).toBe(200);
    };
    const waited = async (cohortId: string) => {
      const { body } = await world.call('get', `/cohorts/${cohortId}/members?role=mentee`);
      const items = (body as { items: { participationId: string; roundsWaited: number }[] }).items;
      return new Map(items.map((one) => [one.participationId, one.roundsWaited]));
    };
    const first = await world.closedCohort();
    await publish(first);
    const left = [...(await waited(first))].find(([, rounds]) => rounds === 1)?.[0];
    await world.populate(1, 1);
    const second = await world.closedCohort();
    expect((await waited(second)).get(left!)).toBe(1);
    const mentee = await world.signIn(left!);
    const skipped = await world.call('delete', `/cohorts/${second}/me`, { as: mentee });
    expect(skipped.body.parts).toMatchObject([{ answer: 'skipped' }]);
    await publish(second);
    const third = await world.closedCohort();
    expect((await waited(third)).get(left!)).toBe(1);
  });
});
