import { jest } from '@jest/globals';
import { buildMentorship } from '../../support/factories/mentorship.factory.js';
import { MatchingWorld, type RunBody } from '../../support/matching-world.js';
import { MovingTime } from '../../support/moving-time.js';
import { type CaughtMail, TestSmtp } from '../../support/smtp.js';

jest.setTimeout(180_000);

/** A Monday, 10:00 in Berlin, where the programs of the factories are. */
const MONDAY = '2027-03-01T09:00:00.000Z';
const NEXT_MONDAY = '2027-03-08T09:00:00.000Z';
const NO_MENTOR = /^No mentor for you yet/;
const NO_MENTEE = /^No (new )?mentee for you this time/;

interface Answer {
  readonly person: { readonly participationId: string; readonly name: string };
  readonly role: string;
  readonly state: string;
  readonly at: string | null;
  readonly facts: { readonly why: string; readonly suitable: number | null };
}

let smtp: TestSmtp;
let world: MatchingWorld;
let time: MovingTime;

beforeAll(async () => {
  smtp = await TestSmtp.start();
  world = await MatchingWorld.start({ SMTP_URL: smtp.url, WORKER_POLL_MS: '50' });
  const worker = await world.startWorker();
  time = MovingTime.begin(world.db, MONDAY, [world.api.app, worker]);
});
afterAll(async () => {
  await time.stop();
  await world.stop();
  await smtp.stop();
});
beforeEach(async () => {
  await goTo(MONDAY);
  await world.newProgram();
  smtp.clear();
});

/** Moves the time; whoever is signed in would have been signed out on the way. */
async function goTo(instant: string): Promise<void> {
  time.set(instant);
  world.owner = await world.api.signIn(world.owner.accountId);
}

const answers = async (run: RunBody): Promise<Answer[]> =>
  (await world.call('get', `/runs/${run.id}/answers?limit=100`)).body.items as Answer[];
const publish = (run: RunBody, body: object = {}) => world.call('post', `/runs/${run.id}/publish`, { body });
const told = (subject: RegExp): CaughtMail[] => smtp.mails.filter((mail) => subject.test(mail.subject));
const addressOf = async (participationId: string): Promise<string> => {
  const [row] = await world.db.query<{ email: string }>(
    `SELECT a.email FROM participation p JOIN account a ON a.id = p.account_id WHERE p.id = $1`,
    [participationId],
  );
  return row!.email;
};
const addressesOf = async (people: readonly Answer[]): Promise<string[]> =>
  (await Promise.all(people.map(({ person }) => addressOf(person.participationId)))).sort();
const setProgram = (settings: object) =>
  world.db.query(`UPDATE program SET settings = settings || $2::jsonb WHERE id = $1`, [
    world.programId,
    JSON.stringify(settings),
  ]);
const words = (mail: CaughtMail): number =>
  mail.text
    .split('-- \n')[0]!
    .split(/\s+/)
    .filter((word) => /[\p{L}\d]/u.test(word)).length;

async function published(mentors: number, mentees: number, settings: object = {}): Promise<RunBody> {
  await world.populate(mentors, mentees);
  const run = await world.run(await world.closedCohort(settings));
  await publish(run);
  return run;
}

