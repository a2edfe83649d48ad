import { Outbox } from '#outbox';
import { jest } from '@jest/globals';
import { MatchingWorld } from '../../support/matching-world.js';
import { signedIn } from '../../support/signed-in.js';
import { type CaughtMail, TestSmtp } from '../../support/smtp.js';

jest.setTimeout(180_000);

interface CohortBody {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly seed: string;
  readonly termFrom: string;
  readonly sourceCohortId: string | null;
  readonly weights: Readonly<Record<string, number>>;
  readonly rules: Readonly<Record<string, unknown>>;
  readonly mentors: number;
  readonly mentees: number;
  readonly version: number;
}

let smtp: TestSmtp;
let world: MatchingWorld;
beforeAll(async () => {
  smtp = await TestSmtp.start();
  world = await MatchingWorld.start({ SMTP_URL: smtp.url });
  await world.startWorker();
});
afterAll(async () => {
  await world.stop();
  await smtp.stop();
});
beforeEach(() => {
  smtp.clear();
});

const asOwner = () => signedIn(world.api, world.owner);
const cohort = async (id: string): Promise<CohortBody> =>
  (await world.call('get', `/cohorts/${id}`)).body as CohortBody;
const clone = async (id: string, body: object = {}): Promise<CohortBody> => {
  const { status, body: made } = await world.call('post', `/cohorts/${id}/clones`, {
    body: { name: 'Next', termFrom: '2027-09-06', ...body },
  });
  expect(status).toBe(201);
  return made as CohortBody;
};
const ask = (id: string) => world.call('post', `/cohorts/${id}/same-again`);
const counts = async (id: string): Promise<unknown> =>
  (await world.call('get', `/cohorts/${id}/same-again`)).body;

/** The mails of the question to these participations, each with the paths of its two buttons. */
async function questions(count: number): Promise<Map<string, { mail: CaughtMail; yes: string; no: string }>> {
  const rows = await world.db.query<{ id: string; email: string }>(
    `SELECT p.id, a.email FROM participation p JOIN account a ON a.id = p.account_id WHERE p.program_id = $1`,
    [world.programId],
  );
  const byEmail = new Map(rows.map(({ id, email }) => [email, id]));
  const fits = ({ subject, to }: CaughtMail): boolean =>
    subject.includes('in again as') && byEmail.has(to[0] ?? '');
  const mails = await smtp.waitFor(count, fits, 60_000);
  return new Map(
    mails.map((mail) => {
      const [yes = '', no = ''] = mail.text.match(/\/a\/[\w.-]+/g) ?? [];
      return [byEmail.get(mail.to[0] ?? '') ?? '', { mail, yes, no }];
    }),
  );
}
const open = (path: string) => world.api.http.get(path).set('Accept', 'text/html');
const press = (path: string) => world.api.http.post(path).set('Accept', 'text/html');
const members = async (id: string): Promise<string[]> => {
  const { body } = await world.call('get', `/cohorts/${id}/members?limit=100`);
  return (body.items as { participationId: string }[]).map(({ participationId }) => participationId).sort();
};

async function pairsOf(cohortId: string): Promise<Set<string>> {
  const run = await world.run(cohortId);
  expect(run).toMatchObject({ state: 'succeeded', failure: null });
  expect((await world.call('post', `/runs/${run.id}/publish`)).status).toBe(200);
  const rows = await world.db.query<{ mentor_id: string; mentee_id: string }>(
    `SELECT mentor_id, mentee_id FROM mentorship WHERE source_id = $1`,
    [run.id],
  );
  return new Set(rows.map(({ mentor_id, mentee_id }) => `${mentor_id} ${mentee_id}`));
}

/** A round that is over, with four mentors and five mentees. */
async function roundBefore(): Promise<string> {
  await world.newProgram();
  await world.populate(4, 5);
  const id = await world.closedCohort();
  await pairsOf(id);
  await world.db.query(`UPDATE mentorship SET state = 'completed', ended_at = now() WHERE program_id = $1`, [
    world.programId,
  ]);
  return id;
}

