import { addWorkingDays } from '#availability';
import { jest } from '@jest/globals';
import type { TestPerson } from '../../support/api-app.js';
import { MatchingWorld, type RunBody } from '../../support/matching-world.js';
import { type CaughtMail, TestSmtp } from '../../support/smtp.js';

jest.setTimeout(120_000);

interface Pair {
  readonly id: string;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly state: string;
}

const browser = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8';

let smtp: TestSmtp;
let world: MatchingWorld;
let cohortId: string;
let run: RunBody;

beforeAll(async () => {
  smtp = await TestSmtp.start();
  world = await MatchingWorld.start({ SMTP_URL: smtp.url, PUBLIC_URL: 'https://rapport.test' });
  await world.startWorker();
});
afterAll(async () => {
  await world.stop();
  await smtp.stop();
});

/** A published run of 2 mentors and 3 mentees in which people are asked first. */
async function published(confirmation: string, more: object = {}): Promise<Pair[]> {
  await world.newProgram();
  await world.populate(2, 3);
  cohortId = await world.closedCohort({ confirmation, ...more });
  run = await world.run(cohortId);
  smtp.clear();
  const { body } = await world.call('post', `/runs/${run.id}/publish`);
  expect(body).toMatchObject({ started: 2, skipped: [] });
  return mentorships();
}

const mentorships = (): Promise<Pair[]> =>
  world.db.query<Pair>(
    `SELECT id, mentor_id AS "mentorId", mentee_id AS "menteeId", state FROM mentorship WHERE program_id = $1 ORDER BY id`,
    [world.programId],
  );

const stateOf = async (id: string) => (await mentorships()).find((one) => one.id === id)?.state;

async function addressOf(participationId: string): Promise<string> {
  const [row] = await world.db.query<{ email: string }>(
    `SELECT a.email FROM account a JOIN participation p ON p.account_id = a.id WHERE p.id = $1`,
    [participationId],
  );
  return row!.email;
}

/** The mails to a participant whose subject fits, once there are this many. */
async function mailsTo(participationId: string, subject: RegExp, count = 1): Promise<CaughtMail[]> {
  const address = await addressOf(participationId);
  return smtp.waitFor(count, (mail) => mail.to.includes(address) && subject.test(mail.subject));
}

const ASKED = /^Would you (be|like) .*\?$/;
const ENDED = /did not come about$/;

/** Paths of the buttons of a mail that asks: yes and no. */
function buttons(mail: CaughtMail): [string, string] {
  const paths = (mail.text.match(/https:\/\/rapport\.test\/a\/\S+/g) ?? []).map(
    (url) => new URL(url).pathname,
  );
  expect(paths).toHaveLength(2);
  return paths as [string, string];
}

const answer = (id: string, word: 'confirm' | 'decline', as: TestPerson) =>
  world.call('post', `/mentorships/${id}/${word}`, { as });

