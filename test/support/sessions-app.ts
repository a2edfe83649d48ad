import { Database } from '#database';
import { MentorshipsModule } from '#mentorships';
import type { MentorshipEntity } from '#mentorships/entities';
import type { ProfileEntity } from '#profiles/entities';
import type { ProgramActor } from '#programs';
import { ParticipationEntity } from '#programs/entities';
import { SessionsModule } from '#sessions';
import type { TestingModule } from '@nestjs/testing';
import { EndSessionsProcessor } from '../../apps/worker/src/sessions/end-sessions.processor.js';
import { buildMentorship } from './factories/mentorship.factory.js';
import { buildParticipation } from './factories/participation.factory.js';
import { buildProfile } from './factories/profile.factory.js';
import { buildProgram } from './factories/program.factory.js';
import { startFeatures } from './feature-module.js';
import type { MovableClock } from './movable-clock.js';
import { createTestDatabase } from './postgres.js';

/** Windows that cover the whole week. */
export const ALWAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].map((weekday) => ({
  weekday,
  startMinute: 0,
  endMinute: 1440,
}));

/** A mentorship whose two people have profiles, ready to act. */
export interface ActingPair {
  readonly mentorship: MentorshipEntity;
  readonly mentor: ProgramActor;
  readonly mentee: ProgramActor;
}

/** What differs from two people in Berlin with time at any hour. */
export interface ActingPairOptions {
  readonly programId?: string;
  readonly settings?: object;
  /** Participation of a mentor who has a profile already. */
  readonly mentorId?: string;
  readonly mentorProfile?: Partial<ProfileEntity>;
  readonly menteeProfile?: Partial<ProfileEntity>;
}

/** Writes a pair. */
export async function actingPair(db: Database, options: ActingPairOptions = {}): Promise<ActingPair> {
  const programId = options.programId ?? (await buildProgram(db, { settings: options.settings ?? {} })).id;
  const side = async (role: 'mentor' | 'mentee', fields: Partial<ProfileEntity> = {}) => {
    const made = await buildParticipation(db, { programId, role });
    await buildProfile(db, made, { windows: ALWAYS, ...fields });
    return made;
  };
  const mentor =
    options.mentorId === undefined
      ? await side('mentor', options.mentorProfile)
      : await db.repository(ParticipationEntity).findOneByOrFail({ id: options.mentorId });
  const mentee = await side('mentee', options.menteeProfile);
  const mentorship = await buildMentorship(db, {
    programId,
    mentorId: mentor.id,
    menteeId: mentee.id,
  });
  return { mentorship, mentor: actorOf(mentor, 'mentor'), mentee: actorOf(mentee, 'mentee') };
}

function actorOf({ id, accountId, programId }: ParticipationEntity, role: 'mentor' | 'mentee'): ProgramActor {
  const participations = [{ id, role, state: 'active' as const }];
  return { accountId, deviceId: accountId, programId, participations };
}

/** The use cases of sessions on a database of their own, with a clock that the test moves. */
export class SessionsApp {
  private constructor(
    readonly module: TestingModule,
    readonly clock: MovableClock,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(now: Date): Promise<SessionsApp> {
    const database = await createTestDatabase();
    const { module, clock } = await startFeatures({
      imports: [MentorshipsModule, SessionsModule],
      providers: [EndSessionsProcessor],
      database,
      now,
    });
    return new SessionsApp(module, clock, () => database.drop());
  }

  get db(): Database {
    return this.module.get(Database);
  }

  async stop(): Promise<void> {
    await this.module.close();
    await this.drop();
  }
}