describe('a program that is held again', () => {
  it('starts from a template, runs, repeats its round with those who press yes, and is cloned', async () => {
    await world.db.query(`UPDATE account SET is_platform_admin = true WHERE id = $1`, [
      world.owner.accountId,
    ]);
    const { body: program } = await asOwner()
      .post('/v1/programs', {
        name: 'Northwind 2027',
        timeZone: 'Europe/Berlin',
        template: 'corporate',
        settings: { organisationInformsPeople: true, defaultMentorCapacity: 1 },
      })
      .expect(201);
    expect(program.settings).toMatchObject({ answerWithinWorkingDays: 3, defaultMentorCapacity: 1 });
    world.programId = program.id as string;
    world.mentorIds = [];
    world.menteeIds = [];
    const { body: rounds } = await world.call('get', '/cohorts');
    const [first] = rounds.items as [CohortBody];
    expect(first).toMatchObject({
      name: 'First round',
      state: 'draft',
      weights: { skills: 35, goals: 25, experience: 10, availability: 5 },
      rules: { mustDiffer: ['department'], excludeEarlierPartners: true },
      sourceCohortId: null,
    });
    expect(new Date(first.termFrom).getUTCDay()).toBe(1);

    await world.populate(4, 5);
    await world.call('post', `/cohorts/${first.id}/open`);
    await world.call('post', `/cohorts/${first.id}/members`, { body: { everybody: true } });
    await world.call('post', `/cohorts/${first.id}/close`);
    const before = await pairsOf(first.id);
    expect(before.size).toBe(4);
    const leftOver = world.menteeIds.find((id) => ![...before].some((pair) => pair.endsWith(id)))!;
    const { body: mentorships } = await world.call('get', '/mentorships');
    for (const { id } of mentorships.items as { id: string }[])
      expect((await world.call('post', `/mentorships/${id}/complete`)).status).toBe(200);

    const next = await clone(first.id, { name: 'Second round', termFrom: '2028-02-07' });
    expect(next).toMatchObject({
      state: 'draft',
      termFrom: '2028-02-07',
      sourceCohortId: first.id,
      weights: first.weights,
      rules: first.rules,
      mentors: 0,
      mentees: 0,
    });
    expect(next.seed).not.toBe(first.seed);

    const asked = await ask(next.id);
    expect([asked.status, asked.body]).toEqual([200, { asked: 9, yes: 0, no: 0, silent: 9 }]);
    const mails = await questions(9);
    expect([...mails.keys()].sort()).toEqual([...world.mentorIds, ...world.menteeIds].sort());
    const declining = world.menteeIds.find((id) => id !== leftOver)!;
    const silent = world.menteeIds.find((id) => id !== leftOver && id !== declining)!;
    const returning = [...mails.keys()].filter((id) => id !== declining && id !== silent);
    const page = await open(mails.get(leftOver)!.yes).expect(200);
    expect(page.text).toContain('In again for Second round?');
    expect(page.text).toContain('<button type="submit">Count me in</button>');
    expect(await members(next.id)).toEqual([]);
    for (const id of returning)
      expect((await press(mails.get(id)!.yes).expect(200)).text).toContain('You are in');
    expect((await press(mails.get(declining)!.no).expect(200)).text).toContain('Not this time');
    expect(await members(next.id)).toEqual([...returning].sort());
    expect(await counts(next.id)).toEqual({ asked: 9, yes: 7, no: 1, silent: 1 });

    await world.call('post', `/cohorts/${next.id}/open`);
    await world.call('post', `/cohorts/${next.id}/close`);
    const after = await pairsOf(next.id);
    expect([...after].filter((pair) => before.has(pair))).toEqual([]);
    expect([...after].some((pair) => pair.endsWith(leftOver))).toBe(true);

    const answer = await asOwner()
      .post(`/v1/programs/${program.id as string}/clones`, { name: 'Northwind 2028', startsOn: '2028-08-07' })
      .expect(201);
    expect(answer.headers['location']).toBe(`/v1/programs/${answer.body.id as string}`);
    expect(answer.body).toMatchObject({
      name: 'Northwind 2028',
      goalAreas: program.goalAreas,
      settings: program.settings,
    });
    world.programId = answer.body.id as string;
    const { body: cloned } = await world.call('get', '/cohorts');
    expect(cloned.items).toEqual([
      expect.objectContaining({
        name: 'Second round',
        state: 'draft',
        termFrom: '2028-08-07',
        weights: first.weights,
        mentors: 0,
        mentees: 0,
        sourceCohortId: null,
      }),
    ]);
    expect(cloned.items[0].seed).not.toBe(next.seed);
    const people = await world.call('get', '/participations?limit=100');
    expect(people.body.items).toEqual([expect.objectContaining({ role: 'owner' })]);
  });
});