describe('those whom a publication leaves without a partner', () => {
  it('are told at the end of the hold, if they are still without one, each once', async () => {
    await world.populate(3, 4);
    const alone = world.mentorIds[2]!;
    await world.db.query(`UPDATE profile SET languages = '[{"code": "fi"}]' WHERE participation_id = $1`, [
      alone,
    ]);
    const cohortId = await world.closedCohort({ meanwhile: 'Sam holds an open hour on Thursdays.' });
    await world.call('post', '/cohorts', { body: { name: 'Autumn', termFrom: '2027-09-06' } });
    const run = await world.run(cohortId);
    expect((await answers(run)).map(({ role, state, at }) => [role, state, at])).toEqual([
      ['mentee', 'not-published', null],
      ['mentee', 'not-published', null],
      ['mentor', 'not-published', null],
    ]);
    await publish(run);
    const waiting = await answers(run);
    expect(waiting.map(({ role, state, at }) => [role, state, at])).toEqual([
      ['mentee', 'waiting', NEXT_MONDAY],
      ['mentee', 'waiting', NEXT_MONDAY],
      ['mentor', 'waiting', NEXT_MONDAY],
    ]);
    expect(waiting[0]!.facts).toMatchObject({ why: 'places-taken', suitable: 2 });
    expect(waiting[2]!.facts).toMatchObject({ why: 'nobody-suits', help: ['languages'] });
    const [left, lucky] = waiting;
    const preview = await world.call('get', `/runs/${run.id}/answers/${left!.person.participationId}`);
    const { mail } = preview.body as { mail: { subject: string; text: string } };
    expect(mail.text).toContain('2 mentors cover what you asked for, and all their places went.');

    await goTo('2027-03-08T08:59:59.000Z');
    await time.settled();
    expect(smtp.mails).toHaveLength(4);
    // Somebody was recruited for one of them meanwhile.
    await world.populate(1, 0);
    await buildMentorship(world.db, {
      programId: world.programId,
      mentorId: world.mentorIds[3]!,
      menteeId: lucky!.person.participationId,
    });
    await goTo(NEXT_MONDAY);
    await time.settled();
    const [toMentee, ...others] = told(NO_MENTOR);
    expect(others).toEqual([]);
    expect(toMentee!.to).toEqual([await addressOf(left!.person.participationId)]);
    expect(toMentee!.subject).toBe(mail.subject);
    expect(toMentee!.text).toBe(mail.text);
    for (const sentence of [
      'You go first when a place frees, until 29 August 2027, and in the next round.',
      'What would open more mentors to you: one more skill or goal in your profile or more times that suit you.',
      '> Sam holds an open hour on Thursdays.',
      'The next round, Autumn, begins on 6 September 2027.',
    ])
      expect(toMentee!.text.replaceAll(/\s+/g, ' ')).toContain(sentence);
    const [toMentor, ...more] = told(NO_MENTEE);
    expect(more).toEqual([]);
    expect(toMentor!.to).toEqual([await addressOf(alone)]);
    expect(toMentor!.text).toContain('This time nobody asked for what you offer.');
    for (const letter of [toMentee!, toMentor!]) {
      expect(letter.text).not.toMatch(/score|points|outbid|%|rank/i);
      expect(letter.parsed.replyTo?.value[0]?.address).toBe(world.owner.email);
      expect(words(letter)).toBeLessThanOrEqual(150);
    }
    expect((await answers(run)).map(({ state }) => state)).toEqual(['told', 'told']);
    // The bell rings again for nobody.
    await world.db.query(
      `UPDATE outbox_event SET done_at = NULL, rings = 0, next_ring_at = now() WHERE type = 'match-run.answers-due.v1'`,
    );
    await world.db.query(`DELETE FROM inbox_mark WHERE handler = 'matching.tell-unmatched'`);
    await time.settled();
    expect(smtp.mails).toHaveLength(6);
  });

  it('are not told on a day on which the program rests', async () => {
    await setProgram({ closedWeeks: [{ from: '2027-03-03', to: '2027-03-03' }] });
    const run = await published(1, 2);
    expect((await answers(run)).map(({ at }) => at)).toEqual(['2027-03-12T09:00:00.000Z']);
    await goTo('2027-03-09T00:00:00.000Z');
    await time.settled();
    expect(told(NO_MENTOR)).toEqual([]);
  });

  it('are told at once where the publication says so, but for those whose pairs are kept back', async () => {
    await world.populate(3, 5);
    const run = await world.run(await world.closedCohort());
    const { body } = await world.call('get', `/runs/${run.id}/pairs`);
    const pairs = (
      body.items as { mentee: { participationId: string }; mentor: { participationId: string } }[]
    ).map(({ mentee, mentor }) => ({ menteeId: mentee.participationId, mentorId: mentor.participationId }));
    const [first, second, third] = pairs;
    await world.call('post', `/runs/${run.id}/decisions`, {
      body: { decision: 'approved', pairs: [first] },
    });
    expect((await publish(run, { scope: 'approved', tellUnmatched: 'today' })).status).toBe(422);
    expect((await publish(run, { scope: 'approved', holdWorkingDays: 6 })).status).toBe(422);
    await publish(run, { scope: 'approved', tellUnmatched: 'now', holdWorkingDays: 2 });
    await time.settled();
    const list = await answers(run);
    const heard = list.filter(({ state }) => state === 'told');
    expect(heard.every(({ role }) => role === 'mentee')).toBe(true);
    expect(
      told(NO_MENTOR)
        .flatMap(({ to }) => to)
        .sort(),
    ).toEqual(await addressesOf(heard));
    expect(heard).toHaveLength(2);
    expect(list.filter(({ state }) => state === 'kept-back')).toHaveLength(4);
    expect(list.find(({ state }) => state === 'kept-back')).toMatchObject({
      at: '2027-03-03T09:00:00.000Z',
      facts: { why: 'match-open' },
    });

    await world.call('post', `/runs/${run.id}/decisions`, {
      body: { decision: 'declined', pairs: [third] },
    });
    await world.call('post', `/runs/${run.id}/decisions`, {
      body: { decision: 'suppressed', pairs: [second] },
    });
    await publish(run);
    await goTo('2027-03-03T09:00:00.000Z');
    await time.settled();
    const late = [second, third].flatMap((pair) => [pair!.menteeId, pair!.mentorId]);
    const addresses = (await Promise.all(late.map(addressOf))).sort();
    const mails = smtp.mails.filter(({ to }) => addresses.includes(to[0]!));
    expect(mails.flatMap(({ to }) => to).sort()).toEqual(addresses);
    const byAddress = new Map(mails.map((mail) => [mail.to[0]!, mail.text.replaceAll(/\s+/g, ' ')]));
    expect(byAddress.get(await addressOf(second!.menteeId))).toContain('is not settled yet');
    expect(byAddress.get(await addressOf(third!.mentorId))).toContain('It is no judgement on you.');
    expect(told(NO_MENTOR)).toHaveLength(4);
    expect(told(NO_MENTEE)).toHaveLength(2);
  });

  it('hear nothing of a publication that was taken back in time, and its truth when they had been told', async () => {
    await setProgram({ withdrawWithinHours: 720 });
    const run = await published(2, 3);
    await world.call('post', `/runs/${run.id}/withdraw`, { body: {} });
    await goTo(NEXT_MONDAY);
    await time.settled();
    expect(told(NO_MENTOR)).toEqual([]);
    expect((await answers(run)).map(({ state }) => state)).toEqual([]);

    const { cohortId } = (await world.call('get', `/runs/${run.id}`)).body as { cohortId: string };
    const second = await world.run(cohortId);
    await publish(second, { tellUnmatched: 'now' });
    await time.settled();
    const [once] = told(NO_MENTOR);
    smtp.clear();
    await world.call('post', `/runs/${second.id}/withdraw`, { body: {} });
    await time.settled();
    const anew = told(/is being matched anew/);
    expect(anew.map(({ to }) => to)).toEqual([once!.to]);
    expect(anew[0]!.text.replaceAll(/\s+/g, ' ')).toContain('you stand in line as you did before');

    const third = await world.run(cohortId);
    await publish(third, { tellUnmatched: 'now' });
    await time.settled();
    expect(told(NO_MENTOR)).toHaveLength(1);
  });

  it('are told what is missing of their own, and by whom it is not to be had: not those who have left', async () => {
    await world.populate(1, 4);
    const [, paused, gone] = world.menteeIds;
    const set = (id: string, state: string) =>
      world.db.query(`UPDATE participation SET state = $2 WHERE id = $1`, [id, state]);
    const cohortId = await world.closedCohort();
    await set(paused!, 'paused');
    await set(gone!, 'left');
    const run = await world.run(cohortId);
    await publish(run, { tellUnmatched: 'now' });
    await time.settled();
    const pausedAddress = await addressOf(paused!);
    expect(told(NO_MENTOR)).toHaveLength(2);
    const mail = told(NO_MENTOR).find(({ to }) => to.includes(pausedAddress));
    expect(mail!.text).toContain('What would open more mentors to you: ending your pause.');
    expect(mail!.text).not.toContain('You go first');
    expect(await waited(cohortId, paused!)).toBe(0);
  });
});

