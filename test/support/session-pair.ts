import { Database } from '#database';
import type { MentorshipEntity } from '#mentorships/entities';
import type { ProfileEntity } from '#profiles/entities';
import type { ProgramEntity } from '#programs/entities';
import type { TestApi, TestPerson } from './api-app.js';
import { buildMentorship } from './factories/mentorship.factory.js';
import { buildParticipation } from './factories/participation.factory.js';
import { buildProfile } from './factories/profile.factory.js';
import { buildProgram } from './factories/program.factory.js';
import { ALWAYS } from './sessions-app.js';

/** A mentor and a mentee who are signed in, with an active mentorship and time at any hour. */
export interface SessionPair {
  readonly program: ProgramEntity;
  readonly mentorship: MentorshipEntity;
  readonly mentor: TestPerson;
  readonly mentee: TestPerson;
  /** `/v1/programs/…/mentorships/…`. */
  readonly path: string;
}

/** What differs from free time at any hour in Berlin. */
export interface PairOptions {
  readonly program?: ProgramEntity;
  readonly mentor?: TestPerson;
  readonly mentee?: TestPerson;
  readonly settings?: object;
  readonly mentorProfile?: Partial<ProfileEntity>;
  readonly menteeProfile?: Partial<ProfileEntity>;
  readonly state?: string;
}

let people = 0;

/** Makes a pair; a mentor who is handed in again keeps their participation. */
export async function sessionPair(api: TestApi, options: PairOptions = {}): Promise<SessionPair> {
  const db = api.app.get(Database);
  people += 1;
  const mentor = options.mentor ?? (await api.person(`Mentor ${people}`));
  const mentee = options.mentee ?? (await api.person(`Mentee ${people}`));
  const program = options.program ?? (await buildProgram(db, { settings: options.settings ?? {} }));
  const side = async (person: TestPerson, role: 'mentor' | 'mentee', fields: Partial<ProfileEntity>) => {
    const [known] = await api.sql<{ id: string }>(
      `SELECT id FROM participation WHERE program_id = $1 AND account_id = $2 AND role = $3`,
      [program.id, person.accountId, role],
    );
    if (known !== undefined) return known;
    const made = await buildParticipation(db, { programId: program.id, accountId: person.accountId, role });
    await buildProfile(db, made, { windows: ALWAYS, ...fields });
    return made;
  };
  const { id: mentorId } = await side(mentor, 'mentor', options.mentorProfile ?? {});
  const { id: menteeId } = await side(mentee, 'mentee', options.menteeProfile ?? {});
  const state = options.state ?? 'active';
  const mentorship = await buildMentorship(db, { programId: program.id, mentorId, menteeId, state });
  return {
    program,
    mentorship,
    mentor,
    mentee,
    path: `/v1/programs/${program.id}/mentorships/${mentorship.id}`,
  };
}

/** Makes a person a member of a program in a role. */
export async function member(
  api: TestApi,
  programId: string,
  name: string,
  role: string,
): Promise<TestPerson> {
  const person = await api.person(name);
  await buildParticipation(api.app.get(Database), { programId, accountId: person.accountId, role });
  return person;
}