describe('a cloned round', () => {
  it('carries the words on pairs that it is asked for, of people who still take part', async () => {
    await world.newProgram();
    await world.populate(4, 4);
    const [m1, m2, m3] = world.mentorIds as [string, string, string];
    const [e1, e2, e3, e4] = world.menteeIds as [string, string, string, string];
    const id = await world.closedCohort();
    const say = (mentor: string, mentee: string, kind: string) =>
      world.call('put', `/cohorts/${id}/overrides/${mentor}/${mentee}`, { body: { kind, note: 'Old note' } });
    for (const [mentor, mentee, kind] of [
      [m1, e1, 'lock'],
      [m2, e2, 'lock'],
      [m3, e3, 'forbid'],
      [m3, e4, 'forbid'],
    ] as const)
      expect((await say(mentor, mentee, kind)).status).toBe(204);
    await world.db.query(
      `INSERT INTO mentorship (id, program_id, mentor_id, mentee_id, state, source, rationale, started_at, ends_at, ended_at)
       VALUES (gen_random_uuid(), $1, $2, $3, 'completed', 'admin', '{}', now(), now(), now())`,
      [world.programId, m2, e2],
    );
    await world.db.query(`UPDATE participation SET state = 'left' WHERE id = $1`, [e4]);
    const kept = async (body: object): Promise<string[]> => {
      const made = await clone(id, body);
      const { body: list } = await world.call('get', `/cohorts/${made.id}/overrides`);
      return (list.items as { mentorId: string; menteeId: string; kind: string; note: string }[])
        .map(({ mentorId, menteeId, kind, note }) => `${kind} ${mentorId} ${menteeId} ${note}`)
        .sort();
    };
    expect(await kept({})).toEqual([]);
    expect(await kept({ keepOverrides: ['forbid'] })).toEqual([`forbid ${m3} ${e3} Old note`]);
    // The lock of those who were together before could not hold.
    expect(await kept({ keepOverrides: ['lock', 'forbid'] })).toEqual([
      `forbid ${m3} ${e3} Old note`,
      `lock ${m1} ${e1} Old note`,
    ]);
    const { version } = await cohort(id);
    await world.call('patch', `/cohorts/${id}`, {
      body: { rules: { excludeEarlierPartners: false } },
      version,
    });
    expect(await kept({ keepOverrides: ['lock'] })).toEqual(
      [`lock ${m1} ${e1} Old note`, `lock ${m2} ${e2} Old note`].sort(),
    );
  });

  it('obeys a carried word once both are enrolled, and not before', async () => {
    await world.newProgram();
    await world.populate(1, 1);
    const [mentor] = world.mentorIds as [string];
    const [mentee] = world.menteeIds as [string];
    const id = await world.closedCohort();
    await world.call('put', `/cohorts/${id}/overrides/${mentor}/${mentee}`, { body: { kind: 'forbid' } });
    const { id: nextId } = await clone(id, { keepOverrides: ['forbid'] });
    await world.call('post', `/cohorts/${nextId}/open`);
    await world.call('post', `/cohorts/${nextId}/members`, { body: { everybody: true } });
    await world.call('post', `/cohorts/${nextId}/close`);
    expect(await world.run(nextId)).toMatchObject({ state: 'succeeded', pairs: 0 });
  });

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 7 }],
    ['termFrom', { termFrom: '2027-02-30' }],
    ['termFrom', { termFrom: undefined }],
    ['keepOverrides', { keepOverrides: ['lock', 'veto'] }],
    ['keepOverrides', { keepOverrides: 'lock' }],
  ])('refuses a bad %s by name, and makes nothing', async (path, change) => {
    await world.newProgram();
    const { body: made } = await world.call('post', '/cohorts', { body: { name: 'Spring' } });
    const { status, body } = await world.call('post', `/cohorts/${made.id as string}/clones`, {
      body: { name: 'Next', termFrom: '2027-09-06', ...change },
    });
    expect(status).toBe(422);
    expect(body.fields).toContainEqual(expect.objectContaining({ path }));
    expect((await world.call('get', '/cohorts')).body.items).toHaveLength(1);
  });
});

