import { jest } from '@jest/globals';
import { inOneLine, MailedWorld } from '../../support/mailed-world.js';
import type { MatchingWorld, RunBody } from '../../support/matching-world.js';

jest.setTimeout(180_000);

const MONDAY = '2027-03-01T09:00:00.000Z';
const NOTE = 'A private note for the coordinator.';
const CHANGE = /^A change in /;
const ANSWER = /^Your wish for another partner/;
const ASKED = /asks for another partner$/;

interface Mentorship {
  readonly id: string;
  readonly mentor: string;
  readonly mentee: string;
  readonly state: string;
  readonly version: number;
}

let mailed: MailedWorld;
let world: MatchingWorld;

beforeAll(async () => {
  mailed = await MailedWorld.start(MONDAY);
  world = mailed.world;
});
afterAll(() => mailed.stop());
beforeEach(() => mailed.begin(MONDAY));

const mentorships = (): Promise<Mentorship[]> =>
  world.db.query<Mentorship>(
    `SELECT id, mentor_id AS mentor, mentee_id AS mentee, state, version FROM mentorship WHERE program_id = $1 ORDER BY id`,
    [world.programId],
  );
const live = async (): Promise<Mentorship[]> =>
  (await mentorships()).filter(({ state }) => state === 'active');

/** A round that was published, and its mentorships. */
async function round(mentors: number, mentees: number): Promise<{ cohortId: string; pairs: Mentorship[] }> {
  await world.populate(mentors, mentees);
  const cohortId = await world.closedCohort();
  const run = await world.run(cohortId);
  await world.call('post', `/runs/${run.id}/publish`, { body: { tellUnmatched: 'now' } });
  await mailed.time.settled();
  mailed.smtp.clear();
  return { cohortId, pairs: await live() };
}

async function ask(pair: Mentorship, who: string, body: object = {}) {
  const as = await mailed.signIn(who);
  return world.call('post', `/mentorships/${pair.id}/rematch-requests`, { as, body });
}

async function rematch(cohortId: string, body: object = {}): Promise<RunBody> {
  const started = await world.call('post', `/cohorts/${cohortId}/rematch`, { body });
  expect(started.status).toBe(202);
  return world.ended((started.body as { id: string }).id);
}

const publish = (run: RunBody) => world.call('post', `/runs/${run.id}/publish`, { body: {} });
const requests = async (): Promise<{ state: string; note: string | null; askedBy: string }[]> =>
  (await world.call('get', '/rematch-requests?limit=100')).body.items as {
    state: string;
    note: string | null;
    askedBy: string;
  }[];

