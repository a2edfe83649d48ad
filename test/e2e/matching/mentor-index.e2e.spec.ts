import type { NestExpressApplication } from '@nestjs/platform-express';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import request from 'supertest';
import { v7 } from 'uuid';
import { createApi } from '../../../apps/api/src/create-api.js';
import type { TestPerson } from '../../support/api-app.js';
import { buildAccount } from '../../support/factories/account.factory.js';
import { MentorIndex } from '../../../libs/matching/src/application/mentor-index.js';
import { buildMentorship } from '../../support/factories/mentorship.factory.js';
import { buildRequest } from '../../support/factories/request.factory.js';
import { MatchingWorld } from '../../support/matching-world.js';
import { type ListedByHand, RankingByHand } from '../../support/ranking-by-hand.js';

jest.setTimeout(240_000);

const SKILLS = ['javascript', 'python', 'sql', 'negotiation', 'React', 'Knitting of APIs', 'Falconry'];
const LANGUAGES = ['en', 'de', 'fi'];

let world: MatchingWorld;
/** A second API on the same database, which writes nothing and has a memory of its own. */
let other: NestExpressApplication;
let mentees: TestPerson[] = [];

beforeAll(async () => {
  world = await MatchingWorld.start();
  other = await createApi(world.api.config);
  await other.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await other.close();
  await world.stop();
});

async function newWorld(): Promise<void> {
  await world.newProgram();
  await world.populate(7, 2, 2);
  // Whoever is not informed about privacy is no mentee yet, and gets a list in no order.
  await world.db.query(`UPDATE participation SET privacy_confirmed_at = now() WHERE id = ANY($1::uuid[])`, [
    world.menteeIds,
  ]);
  mentees = await Promise.all(world.menteeIds.map((id) => world.signIn(id)));
  await addRun({});
}

/** A run that has succeeded: its weights, rules and term rank from now on. */
async function addRun(settings: object): Promise<void> {
  const cohortId = await world.closedCohort({ name: v7(), ...settings });
  await world.db.query(
    `INSERT INTO match_run (id, program_id, cohort_id, state, parameters, requested_by, summary)
     SELECT $1, program_id, id, 'succeeded', jsonb_build_object('weights', weights, 'rules', rules, 'termFrom', term_from,
       'termWeeks', term_weeks), created_by, '{"strengthScale": {"strongFrom": 6000, "goodFrom": 4000}}'
     FROM cohort WHERE id = $2`,
    [v7(), cohortId],
  );
}

/** The whole list, page by page. */
async function list(
  app: NestExpressApplication,
  as: TestPerson,
  query: string,
  limit: number,
): Promise<ListedByHand[]> {
  const found: ListedByHand[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await request(app.getHttpServer())
      .get(world.path(`/mentors?limit=${limit}${query}${cursor === '' ? '' : `&cursor=${cursor}`}`))
      .set('Authorization', as.bearer);
    found.push(...(body.items as ListedByHand[]));
    cursor = body.nextCursor as string | null;
  }
  return found;
}

async function expectRight(which: number): Promise<void> {
  const at = which % mentees.length;
  const app = which % 2 === 0 ? other : world.api.app;
  const byHand = new RankingByHand(world.api.app, world.programId);
  const id = world.menteeIds[at]!;
  const limit = 1 + (which % 9);
  expect(await list(app, mentees[at]!, '', limit)).toMatchObject(await byHand.list(id, false));
  // Everybody of this world has an e in the name.
  expect(await list(app, mentees[at]!, '&q=e', limit)).toMatchObject(await byHand.list(id, true));
}

const skillsOf = (value: number): object[] =>
  SKILLS.filter((_, index) => (value >> index) % 2 === 1).map((skill, index) => ({
    skill,
    level: 1 + ((value + index) % 5),
    priority: 1 + ((value + index) % 3),
  }));

async function putProfile(participationId: string, as: TestPerson, value: number): Promise<number> {
  const path = `/participations/${participationId}/profile`;
  const { body } = await world.call('get', path, { as });
  const put = await world.call('put', path, {
    as,
    version: (body as { version: number }).version,
    body: {
      headline: `number ${value}`,
      skills: skillsOf(value),
      languages: [{ code: LANGUAGES[value % 3], level: 1 + (value % 4) }],
      goals: value % 5 === 0 ? [] : ['leadership'],
      yearsExperience: value % 20,
      capacity: value % 4,
      timeZone: value % 6 === 0 ? 'Asia/Kathmandu' : 'Europe/Berlin',
      windows: [{ weekday: 'TU', startMinute: 960 + 15 * (value % 8), endMinute: 1200 }],
      awayUntil: value % 7 === 0 ? '2190-01-01T00:00:00Z' : null,
    },
  });
  return put.status;
}