async function waited(cohortId: string, participationId: string): Promise<number> {
  const [row] = await world.db.query<{ waited: number }>(
    `SELECT rounds_waited AS waited FROM cohort_member WHERE cohort_id = $1 AND participation_id = $2`,
    [cohortId, participationId],
  );
  return row!.waited;
}

describe('an admin', () => {
  it('tells them earlier, or moves the end of the hold within the limit', async () => {
    const run = await published(1, 2);
    const plan = (await world.call('get', `/runs/${run.id}/answers`)).body as { version: number };
    const move = (tellAt: string, version: number | undefined = plan.version) =>
      world.call('patch', `/runs/${run.id}/answers`, {
        body: { tellAt },
        ...(version === -1 ? {} : { version }),
      });
    expect((await move('2027-03-04T10:00:00+01:00', -1)).status).toBe(428);
    expect((await move('2027-03-04T10:00:00+01:00', 99)).status).toBe(412);
    const late = await move('2027-03-08T09:00:01.000Z');
    expect(late.body).toMatchObject({
      status: 422,
      code: 'matching.answers-date',
      fields: [{ path: 'tellAt' }],
    });
    expect((await move('2027-03-01T08:00:00.000Z')).status).toBe(422);
    expect((await move('soon')).status).toBe(422);
    const moved = await move('2027-03-04T10:00:00+01:00');
    expect(moved.body).toMatchObject({ tellAt: '2027-03-04T09:00:00.000Z' });
    expect((await move('2027-03-03T10:00:00+01:00')).status).toBe(412);

    const both = await Promise.all([
      world.call('post', `/runs/${run.id}/answers/tell`),
      world.call('post', `/runs/${run.id}/answers/tell`),
    ]);
    for (const { status, body } of both) {
      expect(status).toBe(200);
      expect(body).toMatchObject({ tellAt: MONDAY, holdUntil: '2027-03-04T09:00:00.000Z' });
    }
    await time.settled();
    expect(told(NO_MENTOR)).toHaveLength(1);
    await goTo(NEXT_MONDAY);
    await time.settled();
    expect(told(NO_MENTOR)).toHaveLength(1);
  });

  it('can’t before the publication, nor after it was taken back', async () => {
    await world.populate(1, 2);
    const run = await world.run(await world.closedCohort());
    const tell = () => world.call('post', `/runs/${run.id}/answers/tell`);
    expect((await tell()).body).toMatchObject({ code: 'matching.run-not-published' });
    await publish(run);
    await world.call('post', `/runs/${run.id}/withdraw`, { body: {} });
    expect((await tell()).body).toMatchObject({ code: 'matching.run-withdrawn' });
    const matched = await world.call('get', `/runs/${run.id}/answers/${world.mentorIds[0]!}`);
    expect(matched.body).toMatchObject({ status: 404, code: 'matching.answer-unknown' });
  });
});

