import { jest } from '@jest/globals';
import { MailTokens } from '#accounts';
import { StartMentorships } from '#mentorships';
import { MatchingWorld } from '../../support/matching-world.js';

jest.setTimeout(120_000);

let world: MatchingWorld;
beforeAll(async () => {
  world = await MatchingWorld.start();
});
afterAll(() => world.stop());
beforeEach(() => world.newProgram());

const start = (mentorId: string, menteeId: string) =>
  world.api.app.get(StartMentorships, { strict: false }).execute(
    [
      {
        mentorId,
        menteeId,
        source: 'admin',
        sourceId: null,
        rationale: { forMentee: ['offers SQL'], forMentor: ['wants SQL'] },
      },
    ],
    { programId: world.programId },
  );

const codesOf = (outcomes: PromiseSettledResult<unknown>[]): unknown[] =>
  outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [(outcome.reason as { code: string }).code] : [],
  );

const eventsOf = (mentorshipId: string) =>
  world.db.query<{ type: string; wait: number }>(
    `SELECT type, extract(epoch FROM due_at - created_at)::float / 3600 AS wait FROM outbox_event
     WHERE subject_id = $1 ORDER BY type`,
    [mentorshipId],
  );

describe('starting mentorships', () => {
  it('gives the last place to one of eight who ask at once', async () => {
    await world.populate(1, 8, 1);
    const [mentor] = world.mentorIds;
    const outcomes = await Promise.allSettled(world.menteeIds.map((mentee) => start(mentor!, mentee)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(codesOf(outcomes)).toEqual(Array.from({ length: 7 }, () => 'mentorships.mentor-full'));
    const [row] = await world.db.query<{ live: number }>(
      `SELECT count(*)::int AS live FROM mentorship WHERE mentor_id = $1`,
      [mentor],
    );
    expect(row).toEqual({ live: 1 });
  });

  it('fills two places, and never makes the same pair twice', async () => {
    await world.populate(1, 1, 3);
    const [mentor] = world.mentorIds;
    const [mentee] = world.menteeIds;
    const outcomes = await Promise.allSettled([
      start(mentor!, mentee!),
      start(mentor!, mentee!),
      start(mentor!, mentee!),
    ]);
    expect(codesOf(outcomes)).toEqual(['mentorships.already-paired', 'mentorships.already-paired']);
  });

  it('refuses people of another program and those who pause', async () => {
    await world.populate(1, 1);
    const [foreign] = world.mentorIds;
    await world.newProgram();
    await world.populate(1, 2);
    await world.db.query(`UPDATE participation SET state = 'paused' WHERE id = $1`, [world.menteeIds[1]]);
    await expect(start(foreign!, world.menteeIds[0]!)).rejects.toMatchObject({
      code: 'mentorships.person-not-available',
    });
    await expect(start(world.mentorIds[0]!, world.menteeIds[1]!)).rejects.toMatchObject({
      code: 'mentorships.person-not-available',
    });
  });

  it('ends after the months that the program says, and owes one event for each', async () => {
    await world.populate(1, 1);
    const { started } = await start(world.mentorIds[0]!, world.menteeIds[0]!);
    const [row] = await world.db.query<{ months: number }>(
      `SELECT round(extract(epoch FROM ends_at - started_at) / 86400 / 30.4)::int AS months FROM mentorship WHERE id = $1`,
      [started[0]!.id],
    );
    expect(row).toEqual({ months: 6 });
    expect(await eventsOf(started[0]!.id)).toEqual([{ type: 'mentorship.started.v1', wait: 0 }]);
  });
});

describe('reading a mentorship', () => {
  it('shows each side their own reasons and the address of the partner, while it is under way', async () => {
    await world.populate(1, 2);
    const { started } = await start(world.mentorIds[0]!, world.menteeIds[0]!);
    const path = `/mentorships/${started[0]!.id}`;
    const mentor = await world.signIn(world.mentorIds[0]!);
    const mentee = await world.signIn(world.menteeIds[0]!);
    const other = await world.signIn(world.menteeIds[1]!);
    const asMentor = (await world.call('get', path, { as: mentor })).body;
    expect(asMentor).toMatchObject({ you: 'mentor', reasons: ['wants SQL'] });
    expect(asMentor.mentee.email).toBe(mentee.email);
    const asMentee = (await world.call('get', path, { as: mentee })).body;
    expect(asMentee).toMatchObject({ you: 'mentee', reasons: ['offers SQL'], endReason: null });
    expect((await world.call('get', path, { as: other })).status).toBe(404);
    expect((await world.call('get', '/mentorships/mine', { as: other })).body.items).toEqual([]);
    const ended = await world.call('post', `${path}/end`, { as: mentee, body: { reason: 'private words' } });
    expect(ended.body).toMatchObject({ state: 'ended', endReason: 'private words' });
    const after = (await world.call('get', path, { as: mentor })).body;
    expect(after).toMatchObject({ state: 'ended', endReason: null });
    expect(after.mentee.email).toBeNull();
    const again = await world.call('post', `${path}/end`, { as: mentee, body: {} });
    expect(again.body.code).toBe('mentorships.wrong-state');
  });
});

describe('“I can’t take this on now”', () => {
  it('tells the coordinator at once and the mentee after three working days', async () => {
    await world.populate(1, 1);
    const { started } = await start(world.mentorIds[0]!, world.menteeIds[0]!);
    const { id } = started[0]!;
    const mentee = await world.signIn(world.menteeIds[0]!);
    expect((await world.call('post', `/mentorships/${id}/release`, { as: mentee })).status).toBe(403);
    const mentor = await world.signIn(world.mentorIds[0]!);
    const released = await world.call('post', `/mentorships/${id}/release`, { as: mentor });
    expect(released.body).toMatchObject({ state: 'ended', endReason: 'released' });
    const events = await eventsOf(id);
    expect(events.map(({ type }) => type)).toEqual([
      'mentorship.ended.v1',
      'mentorship.release-notice-due.v1',
      'mentorship.released.v1',
      'mentorship.started.v1',
    ]);
    expect(events[1]!.wait).toBeGreaterThan(48);
    expect(events[1]!.wait).toBeLessThan(24 * 6);
  });

  it('works from the mail without signing in, once, and only for the mentor', async () => {
    await world.populate(1, 1);
    const { started } = await start(world.mentorIds[0]!, world.menteeIds[0]!);
    const { id } = started[0]!;
    const tokens = world.api.app.get(MailTokens, { strict: false });
    const linkOf = async (accountId: string): Promise<string> => {
      const context = { mentorshipId: id };
      const expiresAt = new Date(Date.now() + 86_400_000);
      return tokens.urlTokenOf(
        await tokens.issue({ accountId, purpose: 'mentorship.release', context, expiresAt }),
      );
    };
    const stateOf = async () =>
      (await world.db.query<{ state: string }>(`SELECT state FROM mentorship WHERE id = $1`, [id]))[0]!.state;
    const mentee = await world.signIn(world.menteeIds[0]!);
    const wrong = await linkOf(mentee.accountId);
    await world.api.http.post(`/a/${wrong}`).type('form').send({});
    expect(await stateOf()).toBe('active');
    const mentor = await world.signIn(world.mentorIds[0]!);
    const link = await linkOf(mentor.accountId);
    const page = await world.api.http.get(`/a/${link}`);
    expect([page.status, await stateOf()]).toEqual([200, 'active']);
    expect(page.text).toContain('Mentee 1');
    expect((await world.api.http.post(`/a/${link}`).type('form').send({})).status).toBe(200);
    expect(await stateOf()).toBe('ended');
    expect((await world.api.http.get(`/a/${link}`)).status).toBe(410);
  });
});
