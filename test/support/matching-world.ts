import type { Database } from '#database';
import type { RunParameters } from '#matching';
import { Database as DatabaseClass } from '#database';
import type { INestApplicationContext } from '@nestjs/common';
import type request from 'supertest';
import { v7 } from 'uuid';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { TestApi, type TestPerson } from './api-app.js';
import { buildParticipation } from './factories/participation.factory.js';
import { buildProgram } from './factories/program.factory.js';

/** Skills of the built-in taxonomy that people of this world offer and want. */
const SKILLS = ['javascript', 'python', 'sql', 'public-speaking', 'negotiation', 'leadership'];
const ZONES = ['Europe/Berlin', 'Europe/London', 'Europe/Warsaw'];

/** A run as the API shows it. */
export interface RunBody {
  readonly id: string;
  readonly label: string | null;
  readonly state: string;
  readonly progress: number;
  readonly parameters: RunParameters;
  readonly pairs: number;
  readonly unmatchedMentees: number;
  readonly failure: string | null;
  readonly inputHash: string | null;
  readonly summary: {
    readonly certificate: { readonly gap: number };
    readonly [key: string]: unknown;
  } | null;
}

/** A program with an owner and people on an API of its own, and a worker that works for it. */
export class MatchingWorld {
  programId = '';
  owner!: TestPerson;
  mentorIds: string[] = [];
  menteeIds: string[] = [];
  private readonly workers: INestApplicationContext[] = [];

  private constructor(readonly api: TestApi) {}

  /** @param env variables that differ from the defaults of tests */
  static async start(env: Readonly<Record<string, string>> = {}): Promise<MatchingWorld> {
    const api = await TestApi.start({ QUEUE_POLL_MS: '50', DATABASE_POOL_MAX: '10', ...env });
    const world = new MatchingWorld(api);
    world.owner = await api.person('Olga Owner');
    await world.newProgram();
    return world;
  }

  get db(): Database {
    return this.api.app.get(DatabaseClass);
  }

  /** Goes on with an empty program. */
  async newProgram(): Promise<void> {
    const program = await buildProgram(this.db, {
      createdBy: this.owner.accountId,
      settings: { organisationInformsPeople: true },
    });
    await buildParticipation(this.db, {
      programId: program.id,
      accountId: this.owner.accountId,
      role: 'owner',
      source: 'founder',
    });
    this.programId = program.id;
    this.mentorIds = [];
    this.menteeIds = [];
  }

  /** Starts a worker on the same database. */
  async startWorker(): Promise<INestApplicationContext> {
    const worker = await createWorker(this.api.config);
    this.workers.push(worker);
    return worker;
  }

  /** Adds mentors and mentees, all different, set-based. */
  async populate(mentors: number, mentees: number, capacity = 1): Promise<void> {
    this.mentorIds.push(...(await this.addPeople('mentor', mentors, capacity)));
    this.menteeIds.push(...(await this.addPeople('mentee', mentees, 1)));
  }

  /** Signs a participant in. */
  async signIn(participationId: string): Promise<TestPerson> {
    const [row] = await this.db.query<{ account_id: string }>(
      `SELECT account_id FROM participation WHERE id = $1`,
      [participationId],
    );
    return this.api.signIn(row!.account_id);
  }

  /** Somebody new with a role in the program. */
  async member(
    name: string,
    role: 'owner' | 'coordinator' | 'sponsor' | 'mentor' | 'mentee',
  ): Promise<TestPerson> {
    const person = await this.api.person(name);
    await buildParticipation(this.db, { programId: this.programId, accountId: person.accountId, role });
    return person;
  }

  /** An address of the program. */
  path(rest: string): string {
    return `/v1/programs/${this.programId}${rest}`;
  }

  /** Sends a request as somebody; the answer's status and body. */
  async call(
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    rest: string,
    options: { as?: TestPerson; body?: object; version?: number } = {},
  ): Promise<request.Response> {
    let sent = this.api.http[method](this.path(rest)).set('Authorization', (options.as ?? this.owner).bearer);
    if (options.version !== undefined) sent = sent.set('If-Match', `"${options.version}"`);
    return options.body === undefined ? sent : sent.send(options.body);
  }

  /** A closed cohort with everybody in it, ready for a run. */
  async closedCohort(settings: object = {}): Promise<string> {
    const made = await this.call('post', '/cohorts', {
      body: { name: 'Spring', termFrom: '2027-03-01', seed: 'test', ...settings },
    });
    const id = (made.body as { id: string }).id;
    await this.call('post', `/cohorts/${id}/open`);
    await this.call('post', `/cohorts/${id}/members`, { body: { everybody: true } });
    await this.call('post', `/cohorts/${id}/close`);
    return id;
  }

  /** Starts a run and waits until it has ended. */
  async run(cohortId: string): Promise<RunBody> {
    const { body } = await this.call('post', `/cohorts/${cohortId}/runs`);
    return this.ended((body as { id: string }).id);
  }

  /** Waits until a run has ended. */
  async ended(runId: string): Promise<RunBody> {
    for (;;) {
      const { body } = await this.call('get', `/runs/${runId}`);
      const run = body as RunBody;
      if (!['queued', 'running'].includes(run.state)) return run;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async stop(): Promise<void> {
    for (const worker of this.workers) await worker.close();
    await this.api.stop();
  }

  private async addPeople(role: 'mentor' | 'mentee', count: number, capacity: number): Promise<string[]> {
    const people = Array.from({ length: count }, (_, index) => ({
      account: v7(),
      participation: v7(),
      profile: v7(),
      name: `${role === 'mentor' ? 'Mentor' : 'Mentee'} ${index + 1}`,
      zone: ZONES[index % ZONES.length],
      years: role === 'mentor' ? 5 + (index % 20) : index % 5,
      start: 16 * 60 + (index % 4) * 30,
      capacity,
      skills: [0, 1, 2].map((offset) => ({
        id: SKILLS[(index + offset * (1 + (index % 2))) % SKILLS.length],
        level: role === 'mentor' ? 3 + ((index + offset) % 3) : 1,
        priority: role === 'mentor' ? null : 1 + ((index + offset) % 3),
      })),
    }));
    const rows = JSON.stringify(people);
    const from = `FROM jsonb_to_recordset($1::jsonb) AS p(account uuid, participation uuid, profile uuid, name text,
      zone text, years int, start int, capacity int, skills jsonb)`;
    await this.db.query(
      `INSERT INTO account (id, email, name, time_zone) SELECT account, account || '@example.org', name, zone ${from}`,
      [rows],
    );
    await this.db.query(
      `INSERT INTO participation (id, program_id, account_id, role, state, source)
       SELECT participation, $2::uuid, account, $3::text, 'active', 'import' ${from}`,
      [rows, this.programId, role],
    );
    await this.db.query(
      `INSERT INTO profile (id, participation_id, program_id, role, time_zone, years_experience, capacity, goals, languages, windows)
       SELECT profile, participation, $2::uuid, $3::text, zone, years, capacity, '["leadership"]', '[{"code": "en"}]',
         jsonb_build_array(jsonb_build_object('weekday', 'TU', 'startMinute', start, 'endMinute', start + 180)) ${from}`,
      [rows, this.programId, role],
    );
    await this.db.query(
      `INSERT INTO profile_skill (profile_id, skill_id, level, priority)
       SELECT DISTINCT ON (profile, s.id) profile, s.id, s.level, s.priority ${from},
         jsonb_to_recordset(p.skills) AS s(id text, level int, priority int)`,
      [rows],
    );
    return people.map(({ participation }) => participation);
  }
}
