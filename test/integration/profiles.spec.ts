import { FindOrCreateAccounts } from '#accounts';
import { Database } from '#database';
import { MatchingProfiles, type ProfileToWrite, UpsertProfiles } from '#profiles';
import { EnrolPeople, ProgramSkills } from '#programs';
import { TestApi } from '../support/api-app.js';
import { buildParticipation } from '../support/factories/participation.factory.js';
import { buildProfile } from '../support/factories/profile.factory.js';
import { buildProgram } from '../support/factories/program.factory.js';

let api: TestApi;
let db: Database;
let upsert: UpsertProfiles;
let matching: MatchingProfiles;
beforeAll(async () => {
  api = await TestApi.start();
  db = api.app.get(Database);
  upsert = api.app.get(UpsertProfiles, { strict: false });
  matching = api.app.get(MatchingProfiles, { strict: false });
});
afterAll(() => api.stop());

const BASE = { role: 'mentor', timeZone: 'Europe/Berlin' } as const;
const skill = (skillId: string, level: number) => ({ skillId, level, priority: null });
const newMentor = async (programId: string) =>
  (await buildParticipation(db, { programId, role: 'mentor', privacyConfirmedAt: new Date() })).id;

describe('writing many profiles', () => {
  it('makes them, changes what differs, and leaves the rest untouched', async () => {
    const { id: programId } = await buildProgram(db);
    const [a, b] = [await newMentor(programId), await newMentor(programId)];
    const rows: ProfileToWrite[] = [
      { ...BASE, participationId: a, country: 'DE', skills: [skill('javascript', 4), skill('react', 2)] },
      {
        ...BASE,
        participationId: b,
        capacity: 3,
        windows: [{ weekday: 'MO', startMinute: 60, endMinute: 1440 }],
      },
    ];
    expect(await upsert.execute(programId, rows)).toEqual({ created: 2, updated: 0, unchanged: 0 });
    expect(await upsert.execute(programId, rows)).toEqual({ created: 0, updated: 0, unchanged: 2 });
    const changed = [
      { ...rows[0]!, country: null, skills: [skill('javascript', 5)] },
      { ...rows[1]!, capacity: 1 },
    ];
    expect(await upsert.execute(programId, changed)).toEqual({ created: 0, updated: 2, unchanged: 0 });
    const { mentors } = await matching.load(programId);
    expect(mentors.find(({ id }) => id === a)).toMatchObject({
      attributes: { country: 'DE' },
      skills: [{ skillId: 'javascript', level: 5 }],
    });
    expect(mentors.find(({ id }) => id === b)).toMatchObject({ capacity: 1, windows: [{ endMinute: 1440 }] });
    const versions = await api.sql(`SELECT version FROM profile WHERE program_id = $1`, [programId]);
    expect(versions).toEqual([{ version: 2 }, { version: 2 }]);
  });

  it('gives an outer id to one profile of a role alone', async () => {
    const { id: programId } = await buildProgram(db);
    const [a, b] = [await newMentor(programId), await newMentor(programId)];
    const row = (participationId: string) => ({ ...BASE, participationId, externalId: 'M1' });
    await upsert.execute(programId, [row(a), row(b)]);
    await upsert.execute(programId, [row(b)]);
    const rows = await api.sql(`SELECT external_id FROM profile WHERE program_id = $1 ORDER BY external_id`, [
      programId,
    ]);
    expect(rows).toEqual([{ external_id: 'M1' }, { external_id: null }]);
  });

  it('takes 10,000 people at once, accounts and participations included', async () => {
    const { id: programId } = await buildProgram(db, { settings: { organisationInformsPeople: true } });
    const seeds = Array.from({ length: 10_000 }, (_, index) => ({
      email: `p${index}@bulk.test`,
      name: `Person ${index}`,
      timeZone: 'Europe/Berlin',
    }));
    const accounts = await api.app.get(FindOrCreateAccounts, { strict: false }).execute(seeds);
    const enrol = api.app.get(EnrolPeople, { strict: false });
    const people = await enrol.execute(programId, 'mentor', [...accounts.values()]);
    const skills = await api.app.get(ProgramSkills, { strict: false }).resolve(
      programId,
      Array.from({ length: 300 }, (_, index) => `Craft number ${index}`),
    );
    const ids = [...skills.values()].flat();
    expect(new Set(ids).size).toBe(300);
    const rows = [...people.values()].map(({ participationId }, index) => ({
      ...BASE,
      participationId,
      externalId: `M${index}`,
      skills: [0, 1, 2, 3, 4, 5].map((step) => skill(ids[(index + step * 7) % 300]!, 1 + (step % 5))),
    }));
    expect(await upsert.execute(programId, rows)).toEqual({ created: 10_000, updated: 0, unchanged: 0 });
    expect(await upsert.execute(programId, rows)).toEqual({ created: 0, updated: 0, unchanged: 10_000 });
    const { mentors } = await matching.load(programId);
    expect(mentors).toHaveLength(10_000);
    expect(mentors.every((mentor) => mentor.skills.length === 6)).toBe(true);
  }, 120_000);

  it('enrols nobody twice, and brings nobody back against their will', async () => {
    const { id: programId } = await buildProgram(db);
    const states = ['applied', 'invited', 'left', 'declined', 'paused', 'active'] as const;
    const before = await Promise.all(
      states.map((state) => buildParticipation(db, { programId, role: 'mentor', state })),
    );
    const enrol = api.app.get(EnrolPeople, { strict: false });
    const after = await enrol.execute(
      programId,
      'mentor',
      before.map(({ accountId }) => accountId),
    );
    expect(before.map(({ accountId }) => after.get(accountId)!.state)).toEqual([
      'active',
      'active',
      'left',
      'declined',
      'paused',
      'active',
    ]);
    expect([...after.values()].some(({ created }) => created)).toBe(false);
  });
});