describe('a wish for another partner', () => {
  it('is read by whoever asked and the coordinator, and by nobody else', async () => {
    const { pairs } = await round(2, 2);
    const [pair, other] = pairs as [Mentorship, Mentorship];
    const both = await Promise.all([
      ask(pair, pair.mentee, { note: NOTE }),
      ask(pair, pair.mentee, { note: NOTE }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'matching.rematch-asked' });
    expect((await ask(pair, other.mentee)).status).toBe(404);
    const path = `/mentorships/${pair.id}/rematch-requests`;
    const own = await world.call('get', path, { as: await mailed.signIn(pair.mentee) });
    expect(own.body.items).toMatchObject([{ state: 'open', askedBy: 'mentee', note: NOTE }]);
    const partner = await world.call('get', path, { as: await mailed.signIn(pair.mentor) });
    expect(partner.body).toEqual({ items: [], nextCursor: null });
    expect((await world.call('get', path, { as: await mailed.signIn(other.mentee) })).status).toBe(404);
    expect(await requests()).toMatchObject([{ state: 'open', note: NOTE }]);
    const [toOwner, ...others] = await mailed.told(/./);
    expect(others).toEqual([]);
    expect(toOwner!.to).toEqual([world.owner.email]);
    expect(toOwner!.subject).toMatch(ASKED);
    expect(toOwner!.text).not.toContain(NOTE);
  });

  it('can be taken back, and made three times at most', async () => {
    const [pair] = (await round(1, 1)).pairs as [Mentorship];
    const as = await mailed.signIn(pair.mentor);
    for (const turn of [1, 2, 3, 4]) {
      const asked = await ask(pair, pair.mentor);
      const { id } = asked.body as { id: string };
      const withdrawn = await world.call('post', `/rematch-requests/${id}/withdraw`, { as });
      expect([turn, withdrawn.body.state]).toEqual([turn, 'withdrawn']);
    }
    for (const turn of [1, 2, 3]) {
      const { body } = await ask(pair, pair.mentor);
      const declined = await world.call('post', `/rematch-requests/${(body as { id: string }).id}/decline`, {
        body: {},
      });
      expect([turn, declined.status]).toEqual([turn, 200]);
      const late = await world.call('post', `/rematch-requests/${(body as { id: string }).id}/withdraw`, {
        as,
      });
      expect(late.body).toMatchObject({ status: 409, code: 'matching.rematch-request-closed' });
    }
    expect((await ask(pair, pair.mentor)).body).toMatchObject({ code: 'matching.rematch-asked-often' });
    const mentee = await ask(pair, pair.mentee);
    expect(mentee.status).toBe(201);
    await world.call('post', `/mentorships/${pair.id}/end`, { body: {} });
    expect((await ask(pair, pair.mentee)).body).toMatchObject({ code: 'matching.mentorship-over' });
    expect((await requests())[0]).toMatchObject({ state: 'overtaken', askedBy: 'mentee' });
  });

  it('is declined kindly, in the coordinator’s words, and the partner hears nothing', async () => {
    const [pair] = (await round(1, 1)).pairs as [Mentorship];
    const { body } = await ask(pair, pair.mentee, { note: NOTE });
    const decline = () =>
      world.call('post', `/rematch-requests/${(body as { id: string }).id}/decline`, {
        body: { answer: 'Let us talk on Friday.' },
      });
    const answers = await Promise.all([decline(), decline()]);
    for (const answer of answers) expect(answer.body).toMatchObject({ state: 'declined' });
    const [mail, ...more] = await mailed.told(ANSWER);
    expect(more).toEqual([]);
    expect(mail!.to).toEqual([await mailed.addressOf(pair.mentee)]);
    expect(mail!.text).toContain('> Let us talk on Friday.');
    expect(await mailed.told(/./, pair.mentor)).toEqual([]);
    expect(await live()).toHaveLength(1);
  });
});

describe('a re-match in the middle of a round', () => {
  it('exchanges the partners of those who asked when it is published, and leaves everybody else', async () => {
    const { cohortId, pairs } = await round(4, 4);
    const [one, two, ...rest] = pairs as [Mentorship, Mentorship, Mentorship, Mentorship];
    await ask(one, one.mentee, { note: NOTE });
    await ask(two, two.mentor);
    const run = await rematch(cohortId);
    expect(run).toMatchObject({ state: 'succeeded', kind: 'rematch', pairs: 2 });
    expect(await mentorships()).toEqual(pairs);
    await mailed.told(/./);
    mailed.smtp.clear();

    const both = await Promise.all([publish(run), publish(run)]);
    for (const { body } of both) expect(body).toEqual({ started: 2, skipped: [], held: 0, declined: 0 });
    const after = await mentorships();
    expect(after.filter(({ id }) => rest.some((pair) => pair.id === id))).toEqual(rest);
    expect(after.filter(({ state }) => state === 'ended').map(({ id }) => id)).toEqual([one.id, two.id]);
    const fresh = after.filter(({ id }) => !pairs.some((pair) => pair.id === id));
    expect(fresh.map(({ mentor, mentee }) => [mentor, mentee]).sort()).toEqual(
      [
        [one.mentor, two.mentee],
        [two.mentor, one.mentee],
      ].sort(),
    );
    expect((await requests()).map(({ state }) => state)).toEqual(['rematched', 'rematched']);
    const people = [one.mentor, one.mentee, two.mentor, two.mentee];
    for (const person of people) {
      const [change, ...more] = await mailed.told(CHANGE, person);
      expect(more).toEqual([]);
      expect(inOneLine(change!)).toContain('It is no judgement on you');
      expect(inOneLine(change!)).not.toMatch(/asked|request|wish|private note/i);
      expect(await mailed.told(/^Meet /, person)).toHaveLength(1);
    }
    expect(await mailed.told(/./)).toHaveLength(8);
    expect((await world.call('get', `/cohorts/${cohortId}`)).body).toMatchObject({ state: 'published' });
    for (const other of [run.id, await publishedRun(cohortId)]) {
      const withdraw = await world.call('post', `/runs/${other}/withdraw`, { body: {} });
      expect(withdraw.body).toMatchObject({ status: 409, code: 'matching.rematch-not-withdrawable' });
    }
  });

  it('keeps a pair together for whom nobody is found, and says so to whoever asked alone', async () => {
    const { cohortId, pairs } = await round(1, 1);
    const [pair] = pairs as [Mentorship];
    await ask(pair, pair.mentee);
    const run = await rematch(cohortId);
    expect(run).toMatchObject({ state: 'succeeded', pairs: 0 });
    await publish(run);
    expect(await live()).toEqual([pair]);
    const [mail, ...more] = await mailed.told(ANSWER);
    expect(more).toEqual([]);
    expect(mail!.to).toEqual([await mailed.addressOf(pair.mentee)]);
    expect(inOneLine(mail!)).toContain('found nobody who suits and is free just now');
    expect(await mailed.told(/./, pair.mentor)).toEqual([]);
    expect((await requests()).map(({ state }) => state)).toEqual(['not-found']);
  });

  it('takes late joiners in, and gives a place first to those who were left over', async () => {
    const { cohortId, pairs } = await round(1, 2);
    const [pair] = pairs as [Mentorship];
    const left = world.menteeIds.find((id) => id !== pair.mentee)!;
    await world.populate(1, 1);
    const [late, lateMentee] = [world.mentorIds[1]!, world.menteeIds[2]!];
    const enrolled = await world.call('post', `/cohorts/${cohortId}/members`, {
      body: { participationIds: [late, lateMentee] },
    });
    expect(enrolled.body).toEqual({ enrolled: 2 });
    const run = await rematch(cohortId, { mentorshipIds: [pair.id] });
    await publish(run);
    // Two places for three: whoever waited has one, and whoever had one has one still, here or there.
    const now = await live();
    expect(now.map(({ mentee }) => mentee).sort()).toEqual([left, pair.mentee].sort());
    expect(new Set(now.map(({ mentor }) => mentor))).toEqual(new Set([pair.mentor, late]));
    const [row] = await world.db.query<{ waited: number }>(
      `SELECT rounds_waited AS waited FROM cohort_member WHERE cohort_id = $1 AND participation_id = $2`,
      [cohortId, left],
    );
    expect(row).toEqual({ waited: 0 });
    await mailed.goTo('2027-03-08T09:00:00.000Z');
    const told = await mailed.told(/^No mentor for you yet/);
    expect(told.map(({ to }) => to[0])).toEqual([await mailed.addressOf(lateMentee)]);
  });

  it('never makes a pair again of which one has asked for another', async () => {
    const { cohortId, pairs } = await round(2, 2);
    const [one, two] = pairs as [Mentorship, Mentorship];
    await ask(one, one.mentee);
    await publish(await rematch(cohortId, { mentorshipIds: [one.id, two.id] }));
    for (const { id } of await live()) await world.call('post', `/mentorships/${id}/end`, { body: {} });
    const next = await world.closedCohort({ name: 'Next', rules: { excludeEarlierPartners: false } });
    const run = await world.run(next);
    const { body } = await world.call(
      'get',
      `/runs/${run.id}/why-not?mentee=${one.mentee}&mentor=${one.mentor}`,
    );
    expect(body.kind).not.toBe('paired');
    const found = (await world.call('get', `/runs/${run.id}/pairs`)).body.items as {
      mentee: { participationId: string };
      mentor: { participationId: string };
    }[];
    expect(
      found.map(({ mentee, mentor }) => [mentee.participationId, mentor.participationId]),
    ).not.toContainEqual([one.mentee, one.mentor]);
    expect(run.pairs).toBe(2);
  });

  it('is refused where there is nothing to match again, and names what can’t be taken in', async () => {
    await world.populate(2, 2);
    const cohortId = await world.closedCohort();
    const early = await world.call('post', `/cohorts/${cohortId}/rematch`, { body: {} });
    expect(early.body).toMatchObject({ status: 409, code: 'matching.cohort-state' });
    const run = await world.run(cohortId);
    await publish(run);
    const [pair] = await live();
    await world.call('post', `/mentorships/${pair!.id}/end`, { body: {} });
    const odd = await world.call('post', `/cohorts/${cohortId}/rematch`, {
      body: { mentorshipIds: [pair!.id, world.mentorIds[0]] },
    });
    expect(odd.body).toMatchObject({
      status: 422,
      code: 'matching.rematch-pairs',
      fields: [{ path: 'mentorshipIds.0' }, { path: 'mentorshipIds.1' }],
    });
  });
});

async function publishedRun(cohortId: string): Promise<string> {
  const { body } = await world.call('get', `/cohorts/${cohortId}`);
  return (body as { publishedRunId: string }).publishedRunId;
}
