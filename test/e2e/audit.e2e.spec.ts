import { jest } from '@jest/globals';
import { ApiCaller } from '../support/api-call.js';
import { TestApi, type TestPerson } from '../support/api-app.js';
import { authorisation } from '../support/authorisation.data.js';
import { refusalsFor } from '../support/authorisation.js';
import { DatabaseSnapshot } from '../support/database-snapshot.js';
import { MatchingWorld } from '../support/matching-world.js';
import { ApiDescription } from '../support/openapi.js';
import { buildProgramWorld } from '../support/program-world.js';

jest.setTimeout(180_000);

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly accountId: string; readonly name: string; readonly role: string };
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly onBehalfOf: { readonly participationId: string; readonly name: string } | null;
  readonly about: readonly { readonly participationId: string; readonly name: string }[];
  readonly fields: readonly string[];
}

/**
 * Looks before something is stored, a mail to oneself, what people say about themselves, a text that is the default already, and the
 * end of a list whose beginning was written down.
 */
const LEAVES_NOTHING = new Set([
  'MailTemplates_preview',
  'MailTemplates_test',
  'Mailings_preview',
  'Variant_check',
  'GroupAnswers_put',
  'GroupAnswers_delete',
  'MailTemplates_reset',
  'Roster_finish',
]);

describe('every write of an admin', () => {
  it('leaves an entry with who did it, in the same moment', async () => {
    const api = await TestApi.start();
    const world = await buildProgramWorld(api);
    const kept = await DatabaseSnapshot.take(api);
    const description = await ApiDescription.read(api);
    const caller = new ApiCaller(api, description, world);
    const silent: string[] = [];
    const seen = new Set<string>();
    for (const operation of description.operations) {
      const access = authorisation[operation.id] ?? 'public';
      if (operation.method === 'get' || !operation.path.startsWith('/v1/programs/')) continue;
      if (refusalsFor(access, 'coordinator') !== null && refusalsFor(access, 'owner') !== null) continue;
      const { ok } = await caller.call(operation, 'owner');
      const entries = await api.sql<{ action: string }>(
        `SELECT action FROM audit_entry WHERE actor_id = $1 AND role = 'owner' AND program_id = $2`,
        [world.people.owner.accountId, world.own['programId']],
      );
      for (const { action } of entries) seen.add(action);
      if ((ok && !LEAVES_NOTHING.has(operation.id)) === (entries.length === 0)) silent.push(operation.id);
      if (ok) await kept.restore();
    }
    await api.stop();
    expect(silent).toEqual([]);
    expect([...seen]).toEqual(
      expect.arrayContaining(['participation.left', 'delivery.retried', 'skill.merged']),
    );
  });
});