describe('reading for matching', () => {
  it('has who takes part and may be shown, with managers as people', async () => {
    const { id: programId } = await buildProgram(db);
    const person = async (fields: object, profile: object = {}) => {
      const part = await buildParticipation(db, { programId, privacyConfirmedAt: new Date(), ...fields });
      await buildProfile(db, part, profile);
      return part;
    };
    const [row] = await api.sql<{ id: string; email: string }>(`SELECT id, email FROM account LIMIT 1`);
    const mentee = await person({ role: 'mentee' }, { managerEmail: row!.email, goals: ['leadership'] });
    const outsider = await person({ role: 'mentee' }, { managerEmail: 'boss@elsewhere.test' });
    const paused = await person({ role: 'mentor', state: 'paused' });
    const soonBack = await person({ role: 'mentor' }, { awayUntil: new Date(Date.now() + 86_400_000) });
    const longAway = await person({ role: 'mentor' }, { awayUntil: new Date(Date.now() + 40 * 86_400_000) });
    const hidden = await person({ role: 'mentor', privacyConfirmedAt: null });
    for (const state of ['applied', 'left', 'declined', 'invited']) await person({ role: 'mentor', state });
    await buildParticipation(db, { programId, role: 'mentor' });

    const people = await matching.load(programId);
    expect(people.mentors.map(({ id }) => id)).toEqual([soonBack.id]);
    expect(people.unconfirmed).toEqual([hidden.id]);
    const managers = new Map(people.mentees.map(({ id, managerKey }) => [id, managerKey]));
    expect(managers).toEqual(
      new Map([
        [mentee.id, row!.id],
        [outsider.id, 'boss@elsewhere.test'],
      ]),
    );
    expect(people.mentees[0]).toMatchObject({ personKey: mentee.accountId, wishes: [], roundsWaited: 0 });

    const all = await matching.load(programId, { includePaused: true });
    const flags = new Map(all.mentors.map(({ id, paused: is }) => [id, is]));
    expect(flags).toEqual(
      new Map([
        [paused.id, true],
        [soonBack.id, false],
        [longAway.id, true],
      ]),
    );
    const some = await matching.load(programId, { participationIds: [outsider.id, soonBack.id] });
    expect([...some.mentees, ...some.mentors].map(({ id }) => id)).toEqual([outsider.id, soonBack.id]);
  });
});