const mentorOf = (who: number): string => world.mentorIds[who % world.mentorIds.length]!;

async function isThere(participationId: string): Promise<boolean> {
  const rows = await world.db.query(`SELECT 1 FROM participation WHERE id = $1`, [participationId]);
  return rows.length > 0;
}

/** Everything that changes what a list says; each takes two numbers to choose by. */
const changes: Readonly<Record<string, (who: number, value: number) => Promise<unknown>>> = {
  'mentor saves the profile': async (who, value) => {
    if (await isThere(mentorOf(who)))
      await putProfile(mentorOf(who), await world.signIn(mentorOf(who)), value);
  },
  'mentee saves the profile': (who, value) =>
    putProfile(world.menteeIds[who % 2]!, mentees[who % 2]!, value | 1),
  'mentor pauses or resumes': (who, value) =>
    world.call('post', `/participations/${mentorOf(who)}/${value % 2 === 0 ? 'pause' : 'resume'}`),
  'mentor leaves': (who) => world.call('post', `/participations/${mentorOf(who)}/leave`),
  'mentor confirms privacy': async (who) => {
    if (await isThere(mentorOf(who)))
      await world.call('post', `/participations/${mentorOf(who)}/privacy-confirmation`, {
        as: await world.signIn(mentorOf(who)),
      });
  },
  'organisation informs people, or not': (_, value) =>
    world.db.query(`UPDATE program SET settings = $2 WHERE id = $1`, [
      world.programId,
      { organisationInformsPeople: value % 3 > 0 },
    ]),
  'mentor joins': async () => world.populate(1, 0, 1),
  'mentor is renamed': (who, value) =>
    world.db.query(
      `UPDATE account SET name = $2 WHERE id = (SELECT account_id FROM participation WHERE id = $1)`,
      [mentorOf(who), `Renée ${value}`],
    ),
  'mentor is erased': (who) =>
    world.db.query(`DELETE FROM account WHERE id = (SELECT account_id FROM participation WHERE id = $1)`, [
      mentorOf(who),
    ]),
  'mentorship begins': async (who, value) => {
    const pair = { mentorId: mentorOf(who), menteeId: world.menteeIds[value % 2]! };
    if (await isThere(pair.mentorId))
      await buildMentorship(world.db, { programId: world.programId, ...pair }).catch(() => undefined);
  },
  'mentorships end': (who) =>
    world.db.query(`UPDATE mentorship SET state = 'ended', ended_at = now() WHERE mentor_id = $1`, [
      mentorOf(who),
    ]),
  'mentor is wished for': (who, value) =>
    buildRequest(world.db, {
      programId: world.programId,
      mentorId: mentorOf(who),
      menteeId: world.menteeIds[value % 2]!,
      state: 'queued',
    }).catch(() => undefined),
  'mentor gets a manager': (who, value) =>
    world.db.query(`UPDATE profile SET manager_email = $2 WHERE participation_id = $1`, [
      mentorOf(who),
      value % 2 === 0 ? mentees[(value % 4) >> 1]!.email : `boss-${value % 3}-${world.programId}@example.org`,
    ]),
  'mentee takes the address of a manager': (who, value) =>
    world.db
      .query(`UPDATE account SET email = $2 WHERE id = $1`, [
        mentees[who % 2]!.accountId,
        `boss-${value % 3}-${world.programId}@example.org`,
      ])
      .catch(() => undefined),
  'mentor offers one more skill': async (who, value) =>
    world.db.query(
      `INSERT INTO profile_skill (profile_id, skill_id, level) SELECT id, $2, $3 FROM profile WHERE participation_id = $1
       ON CONFLICT (profile_id, skill_id) DO UPDATE SET level = excluded.level`,
      [mentorOf(who), ['negotiation', 'sql', 'python'][value % 3], 1 + (value % 5)],
    ),
  'skill is merged': async (who, value) => {
    const skills = await world.db.query<{ id: string }>(
      `SELECT id FROM program_skill WHERE program_id = $1 ORDER BY id`,
      [world.programId],
    );
    const chosen = skills[who % Math.max(1, skills.length)];
    if (chosen === undefined) return;
    await world.call('post', `/skills/custom:${chosen.id}/merge`, {
      body: { into: ['python', 'sql'][value % 2] },
    });
  },
  'run succeeds': (_, value) =>
    addRun({
      weights: value % 2 === 0 ? { skills: 80, goals: 20 } : { skills: 50, availability: 50 },
      termFrom: value % 3 === 0 ? '2027-03-01' : '2028-01-01',
    }),
  'mentor moves to another account': async (who) => {
    const account = await buildAccount(world.db, { name: 'Emre' });
    await world.db.query(`UPDATE participation SET account_id = $2 WHERE id = $1`, [
      mentorOf(who),
      account.id,
    ]);
  },
};