describe('the audit log', () => {
  let world: MatchingWorld;
  let coordinator: TestPerson;

  beforeAll(async () => {
    world = await MatchingWorld.start();
    await world.startWorker();
    coordinator = await world.api.person('Cory Coordinator');
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.newProgram();
    await world.populate(2, 2);
    await world.api.sql(
      `INSERT INTO participation (id, program_id, account_id, role, state, source)
       VALUES (gen_random_uuid(), $1, $2, 'coordinator', 'active', 'invitation')`,
      [world.programId, coordinator.accountId],
    );
  });

  async function entries(query = '', as?: TestPerson): Promise<Entry[]> {
    const { status, body } = await world.call('get', `/audit${query}`, as === undefined ? {} : { as });
    expect(status).toBe(200);
    return (body as { items: Entry[] }).items;
  }

  async function aboutMe(as: TestPerson): Promise<Entry[]> {
    const { status, body } = await world.call('get', '/me/audit', { as });
    expect(status).toBe(200);
    return (body as { items: Entry[] }).items;
  }

  async function done(answer: Promise<{ status: number; body: unknown }>): Promise<Record<string, unknown>> {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body as Record<string, unknown>;
  }

  it('tells a whole round in order, newest first', async () => {
    const made = await done(
      world.call('post', '/cohorts', { body: { name: 'Spring', termFrom: '2027-03-01', seed: 'test' } }),
    );
    const cohort = `/cohorts/${String(made['id'])}`;
    await done(world.call('patch', cohort, { body: { name: 'Spring 27', minScore: 5 }, version: 1 }));
    await done(world.call('post', `${cohort}/open`));
    await done(world.call('post', `${cohort}/members`, { body: { everybody: true }, as: coordinator }));
    const [mentor] = world.mentorIds;
    const [mentee, other] = world.menteeIds;
    await done(
      world.call('put', `${cohort}/overrides/${mentor}/${mentee}`, {
        body: { kind: 'lock', note: 'a secret of the two managers' },
      }),
    );
    await done(world.call('delete', `${cohort}/overrides/${mentor}/${mentee}`));
    await done(world.call('put', `${cohort}/overrides/${mentor}/${mentee}`, { body: { kind: 'forbid' } }));
    await done(world.call('delete', `${cohort}/members/${other}`));
    await done(world.call('delete', `${cohort}/members/${other}`));
    await done(world.call('post', `${cohort}/close`));
    const { id: runId } = await world.run(String(made['id']));
    await done(
      world.call('post', `/runs/${runId}/decisions`, {
        body: { decision: 'approved', everyUndecided: true },
      }),
    );
    await done(world.call('post', `/runs/${runId}/publish`, { as: coordinator }));
    await done(world.call('post', `/runs/${runId}/publish`, { as: coordinator }));
    await done(world.call('post', `/runs/${runId}/withdraw`, { body: { reason: 'a private reason' } }));
    await done(world.call('post', `${cohort}/cancel`));

    const all = await entries();
    expect(all.map(({ action, actor, fields }) => [action, actor.role, ...fields]).reverse()).toEqual([
      ['cohort.created', 'owner'],
      ['cohort.updated', 'owner', 'minScore', 'name'],
      ['cohort.opened', 'owner'],
      ['cohort.members-enrolled', 'coordinator'],
      ['cohort.pair-locked', 'owner'],
      ['cohort.pair-cleared', 'owner'],
      ['cohort.pair-forbidden', 'owner'],
      ['cohort.member-removed', 'owner'],
      ['cohort.closed', 'owner'],
      ['run.started', 'owner'],
      ['run.pairs-decided', 'owner', 'approved'],
      ['run.published', 'coordinator', 'all'],
      ['run.withdrawn', 'owner'],
      ['cohort.cancelled', 'owner'],
    ]);
    expect(all.find(({ action }) => action === 'cohort.pair-locked')?.about).toHaveLength(2);
    expect(all.find(({ action }) => action === 'run.published')?.actor.name).toBe('Cory Coordinator');
    expect(JSON.stringify(await world.db.query(`SELECT * FROM audit_entry`))).not.toMatch(
      /secret|private|Spring/,
    );
  });

  it('is narrowed by person, action, thing and time, and paged', async () => {
    for (const name of ['A', 'B', 'C'])
      await done(world.call('post', '/cohorts', { body: { name, termFrom: '2027-03-01' }, as: coordinator }));
    const [mentor, second] = world.mentorIds;
    await done(world.call('post', `/participations/${mentor}/pause`));
    await done(world.call('post', `/participations/${mentor}/resume`));
    await done(world.call('post', `/participations/${second}/pause`));
    const [newest, ...others] = await entries();
    expect(newest).toMatchObject({ action: 'participation.paused', subjectId: second, onBehalfOf: null });
    expect(others).toHaveLength(5);
    expect(await entries(`?actorId=${coordinator.accountId}`)).toHaveLength(3);
    expect(await entries('?action=participation.paused')).toHaveLength(2);
    expect(await entries('?subjectKind=cohort')).toHaveLength(3);
    expect(await entries(`?subjectId=${mentor}`)).toHaveLength(2);
    expect(await entries(`?participationId=${second}`, coordinator)).toEqual([newest]);
    expect(await entries(`?to=${encodeURIComponent(newest!.at)}`)).toHaveLength(5);
    expect(await entries(`?from=${encodeURIComponent(newest!.at)}`)).toEqual([newest]);
    const read: string[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await world.call('get', `/audit?limit=4${cursor === null ? '' : `&cursor=${cursor}`}`);
      const page = body as { items: Entry[]; nextCursor: string | null };
      read.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(read).toEqual([newest!.id, ...others.map(({ id }) => id)]);
    for (const bad of ['?action=nonsense', '?actorId=me', '?from=yesterday', '?cursor=x'])
      expect((await world.call('get', `/audit${bad}`)).status).toBe(422);
  });

  it('shows people what others did to or for them, and nothing of pairs that were only thought of', async () => {
    const [mentor, otherMentor] = world.mentorIds;
    const [mentee] = world.menteeIds;
    const profile = (await done(world.call('get', `/participations/${mentor}/profile`))) as {
      version: number;
    };
    await done(
      world.call('put', `/participations/${mentor}/profile`, {
        body: { headline: 'What nobody else may store', skills: [{ skill: 'python', level: 4 }] },
        version: profile.version,
      }),
    );
    const cohort = await world.closedCohort();
    await done(
      world.call('put', `/cohorts/${cohort}/overrides/${mentor}/${mentee}`, { body: { kind: 'forbid' } }),
    );
    const me = await world.signIn(mentor!);
    await done(world.call('post', `/participations/${mentor}/pause`, { as: me }));
    await done(world.call('post', `/participations/${otherMentor}/pause`));
    const mine = await aboutMe(me);
    expect(mine.map(({ action }) => action)).toEqual(['cohort.members-enrolled', 'profile.updated']);
    expect(mine[1]).toMatchObject({
      actor: { name: 'Olga Owner', role: 'owner' },
      onBehalfOf: { participationId: mentor },
      about: [{ participationId: mentor }],
    });
    expect(mine[0]!.about).toEqual([{ participationId: mentor, name: 'Mentor 1' }]);
    expect(mine[1]!.fields).toEqual(expect.arrayContaining(['headline', 'skills']));
    expect(mine[1]!.fields).not.toContain('version');
    expect(JSON.stringify(mine)).not.toContain('What nobody');
    const [own] = await entries(`?action=participation.paused&participationId=${mentor}`);
    expect(own).toMatchObject({ actor: { role: 'mentor', accountId: me.accountId } });
    expect((await world.call('get', '/audit', { as: me })).status).toBe(403);
  });

  it('names the pair whose mentorship an admin ended, and says nothing of what they do themselves', async () => {
    const cohort = await world.closedCohort();
    const run = await world.run(cohort);
    await done(world.call('post', `/runs/${run.id}/publish`));
    const { items } = (await done(world.call('get', '/mentorships'))) as {
      items: { id: string; mentorId: string }[];
    };
    const [first, second] = await Promise.all(
      items.map(async ({ id }) => {
        const [row] = await world.db.query<{ mentor_id: string }>(
          `SELECT mentor_id FROM mentorship WHERE id = $1`,
          [id],
        );
        return { id, mentor: await world.signIn(row!.mentor_id) };
      }),
    );
    await done(world.call('post', `/mentorships/${first!.id}/pause`));
    await done(world.call('post', `/mentorships/${first!.id}/resume`, { as: first!.mentor }));
    await done(world.call('post', `/mentorships/${first!.id}/end`, { body: { reason: 'a private reason' } }));
    await done(world.call('post', `/mentorships/${second!.id}/complete`));
    const seen = await entries('?subjectKind=mentorship');
    expect(seen.map(({ action, about }) => [action, about.length])).toEqual([
      ['mentorship.completed', 2],
      ['mentorship.ended', 2],
      ['mentorship.paused', 2],
    ]);
    const mine = await aboutMe(first!.mentor);
    expect(
      mine
        .filter(({ subjectKind }) => subjectKind === 'mentorship')
        .map(({ action, about }) => [action, about.length]),
    ).toEqual([
      ['mentorship.ended', 1],
      ['mentorship.paused', 1],
    ]);
  });

  it('has no entry for a change that did not happen', async () => {
    await world.call('patch', '', { body: { name: 'Too late' }, version: 7 });
    await world.call('post', `/participations/${world.mentorIds[0]}/resume`);
    await world.call('post', `/participations/${world.mentorIds[0]}/approve`, { body: {} });
    expect(await entries()).toEqual([]);
    await done(world.call('patch', '', { body: { settings: { mentorsMayApply: true } }, version: 1 }));
    expect((await entries()).map(({ fields }) => fields)).toEqual([['settings.mentorsMayApply']]);
  });

  it('is only added to, and goes with its program', async () => {
    await done(world.call('post', `/participations/${world.mentorIds[0]}/pause`));
    await expect(world.db.query(`UPDATE audit_entry SET action = 'x'`)).rejects.toThrow('only added');
    await expect(
      world.db.query(`DELETE FROM audit_entry WHERE program_id = $1`, [world.programId]),
    ).rejects.toThrow('only added');
    await world.db.query(`DELETE FROM participation WHERE program_id = $1`, [world.programId]);
    const count = () =>
      world.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM audit_entry WHERE program_id = $1`, [
        world.programId,
      ]);
    expect(await count()).toEqual([{ n: 1 }]);
    await world.db.query(`DELETE FROM program WHERE id = $1`, [world.programId]);
    expect(await count()).toEqual([{ n: 0 }]);
  });
});
