import { CreateAccount, FindOrCreateAccounts } from '#accounts';
import { CreateCohort, EnrolMembers, MoveCohort } from '#matching';
import { StartMentorships } from '#mentorships';
import { type ProfileToWrite, toProfile, UpsertProfiles } from '#profiles';
import { CreateProgram, EnrolPeople, MembershipQueries, type ProgramActor, ProgramSkills } from '#programs';
import {
  generateSampleRoster,
  type MenteeRow,
  type MentorRow,
  readMentees,
  readMentors,
  readTable,
} from '#roster';
import { BookSession, FindSlots } from '#sessions';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { MENTEE, MENTOR } from './demo-people.data.js';
import { DEMO_SIGN_INS } from './demo-sign-in.js';

const SIZE = { mentors: 24, mentees: 36, seed: 'demo' };

/** Writes the demo program through the same use cases as everybody else. */
export class DemoSeeder {
  constructor(private readonly app: INestApplicationContext) {}

  /** Three people to sign in as, a program with sample people, a pair with a session, and a round that is open. */
  async seed(password: string): Promise<void> {
    const admin = await this.person(
      DEMO_SIGN_INS.admin.email,
      'Noor Haddad',
      'Europe/Berlin',
      password,
      true,
    );
    const mentor = await this.person(DEMO_SIGN_INS.mentor.email, 'Elena Marsh', MENTOR.timeZone, password);
    const mentee = await this.person(DEMO_SIGN_INS.mentee.email, 'Theo Lindqvist', MENTEE.timeZone, password);
    const program = await this.get(CreateProgram).execute(
      {
        name: 'Lanternfish Mentoring',
        description: 'Six months, one mentor, at least six talks.',
        timeZone: 'Europe/Berlin',
        settings: { organisationInformsPeople: true },
      },
      { accountId: admin },
    );
    const [mentorId] = await this.enrol(program.id, 'mentor', new Map([[mentor, MENTOR]]));
    const [menteeId] = await this.enrol(program.id, 'mentee', new Map([[mentee, MENTEE]]));
    await this.samplePeople(program.id);
    const actor = await this.actor(program.id, admin);
    await this.pair(await this.actor(program.id, mentee), mentorId ?? '', menteeId ?? '');
    await this.round(actor);
  }

  private async person(
    email: string,
    name: string,
    timeZone: string,
    password: string,
    isPlatformAdmin = false,
  ): Promise<string> {
    const { accountId } = await this.get(CreateAccount).execute({
      email,
      name,
      timeZone,
      locale: 'en',
      password,
      isPlatformAdmin,
    });
    return accountId;
  }

  private async samplePeople(programId: string): Promise<void> {
    const roster = generateSampleRoster(SIZE);
    const taxonomy = await this.get(ProgramSkills).loadTaxonomy(programId);
    const lists = [
      ['mentor', readMentors(readTable(roster.mentorsCsv).table, { taxonomy }).rows],
      ['mentee', readMentees(readTable(roster.menteesCsv).table, { taxonomy }).rows],
    ] as const;
    for (const [role, rows] of lists) {
      const accounts = await this.get(FindOrCreateAccounts).execute(
        rows.map(({ email, name, timeZone }) => ({ email, name, timeZone })),
      );
      const byAccount = new Map<string, MentorRow | MenteeRow>();
      for (const row of rows) byAccount.set(accounts.get(row.email) ?? '', row);
      await this.enrol(programId, role, byAccount);
    }
  }

  /** @returns participations in the order of the accounts */
  private async enrol(
    programId: string,
    role: 'mentor' | 'mentee',
    rows: ReadonlyMap<string, MentorRow | MenteeRow>,
  ): Promise<string[]> {
    const enrolled = await this.get(EnrolPeople).execute(programId, role, [...rows.keys()]);
    const tags = [...rows.values()].flatMap((row) =>
      ('skillsOffered' in row ? row.skillsOffered : row.skillsWanted).map(({ tag }) => tag),
    );
    const skillIds = await this.get(ProgramSkills).resolve(programId, tags);
    const profiles = [...rows].map<ProfileToWrite>(([accountId, row]) =>
      toProfile(enrolled.get(accountId)?.participationId ?? '', role, row, skillIds),
    );
    await this.get(UpsertProfiles).execute(programId, profiles);
    return profiles.map(({ participationId }) => participationId);
  }

  private async pair(mentee: ProgramActor, mentorId: string, menteeId: string): Promise<void> {
    const rationale = {
      forMentee: [
        'offers Public speaking 5/5, which you ranked first',
        'supports Leadership, your first goal',
      ],
      forMentor: ['wants Public speaking first', 'is working on Leadership'],
    };
    const { started } = await this.get(StartMentorships).execute(
      [{ mentorId, menteeId, source: 'admin', sourceId: null, rationale }],
      { programId: mentee.programId },
    );
    const [mentorship] = started;
    if (mentorship === undefined) return;
    const { items } = await this.get(FindSlots).execute({ mentorshipId: mentorship.id, limit: 20 }, mentee);
    const [slot] = items.slice(-1);
    if (slot === undefined) return;
    await this.get(BookSession).execute(
      {
        mentorshipId: mentorship.id,
        startsAt: slot.startsAt,
        location: 'https://meet.example.org/elena-theo',
      },
      mentee,
    );
  }

  private async round(admin: ProgramActor): Promise<void> {
    const cohortId = await this.get(CreateCohort).execute({ name: 'First round' }, admin);
    await this.get(MoveCohort).execute({ cohortId, move: 'open' }, admin);
    await this.get(EnrolMembers).execute({ cohortId, participationIds: 'all-active' }, admin);
  }

  private async actor(programId: string, accountId: string): Promise<ProgramActor> {
    const participations = await this.get(MembershipQueries).listOwn(programId, accountId);
    return { accountId, deviceId: 'demo', programId, participations };
  }

  private get<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }
}