describe('those who were left over', () => {
  it('go first in the next round, whatever became of parts, pairs and publications of this one', async () => {
    await setProgram({ withdrawWithinHours: 720 });
    await world.populate(2, 4);
    const cohortId = await world.closedCohort();
    const counts = async () => Promise.all(world.menteeIds.map((id) => waited(cohortId, id)));
    const first = await world.run(cohortId);
    await publish(first);
    await world.call('post', `/runs/${first.id}/withdraw`, { body: {} });
    expect(await counts()).toEqual([0, 0, 0, 0]);
    const run = await world.run(cohortId);
    const { body } = await world.call('get', `/runs/${run.id}/pairs`);
    const [kept, forbidden] = body.items as {
      mentee: { participationId: string };
      mentor: { participationId: string };
    }[];
    await world.call('post', `/runs/${run.id}/decisions`, {
      body: {
        decision: 'approved',
        pairs: [{ menteeId: kept!.mentee.participationId, mentorId: kept!.mentor.participationId }],
      },
    });
    await publish(run, { scope: 'approved' });
    const path = `/cohorts/${cohortId}/overrides/${forbidden!.mentor.participationId}/${forbidden!.mentee.participationId}`;
    await world.db.query(
      `INSERT INTO pair_override (cohort_id, mentor_id, mentee_id, kind, created_by) VALUES ($1, $2, $3, 'forbid', $4)`,
      [cohortId, ...path.split('/').slice(-2), world.owner.accountId],
    );
    expect((await publish(run)).body).toMatchObject({ started: 1, skipped: [{ why: 'forbidden' }] });
    const left = world.menteeIds.filter((id) => id !== kept!.mentee.participationId);
    expect(await counts()).toEqual(world.menteeIds.map((id) => (left.includes(id) ? 1 : 0)));

    // Many newcomers, and three places in all: they belong to the three who waited.
    await world.populate(2, 6);
    const next = await world.closedCohort({ name: 'Next', rules: { excludeEarlierPartners: true } });
    const again = await world.run(next);
    const found = (await world.call('get', `/runs/${again.id}/pairs`)).body.items as {
      mentee: { participationId: string };
    }[];
    expect(found.map(({ mentee }) => mentee.participationId).sort()).toEqual([...left].sort());
  });
});
