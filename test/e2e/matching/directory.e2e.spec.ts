import { jest } from '@jest/globals';
import type { TestPerson } from '../../support/api-app.js';
import { MatchingWorld } from '../../support/matching-world.js';

jest.setTimeout(120_000);

interface MentorBody {
  readonly participationId: string;
  readonly name: string;
  readonly status: string;
  readonly reasons: readonly string[];
  readonly closest: boolean;
  readonly freePlaces: number;
}

let world: MatchingWorld;
let mentee: TestPerson;
beforeAll(async () => {
  world = await MatchingWorld.start();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.newProgram();
  await world.populate(8, 1);
  mentee = await world.signIn(world.menteeIds[0]!);
});

const list = async (query = '', as = mentee): Promise<MentorBody[]> => {
  const { body } = await world.call('get', `/mentors?limit=100${query}`, { as });
  return body.items as MentorBody[];
};

describe('the directory', () => {
  it('ranks for a mentee with reasons, page by page, and never says a score', async () => {
    const all = await list();
    expect(all).toHaveLength(8);
    expect(all.map(({ closest }) => closest)).toEqual([true, ...Array.from({ length: 7 }, () => false)]);
    expect(all[0]!.reasons.length).toBeGreaterThan(0);
    expect(JSON.stringify(all)).not.toMatch(/score|points|email/);
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await world.call(
        'get',
        `/mentors?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`,
        {
          as: mentee,
        },
      );
      paged.push(...(body.items as MentorBody[]).map(({ participationId }) => participationId));
      cursor = body.nextCursor as string | null;
      // Anybody can read a cursor: it says a place and a person, not how well the two suit.
      if (cursor !== null)
        expect(JSON.parse(Buffer.from(cursor, 'base64url').toString())).toEqual([paged.length, paged.at(-1)]);
    }
    expect(paged).toEqual(all.map(({ participationId }) => participationId));
  });

  it('leaves out who is full, pauses, is not approved or not informed; a name still finds the first two', async () => {
    const [full, paused, applied, away] = world.mentorIds;
    await world.db.query(`UPDATE profile SET capacity = 0 WHERE participation_id = $1`, [full]);
    await world.db.query(`UPDATE participation SET state = 'paused' WHERE id = $1`, [paused]);
    await world.db.query(`UPDATE participation SET state = 'applied' WHERE id = $1`, [applied]);
    await world.db.query(
      `UPDATE profile SET away_until = now() + interval '90 days' WHERE participation_id = $1`,
      [away],
    );
    expect((await list()).map(({ name }) => name).sort()).toEqual([
      'Mentor 5',
      'Mentor 6',
      'Mentor 7',
      'Mentor 8',
    ]);
    expect(await list('&q=mentor+1')).toMatchObject([{ name: 'Mentor 1', status: 'full', freePlaces: 0 }]);
    expect(await list('&q=MENTOR+2')).toMatchObject([{ name: 'Mentor 2', status: 'paused' }]);
    expect(await list('&q=mentor+3')).toEqual([]);
    expect((await world.call('get', `/mentors/${applied}`, { as: mentee })).status).toBe(404);
    await world.db.query(`UPDATE program SET settings = '{}' WHERE id = $1`, [world.programId]);
    expect(await list()).toEqual([]);
    await world.db.query(`UPDATE participation SET privacy_confirmed_at = now() WHERE id = $1`, [
      world.mentorIds[4],
    ]);
    expect((await list()).map(({ name }) => name)).toEqual(['Mentor 5']);
  });

  it('says of whoever is away what their own page says, and finds them by name alone', async () => {
    const [away, soonBack] = world.mentorIds;
    await world.db.query(
      `UPDATE profile SET headline = 'Keeps bees' WHERE participation_id = ANY($1::uuid[])`,
      [[away, soonBack]],
    );
    const beAway = (id: string | undefined, days: number): Promise<unknown> =>
      world.db.query(
        `UPDATE profile SET away_until = now() + make_interval(days => $2) WHERE participation_id = $1`,
        [id, days],
      );
    // Away for longer than the 14 days within which a first meeting is due, and for less.
    await beAway(away, 15);
    await beAway(soonBack, 13);
    for (const [id, status, name] of [
      [away, 'paused', 'mentor+1'],
      [soonBack, 'open', 'mentor+2'],
    ]) {
      expect(await list(`&q=${name}`)).toMatchObject([{ participationId: id, status }]);
      expect((await world.call('get', `/mentors/${id}`, { as: mentee })).body).toMatchObject({ status });
    }
    expect((await list('&q=bees')).map(({ participationId }) => participationId)).toEqual([soonBack]);
    const [skill] = await world.db.query<{ id: string }>(
      `SELECT s.skill_id AS id FROM profile_skill s JOIN profile p ON p.id = s.profile_id
       WHERE p.participation_id = $1 LIMIT 1`,
      [away],
    );
    const offering = async (): Promise<string[]> =>
      (await list(`&q=${skill!.id}`)).map(({ participationId }) => participationId);
    expect(await offering()).not.toContain(away);
    await beAway(away, 0);
    expect(await offering()).toContain(away);
    expect((await list('&q=bees')).map(({ status }) => status)).toEqual(['open', 'open']);
  });

  it('counts no closed weeks when somebody is away', async () => {
    const [away] = world.mentorIds;
    const day = (ahead: number): string =>
      new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    const status = async (): Promise<unknown> =>
      ((await world.call('get', `/mentors/${away}`, { as: mentee })).body as { status: string }).status;
    await world.db.query(
      `UPDATE profile SET away_until = now() + interval '20 days' WHERE participation_id = $1`,
      [away],
    );
    expect(await status()).toBe('paused');
    const { body } = await world.call('get', '');
    const closedWeeks = [{ from: day(7), to: day(7) }];
    const changed = await world.call('patch', '', {
      body: { settings: { closedWeeks } },
      version: (body as { version: number }).version,
    });
    expect(changed.status).toBe(200);
    expect(await status()).toBe('open');
  });

  it('calls nobody the closest whom one can’t ask', async () => {
    const [first, second] = await list();
    await world.db.query(`UPDATE participation SET state = 'paused' WHERE id = $1`, [first!.participationId]);
    const found = await list('&q=mentor');
    const closest = found.filter((mentor) => mentor.closest);
    expect(found).toHaveLength(8);
    expect(closest.map(({ participationId }) => participationId)).toEqual([second!.participationId]);
  });

  it('narrows by skill, and lists without reasons for others than mentees', async () => {
    const offering = await list('&skill=python');
    expect(offering.length).toBeGreaterThan(0);
    expect(offering.length).toBeLessThan(8);
    expect(await list('&skill=no-such-skill-anywhere')).toEqual([]);
    const asOwner = await list('', world.owner);
    expect(asOwner).toHaveLength(8);
    expect(asOwner.every(({ reasons, closest }) => reasons.length === 0 && !closest)).toBe(true);
  });

  it('says what is in the way of one mentor', async () => {
    const [mentor, own] = world.mentorIds;
    const path = `/mentors/${mentor}`;
    expect((await world.call('get', path, { as: mentee })).body).toMatchObject({
      obstacles: [],
      status: 'open',
    });
    await world.db.query(`UPDATE profile SET languages = '[{"code": "fi"}]' WHERE participation_id = $1`, [
      mentor,
    ]);
    expect((await world.call('get', path, { as: mentee })).body).toMatchObject({
      obstacles: ['they share no language at the level that the rules ask for'],
      reasons: [],
    });
    expect((await list()).map(({ name }) => name)).not.toContain('Mentor 1');
    await world.db.query(
      `UPDATE participation SET account_id = (SELECT account_id FROM participation WHERE id = $2) WHERE id = $1`,
      [own, world.menteeIds[0]],
    );
    expect((await list()).map(({ participationId }) => participationId)).not.toContain(own);
    expect((await world.call('get', `/mentors/${own}`, { as: mentee })).status).toBe(404);
  });
});