async function settled(): Promise<void> {
  for (;;) {
    const [row] = await world.db.query<{ count: number }>(
      `SELECT ((SELECT count(*) FROM outbox_event WHERE done_at IS NULL AND due_at <= now()) +
         (SELECT count(*) FROM delivery WHERE state IN ('pending', 'claimed')))::int AS count`,
    );
    if (row!.count === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** As if the time until an event of a mentorship had passed. */
const makeDue = (type: string, id: string) =>
  world.db.query(
    `UPDATE outbox_event SET due_at = now(), next_ring_at = now() WHERE type = $1 AND subject_id = $2`,
    [type, id],
  );

describe('the settings of a round', () => {
  it('ask nobody unless they say so, and refuse what can’t work', async () => {
    await world.newProgram();
    const made = await world.call('post', '/cohorts', { body: { name: 'Spring' } });
    expect(made.body).toMatchObject({ confirmation: 'none', confirmWithinWorkingDays: 3 });
    for (const bad of [
      { confirmation: 'mentee' },
      { confirmWithinWorkingDays: 0 },
      { confirmWithinWorkingDays: 21 },
    ]) {
      const { status, body } = await world.call('post', '/cohorts', { body: { name: 'Bad', ...bad } });
      expect(status).toBe(422);
      expect(body.fields).toMatchObject([{ path: Object.keys(bad)[0] }]);
    }
    const { id, version } = made.body as { id: string; version: number };
    const edited = await world.call('patch', `/cohorts/${id}`, { version, body: { confirmation: 'both' } });
    expect(edited.body).toMatchObject({ confirmation: 'both', confirmWithinWorkingDays: 3 });
  });
});

describe('a round that asks both', () => {
  it('introduces two people once both have said yes, by mail and by the API', async () => {
    const [pair] = (await published('both')) as [Pair, Pair];
    expect((await mentorships()).map(({ state }) => state)).toEqual(['proposed', 'proposed']);
    const [toMentee] = (await mailsTo(pair.menteeId, ASKED)) as [CaughtMail];
    await mailsTo(pair.mentorId, ASKED);
    expect(toMentee.text).toContain('A no needs no reason.');
    expect(toMentee.text).not.toMatch(/score|points|%/i);
    const mentee = await world.signIn(pair.menteeId);
    const mentor = await world.signIn(pair.mentorId);
    const seen = await world.call('get', `/mentorships/${pair.id}`, { as: mentee });
    expect(seen.body).toMatchObject({
      state: 'proposed',
      mentor: { email: null },
      confirmation: { mentor: 'awaited', mentee: 'awaited' },
    });

    const [yes] = buttons(toMentee);
    const page = await world.api.http.get(yes).set('Accept', browser).expect(200);
    expect(page.text.match(/<button/g)).toHaveLength(1);
    expect((await world.call('get', `/mentorships/${pair.id}`, { as: mentee })).body).toMatchObject({
      confirmation: { mentee: 'awaited' },
    });
    for (let press = 0; press < 2; press += 1) {
      const { text } = await world.api.http.post(yes).set('Accept', browser).expect(200);
      expect(text).toContain('Thank you for your yes');
    }
    expect(await stateOf(pair.id)).toBe('proposed');
    expect((await answer(pair.id, 'confirm', mentee)).status).toBe(200);

    const started = await answer(pair.id, 'confirm', mentor);
    expect(started.body).toMatchObject({
      state: 'active',
      confirmation: { mentor: 'confirmed', mentee: 'confirmed' },
    });
    await mailsTo(pair.menteeId, /^Meet Mentor/);
    await mailsTo(pair.mentorId, /^Meet Mentee/);
    expect((await answer(pair.id, 'confirm', mentor)).status).toBe(200);
    expect((await answer(pair.id, 'decline', mentor)).body).toMatchObject({
      code: 'mentorships.proposal-closed',
    });
    await settled();
    expect(smtp.mails.filter(({ subject }) => subject.startsWith('Meet '))).toHaveLength(2);
  });

  it('tells the other of a no, frees the place, and does not make the pair again in this round', async () => {
    const [pair] = (await published('both')) as [Pair, Pair];
    const mentor = await world.signIn(pair.mentorId);
    await answer(pair.id, 'confirm', await world.signIn(pair.menteeId));
    const [, no] = buttons((await mailsTo(pair.mentorId, ASKED))[0]!);
    for (let press = 0; press < 2; press += 1)
      expect((await world.api.http.post(no).set('Accept', browser).expect(200)).text).toContain(
        'You said no',
      );
    const [told] = await mailsTo(pair.menteeId, ENDED);
    expect(told!.text).toContain('can’t take you on at present');
    expect((await answer(pair.id, 'decline', mentor)).status).toBe(200);
    expect((await answer(pair.id, 'confirm', mentor)).body).toMatchObject({
      code: 'mentorships.proposal-closed',
    });
    await settled();
    expect(smtp.mails.filter(({ subject }) => ENDED.test(subject))).toHaveLength(1);
    expect(smtp.mails.filter(({ subject }) => subject.startsWith('Meet '))).toEqual([]);

    const overrides = await world.call('get', `/cohorts/${cohortId}/overrides`);
    expect(overrides.body.items).toMatchObject([
      { mentorId: pair.mentorId, menteeId: pair.menteeId, kind: 'forbid' },
    ]);
    const members = await world.call('get', `/cohorts/${cohortId}/members?limit=100`);
    const byId = new Map(
      (members.body.items as { participationId: string; freePlaces: number; roundsWaited: number }[]).map(
        (one) => [one.participationId, one],
      ),
    );
    expect(byId.get(pair.mentorId)).toMatchObject({ freePlaces: 1 });
    expect(byId.get(pair.menteeId)).toMatchObject({ roundsWaited: 1 });
  });

  it('leaves the waiting of a mentee as it was who says no themselves', async () => {
    const [pair, other] = (await published('both')) as [Pair, Pair];
    await answer(pair.id, 'decline', await world.signIn(pair.menteeId));
    const [told] = await mailsTo(pair.mentorId, ENDED);
    expect(told!.text).toContain('the place is yours to give again');
    await settled();
    const rows = await world.db.query<{ id: string; waited: number }>(
      `SELECT participation_id AS id, rounds_waited AS waited FROM cohort_member WHERE cohort_id = $1 AND role = 'mentee'`,
      [cohortId],
    );
    const left = rows.find(({ id }) => id !== pair.menteeId && id !== other.menteeId);
    expect(rows.find(({ id }) => id === pair.menteeId)?.waited).toBe(0);
    expect(left?.waited).toBe(1);
  });

  it('reminds once who is silent, and ends at the deadline, told as it is', async () => {
    const [pair, other] = (await published('both')) as [Pair, Pair];
    await answer(pair.id, 'confirm', await world.signIn(pair.menteeId));
    await settled();
    smtp.clear();
    await makeDue('mentorship.answer-reminder-due.v1', pair.id);
    const [reminder] = await mailsTo(pair.mentorId, /waits for your answer$/);
    buttons(reminder!);
    await settled();
    expect(smtp.mails).toHaveLength(1);

    // Before its time nothing happens, however often the bell rings.
    await world.db.query(
      `UPDATE outbox_event SET next_ring_at = now() WHERE type = 'mentorship.answer-due.v1'`,
    );
    await settled();
    await world.db.query(
      `UPDATE mentorship_confirmation SET answer_by = now() - interval '1 minute' WHERE mentorship_id = $1`,
      [pair.id],
    );
    await makeDue('mentorship.answer-due.v1', pair.id);
    const [toMentee] = await mailsTo(pair.menteeId, ENDED);
    expect(toMentee!.text).toContain('did not answer in time');
    const [toMentor] = await mailsTo(pair.mentorId, ENDED);
    expect(toMentor!.text).toContain('went by without a word from you');
    expect(await stateOf(pair.id)).toBe('ended');
    expect(await stateOf(other.id)).toBe('proposed');
  });

  it('does not end at the deadline what has started', async () => {
    const [pair] = (await published('both')) as [Pair, Pair];
    await Promise.all(
      [pair.menteeId, pair.mentorId].map(async (id) => answer(pair.id, 'confirm', await world.signIn(id))),
    );
    expect(await stateOf(pair.id)).toBe('active');
    await world.db.query(`UPDATE mentorship_confirmation SET answer_by = now() - interval '1 minute'`);
    await makeDue('mentorship.answer-due.v1', pair.id);
    await settled();
    expect(await stateOf(pair.id)).toBe('active');
  });

  it('starts nothing when a yes and a no come at the same time', async () => {
    const pairs = await published('both');
    for (const { id, menteeId, mentorId } of pairs) {
      const [mentee, mentor] = [await world.signIn(menteeId), await world.signIn(mentorId)];
      await answer(id, 'confirm', mentor);
      const both = await Promise.all([answer(id, 'confirm', mentee), answer(id, 'decline', mentor)]);
      const oks = both.filter(({ status }) => status === 200);
      expect(oks).toHaveLength(1);
      expect(await stateOf(id)).toBe(both[0].status === 200 ? 'active' : 'ended');
    }
  });

  it('waits as many working days of the program as it says, closed weeks left out', async () => {
    await world.newProgram();
    const from = new Date().toISOString().slice(0, 10);
    const settings = { organisationInformsPeople: true, closedWeeks: [{ from, to: from }] };
    await world.db.query(`UPDATE program SET settings = $2 WHERE id = $1`, [
      world.programId,
      JSON.stringify(settings),
    ]);
    await world.populate(1, 1);
    cohortId = await world.closedCohort({ confirmation: 'both', confirmWithinWorkingDays: 2 });
    run = await world.run(cohortId);
    await world.call('post', `/runs/${run.id}/publish`);
    const [row] = await world.db.query<{ answer_by: Date; zone: string; remind: Date }>(
      `SELECT c.answer_by, g.time_zone AS zone,
         (SELECT due_at FROM outbox_event WHERE subject_id = m.id AND type = 'mentorship.answer-reminder-due.v1') AS remind
       FROM mentorship_confirmation c JOIN mentorship m ON m.id = c.mentorship_id JOIN program g ON g.id = m.program_id
       WHERE g.id = $1 LIMIT 1`,
      [world.programId],
    );
    const calendar = {
      zone: row!.zone,
      workingDays: ['MO', 'TU', 'WE', 'TH', 'FR'],
      closedWeeks: [from],
    } as const;
    expect(row!.answer_by).toEqual(new Date(addWorkingDays(Date.now(), 2, calendar)));
    expect(row!.answer_by.getTime() - Date.now()).toBeGreaterThan(2 * 86_400_000);
    expect(row!.remind < row!.answer_by).toBe(true);
  });

  it('tells those who were asked when the publication is withdrawn, and ends an ended one no second time', async () => {
    const [pair, other] = (await published('both')) as [Pair, Pair];
    await mailsTo(pair.menteeId, ASKED);
    await settled();
    await answer(other.id, 'decline', await world.signIn(other.mentorId));
    await settled();
    expect((await world.call('post', `/runs/${run.id}/withdraw`, { body: {} })).status).toBe(200);
    await mailsTo(pair.menteeId, /was taken back$/);
    await mailsTo(pair.mentorId, /was taken back$/);
    await settled();
    expect(smtp.mails.filter(({ subject }) => /was taken back$/.test(subject))).toHaveLength(2);
    expect(await stateOf(pair.id)).toBe('ended');
  });

  it('tells both when an admin calls a proposal off', async () => {
    const [pair] = (await published('both')) as [Pair, Pair];
    await mailsTo(pair.menteeId, ASKED);
    expect((await world.call('post', `/mentorships/${pair.id}/end`, { body: {} })).status).toBe(200);
    for (const id of [pair.menteeId, pair.mentorId])
      expect((await mailsTo(id, ENDED))[0]!.text).toContain('called off before it began');
  });

  it('ends when one of the two stops taking part, and tells the other', async () => {
    const [pair, other] = (await published('both')) as [Pair, Pair];
    await mailsTo(pair.menteeId, ASKED);
    const { status } = await world.call('post', `/participations/${pair.mentorId}/pause`);
    expect(status).toBe(200);
    expect((await mailsTo(pair.menteeId, ENDED))[0]!.text).toContain('called off before it began');
    await settled();
    expect(smtp.mails.filter(({ subject }) => ENDED.test(subject))).toHaveLength(1);
    expect(await stateOf(pair.id)).toBe('ended');
    expect(await stateOf(other.id)).toBe('proposed');
  });

  it('can’t be answered by anybody else', async () => {
    const [pair, other] = (await published('both')) as [Pair, Pair];
    const stranger = await world.signIn(other.mentorId);
    const sponsor = await world.member('Sue Sponsor', 'sponsor');
    for (const word of ['confirm', 'decline'] as const) {
      expect((await answer(pair.id, word, stranger)).status).toBe(404);
      expect((await answer(pair.id, word, world.owner)).status).toBe(403);
      expect((await answer(pair.id, word, sponsor)).status).toBe(403);
    }
    const mentor = await world.signIn(pair.mentorId);
    expect((await world.call('post', `/mentorships/${pair.id}/release`, { as: mentor })).body).toMatchObject({
      code: 'mentorships.wrong-state',
    });
    await world.db.query(`UPDATE participation SET state = 'paused' WHERE id = $1`, [pair.menteeId]);
    expect((await answer(pair.id, 'confirm', mentor)).body).toMatchObject({
      code: 'mentorships.person-not-available',
    });
  });
});

describe('a round that asks the mentor alone', () => {
  it('shows the mentee nothing before the yes, and starts with it', async () => {
    const [pair] = (await published('mentor')) as [Pair, Pair];
    const [asked] = await mailsTo(pair.mentorId, ASKED);
    expect(asked!.text).toContain('hears of it once you say yes');
    const mentee = await world.signIn(pair.menteeId);
    expect((await world.call('get', '/mentorships/mine', { as: mentee })).body.items).toEqual([]);
    expect((await world.call('get', `/mentorships/${pair.id}`, { as: mentee })).status).toBe(404);
    expect((await answer(pair.id, 'confirm', mentee)).status).toBe(404);
    await answer(pair.id, 'confirm', await world.signIn(pair.mentorId));
    await mailsTo(pair.menteeId, /^Meet Mentor/);
    expect((await world.call('get', '/mentorships/mine', { as: mentee })).body.items).toMatchObject([
      { id: pair.id, state: 'active' },
    ]);
  });

  it('does not name a mentor who says no to a mentee who never heard of them', async () => {
    const [pair] = (await published('mentor')) as [Pair, Pair];
    await answer(pair.id, 'decline', await world.signIn(pair.mentorId));
    const [told] = await mailsTo(pair.menteeId, ENDED);
    expect(told!.subject).toBe('A match for you did not come about');
    expect(told!.text).not.toMatch(/Mentor \d/);
    const mentee = await world.signIn(pair.menteeId);
    expect((await world.call('get', '/mentorships/mine', { as: mentee })).body.items).toEqual([]);
  });
});