describe('the index of mentors', () => {
  it('ranks like the reference after any sequence of changes, in every API process', async () => {
    const step = fc.record({
      kind: fc.constantFrom(...Object.keys(changes)),
      who: fc.nat(1000),
      value: fc.nat(1000),
      looks: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        await newWorld();
        await expectRight(0);
        await expectRight(1);
        for (const { kind, who, value, looks } of steps) {
          await changes[kind]!(who, value);
          if (looks) await expectRight(who);
        }
        for (const which of [0, 1, 2, 3]) await expectRight(which);
      }),
      { numRuns: 10 },
    );
  });

  it('shows a change to others once it is committed, however late, and never one that is taken back', async () => {
    await newWorld();
    await expectRight(0);
    await expectRight(1);
    const [early, late, never] = world.mentorIds;
    const fill = (id: string | undefined): Promise<unknown> =>
      world.db.query(`UPDATE profile SET capacity = 0 WHERE participation_id = $1`, [id]);
    const notesOf = async (id: string | undefined): Promise<number> =>
      (await world.db.query(`SELECT 1 FROM mentor_change WHERE participation_id = $1`, [id])).length;
    const before = await notesOf(never);
    let open = new Gate();
    const slow = world.db.transaction(async () => {
      await fill(late);
      await open.passed;
    });
    await fill(early);
    // The number of the later transaction is seen first; then the earlier one commits.
    for (const which of [0, 1]) await expectRight(which);
    open.pass();
    await slow;
    for (const which of [0, 1]) await expectRight(which);
    expect((await list(other, mentees[0]!, '', 9)).map((one) => one.participationId)).not.toContain(late);
    open = new Gate();
    const failed = world.db
      .transaction(async () => {
        await fill(never);
        await open.passed;
        throw new Error('taken back');
      })
      .catch(() => undefined);
    for (const which of [0, 1]) await expectRight(which);
    open.pass();
    await failed;
    for (const which of [0, 1]) await expectRight(which);
    expect((await list(other, mentees[0]!, '', 9)).map((one) => one.participationId)).toContain(never);
    expect(await notesOf(never)).toBe(before);
    expect(await notesOf(late)).toBe(before + 1);
  });

  it('finds a mentor by a new name, and hides one who became the manager', async () => {
    await newWorld();
    await expectRight(1);
    const [renamed, boss] = world.mentorIds;
    const accountOf = `id = (SELECT account_id FROM participation WHERE id = $1)`;
    await world.db.query(`UPDATE account SET name = 'Zelda Quirk' WHERE ${accountOf}`, [renamed]);
    const found = await list(world.api.app, mentees[0]!, '&q=QUIRK', 5);
    expect(found.map(({ participationId }) => participationId)).toEqual([renamed]);
    await world.db.query(
      `UPDATE profile SET manager_email = 'zelda.quirk@example.org' WHERE participation_id = $1`,
      [boss],
    );
    const ids = async (): Promise<string[]> =>
      (await list(world.api.app, mentees[0]!, '', 5)).map(({ participationId }) => participationId);
    expect(await ids()).toContain(boss);
    await world.db.query(`UPDATE account SET email = 'zelda.quirk@example.org' WHERE id = $1`, [
      mentees[0]!.accountId,
    ]);
    expect(await ids()).not.toContain(boss);
    await expectRight(0);
  });

  it('is never behind whoever just saved, while many save and look', async () => {
    await newWorld();
    const apps = [world.api.app, other];
    const saving = world.mentorIds.map(async (id, index) => {
      for (let round = 0; round < 6; round += 1) {
        const places = (index + round) % 3;
        await world.db.query(`UPDATE profile SET capacity = $2 WHERE participation_id = $1`, [id, places]);
        const seen = await list(apps[(index + round) % 2]!, mentees[0]!, '&q=mentor', 100);
        expect(seen.find(({ participationId }) => participationId === id)!.freePlaces).toBe(places);
      }
    });
    await Promise.all(saving);
    for (const which of [0, 1]) await expectRight(which);
  });

  it('holds nothing about whoever is erased, in the database or in memory', async () => {
    await newWorld();
    await expectRight(0);
    await changes['mentor is erased']!(0, 0);
    await expectRight(0);
    const table = await other.get(MentorIndex, { strict: false }).current(world.programId);
    expect(JSON.stringify(table)).not.toContain(world.mentorIds[0]);
    expect(table.all).toHaveLength(6);
    const columns = await world.db.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'mentor_change' ORDER BY 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual([
      'changed_at',
      'changed_in',
      'participation_id',
      'program_id',
    ]);
  });
});

/** Lets something pass later. */
class Gate {
  pass!: () => void;
  readonly passed = new Promise<void>((resolve) => {
    this.pass = resolve;
  });
}
