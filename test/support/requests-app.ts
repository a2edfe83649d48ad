import type { EventJobPayload, EventType } from '#contracts';
import { Database } from '#database';
import { AskMentors, RequestQueries, RequestsModule, type RequestView } from '#matching';
import type { RequestEntity } from '#matching/entities';
import { MentorshipsModule } from '#mentorships';
import type { JobHandler } from '#queue';
import type { ProgramActor, ProgramRole, ProgramSettings } from '#programs';
import type { ParticipationEntity, ProgramEntity } from '#programs/entities';
import type { Type } from '@nestjs/common';
import { CloseRequestsProcessor } from '../../apps/worker/src/matching/close-requests.processor.js';
import { ExpireRequestProcessor } from '../../apps/worker/src/matching/expire-request.processor.js';
import type { TestingModule } from '@nestjs/testing';
import { buildAccount } from './factories/account.factory.js';
import { buildParticipation } from './factories/participation.factory.js';
import { buildProfile } from './factories/profile.factory.js';
import { buildProgram } from './factories/program.factory.js';
import { startFeatures } from './feature-module.js';
import type { MovableClock } from './movable-clock.js';
import { createTestDatabase } from './postgres.js';

/** Monday morning in Berlin, where the factories' programs are. */
export const MONDAY = new Date('2027-03-01T08:00:00.000Z');

/** A person of a program, as use cases see who is asking. */
export interface Person extends ProgramActor {
  /** The participation. */
  readonly id: string;
}

/** A due or told event, as the outbox keeps it. */
export interface WrittenEvent {
  type: string;
  subject_id: string;
  subject_version: number;
  due_at: Date;
  payload: { requestId: string; day?: number };
}

/** The use cases of requests on a database of their own, with a clock that the test moves. */
export class RequestsApp {
  private constructor(
    private readonly module: TestingModule,
    readonly clock: MovableClock,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(): Promise<RequestsApp> {
    const database = await createTestDatabase();
    const { module, clock } = await startFeatures({
      imports: [MentorshipsModule, RequestsModule],
      providers: [CloseRequestsProcessor, ExpireRequestProcessor],
      database,
      now: MONDAY,
    });
    return new RequestsApp(module, clock, () => database.drop());
  }

  get db(): Database {
    return this.module.get(Database);
  }

  /** A use case. */
  use<T>(type: Type<T>): T {
    return this.module.get(type, { strict: false });
  }

  /** Makes a program. */
  program(settings: Partial<ProgramSettings> = {}): Promise<ProgramEntity> {
    return buildProgram(this.db, { settings });
  }

  /** Makes somebody with a profile who takes part and has confirmed the privacy notice. */
  async person(
    programId: string,
    role: ProgramRole,
    name: string,
    more: { capacity?: number; accountId?: string } & Partial<
      Pick<ParticipationEntity, 'state' | 'privacyConfirmedAt'>
    > = {},
  ): Promise<Person> {
    const { capacity, ...fields } = more;
    const accountId = more.accountId ?? (await buildAccount(this.db, { name })).id;
    const row = await buildParticipation(this.db, {
      programId,
      role,
      privacyConfirmedAt: MONDAY,
      ...fields,
      accountId,
    });
    await buildProfile(this.db, row, { capacity: capacity ?? 1, goals: ['leadership'] });
    const participations = [{ id: row.id, role, state: 'active' as const }];
    return { id: row.id, accountId, deviceId: row.id, programId, participations };
  }

  /** Asks mentors in this order; answers the requests in the same order. */
  async ask(mentee: Person, ...mentors: readonly Person[]): Promise<RequestView[]> {
    const choices = mentors.map(({ id }) => ({ mentorId: id, note: `Why ${id}` }));
    const ids = await this.use(AskMentors).execute(choices, mentee);
    return Promise.all(ids.map((id) => this.use(RequestQueries).get(id, mentee)));
  }

  /** States of a mentee's requests by rank. */
  async states(mentee: Person): Promise<string[]> {
    const rows = await this.db.query<Pick<RequestEntity, 'state'>>(
      `SELECT state FROM request WHERE mentee_id = $1 ORDER BY rank, created_at, id`,
      [mentee.id],
    );
    return rows.map(({ state }) => state);
  }

  /** Runs the worker's handler for the last event of a type about something. */
  async handle(
    handler: Type<JobHandler<EventJobPayload>>,
    type: EventType,
    subjectId: string,
  ): Promise<void> {
    const [row] = await this.db.query<{ id: string }>(
      `SELECT id FROM outbox_event WHERE type = $1 AND subject_id = $2 ORDER BY id DESC LIMIT 1`,
      [type, subjectId],
    );
    await this.use(handler).handle({ eventId: row!.id }, new AbortController().signal);
  }

  /** The request as one of its people reads it. */
  see(id: string, actor: ProgramActor): Promise<RequestView> {
    return this.use(RequestQueries).get(id, actor);
  }

  /** Events about a request in the order in which they were written. */
  events(requestId: string): Promise<WrittenEvent[]> {
    return this.db.query<WrittenEvent>(
      `SELECT type, subject_id, subject_version, due_at, payload FROM outbox_event WHERE subject_id = $1 ORDER BY id`,
      [requestId],
    );
  }

  async stop(): Promise<void> {
    await this.module.close();
    await this.drop();
  }
}