describe('the same again', () => {
  it('asks each once, however often and however many at once, and only those who still take part', async () => {
    const id = await roundBefore();
    const [gone, pausing, enrolled] = world.menteeIds as [string, string, string];
    await world.db.query(`UPDATE participation SET state = 'left' WHERE id = $1`, [gone]);
    await world.db.query(`UPDATE participation SET state = 'paused' WHERE id = $1`, [pausing]);
    const next = await clone(id);
    await world.call('post', `/cohorts/${next.id}/members`, { body: { participationIds: [enrolled] } });
    const answers = await Promise.all([ask(next.id), ask(next.id), ask(next.id)]);
    for (const { status, body } of answers)
      expect([status, body]).toEqual([200, { asked: 6, yes: 0, no: 0, silent: 6 }]);
    const mails = await questions(6);
    for (const id of [gone, pausing, enrolled]) expect(mails.has(id)).toBe(false);

    // Somebody who comes back later is asked then, and nobody else again.
    await world.db.query(`UPDATE participation SET state = 'active' WHERE id = $1`, [pausing]);
    expect((await ask(next.id)).body).toMatchObject({ asked: 7 });
    expect((await questions(7)).has(pausing)).toBe(true);
    const events = await world.db.query(
      `SELECT 1 FROM outbox_event WHERE program_id = $1 AND type = 'same-again.asked.v1'`,
      [world.programId],
    );
    expect(events).toHaveLength(7);
  });

  it('does not ask people who have not agreed to take part', async () => {
    const id = await roundBefore();
    await world.db.query(`UPDATE program SET settings = '{}' WHERE id = $1`, [world.programId]);
    await world.db.query(`UPDATE participation SET privacy_confirmed_at = now() WHERE id = $1`, [
      world.mentorIds[0],
    ]);
    const next = await clone(id);
    expect((await ask(next.id)).body).toMatchObject({ asked: 1 });
  });

  it('keeps the answer, lets it change while people can enrol, and says so when it is too late', async () => {
    const id = await roundBefore();
    const next = await clone(id, { keepOverrides: [] });
    await ask(next.id);
    const mails = await questions(9);
    const [ana, ben, cleo] = world.menteeIds as [string, string, string];
    const of = (person: string) => mails.get(person)!;

    // Twice at the same time, and once more.
    const both = await Promise.all([press(of(ana).yes), press(of(ana).yes)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    await press(of(ana).yes).expect(200);
    expect(await counts(next.id)).toEqual({ asked: 9, yes: 1, no: 0, silent: 8 });
    expect(await members(next.id)).toEqual([ana]);

    expect((await press(of(ana).no).expect(200)).text).toContain('Not this time');
    expect(await members(next.id)).toEqual([]);
    expect((await press(of(ana).yes)).status).toBe(410);
    expect(await counts(next.id)).toEqual({ asked: 9, yes: 0, no: 1, silent: 8 });

    await world.db.query(`UPDATE participation SET state = 'paused' WHERE id = $1`, [ben]);
    const paused = await press(of(ben).yes);
    expect([paused.status, paused.text]).toEqual([409, expect.stringContaining('You pause or have left')]);
    await world.db.query(`UPDATE participation SET state = 'active' WHERE id = $1`, [ben]);
    await press(of(ben).yes).expect(200);

    await world.call('post', `/cohorts/${next.id}/open`);
    await world.call('post', `/cohorts/${next.id}/close`);
    for (const path of [of(cleo).yes, of(cleo).no]) {
      expect((await open(path)).status).toBe(410);
      const late = await press(path);
      expect([late.status, late.text]).toEqual([410, expect.stringContaining('closed by now')]);
    }
    // Whoever was in time reads so again.
    expect((await press(of(ben).yes).expect(200)).text).toContain('You are in');
    expect(await members(next.id)).toEqual([ben]);
    const closed = await ask(next.id);
    expect([closed.status, closed.body.code]).toEqual([409, 'matching.same-again-closed']);
    await world.call('post', `/cohorts/${next.id}/reopen`);
    await press(of(cleo).yes).expect(200);
    expect(await members(next.id)).toEqual([ben, cleo].sort());
  });

  it('is listed page by page, by answer', async () => {
    const id = await roundBefore();
    const next = await clone(id);
    await ask(next.id);
    const mails = await questions(9);
    const [yes, no] = [...mails.keys()] as [string, string];
    await press(mails.get(yes)!.yes);
    await press(mails.get(no)!.no);
    const page = async (query: string) =>
      (await world.call('get', `/cohorts/${next.id}/same-again/people?${query}`)).body as {
        items: { participationId: string; answer: string | null; answeredAt: string | null; name: string }[];
        nextCursor: string | null;
      };
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { items, nextCursor } = await page(`limit=4${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...items.map(({ participationId }) => participationId));
      cursor = nextCursor;
    }
    expect(seen).toEqual([...mails.keys()].sort());
    expect((await page('answer=yes')).items).toEqual([
      expect.objectContaining({ participationId: yes, answer: 'yes', answeredAt: expect.any(String) }),
    ]);
    expect((await page('answer=no')).items.map(({ participationId }) => participationId)).toEqual([no]);
    expect((await page('answer=silent')).items).toHaveLength(7);
    expect((await world.call('get', `/cohorts/${next.id}/same-again/people?cursor=x`)).status).toBe(422);
    expect((await world.call('get', `/cohorts/${next.id}/same-again/people?answer=maybe`)).status).toBe(422);
  });

  it('is refused for a round that repeats none', async () => {
    await world.newProgram();
    const { body: made } = await world.call('post', '/cohorts', { body: { name: 'Spring' } });
    const { status, body } = await ask(made.id as string);
    expect([status, body.code]).toEqual([409, 'matching.no-earlier-cohort']);
  });

  it('tells nobody once the round is called off before the mails are on their way', async () => {
    const id = await roundBefore();
    const next = await clone(id);
    await world.call('post', `/cohorts/${next.id}/cancel`);
    await world.db.query(
      `INSERT INTO same_again (cohort_id, participation_id, asked_by, asked_at) VALUES ($1, $2, $3, now())`,
      [next.id, world.mentorIds[0], world.owner.accountId],
    );
    const event = { programId: world.programId, subjectId: next.id };
    await world.api.app
      .get(Outbox)
      .append({ ...event, type: 'cohort.same-again-asked.v1', payload: { cohortId: next.id } });
    for (let left = 1; left > 0; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const [row] = await world.db.query<{ left: number }>(
        `SELECT count(*)::int AS left FROM outbox_event WHERE subject_id = $1 AND done_at IS NULL`,
        [next.id],
      );
      left = row!.left;
    }
    const told = await world.db.query(
      `SELECT 1 FROM same_again WHERE cohort_id = $1 AND told_at IS NOT NULL`,
      [next.id],
    );
    expect(told).toEqual([]);
  });
});
