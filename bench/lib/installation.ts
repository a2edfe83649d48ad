import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../apps/standalone/src/embedded-postgres/embedded-postgres.js';
import { findFreePort } from '../../apps/standalone/src/embedded-postgres/free-port.js';
import { runMigrations } from '../../apps/migrate/src/run-migrations.js';
import { ServiceProcess } from './service-process.js';

const PASSWORD = 'seven tall purple lighthouses';
const OWNER = 'owner@example.org';

/** A PostgreSQL, an API and a worker, each a process of its own, with a program and its owner. */
export interface Installation {
  readonly db: pg.Client;
  readonly api: ServiceProcess;
  readonly worker: ServiceProcess;
  readonly programId: string;
  /** Where the API listens: `http://127.0.0.1:…`. */
  readonly origin: string;
  /** Starts one more API on the same database and waits until it is ready. */
  startApi(): Promise<{ readonly process: ServiceProcess; readonly origin: string }>;
  /** Signs participants in by a password of theirs. @returns their access tokens */
  signIn(participationIds: readonly string[]): Promise<string[]>;
  /** Sends a request as the owner, a form as it is and other bodies as JSON; a path below the program starts with `/`. */
  call(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }>;
  stop(): Promise<void>;
}

/** Starts everything on 127.0.0.1 and free ports. @param env variables of the services that differ from the defaults */
export async function startInstallation(env: Readonly<Record<string, string>> = {}): Promise<Installation> {
  const home = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
  const server = await startEmbeddedPostgres({ home, settings: ['shared_buffers=256MB'] });
  await server.ensureDatabase('rapport');
  const url = server.url('rapport');
  await runMigrations(url);
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  const programId = await seed(db);
  const variables = {
    DATABASE_URL: url,
    AUTH_SECRET: 'a server key for benchmarks, long enough to be one',
    SMTP_URL: 'smtp://127.0.0.1:9',
    LOG_LEVEL: 'info',
    ...env,
  };
  const startApi: Installation['startApi'] = async () => {
    const port = await findFreePort();
    const started = new ServiceProcess('api', { ...variables, PORT: String(port) });
    const origin = `http://127.0.0.1:${port}`;
    await ready(`${origin}/health/ready`);
    return { process: started, origin };
  };
  const { process: api, origin } = await startApi();
  const worker = new ServiceProcess('worker', variables);
  const token = await signIn(origin, OWNER);
  return {
    db,
    api,
    worker,
    programId,
    origin,
    startApi,
    signIn: async (participationIds) => {
      const { rows } = await db.query<{ email: string }>(
        `UPDATE account a SET password_hash = o.password_hash, email_verified_at = now(), claimed_at = now(),
           privacy_accepted_at = now()
         FROM account o, participation p WHERE o.email = $1 AND p.account_id = a.id AND p.id = ANY($2::uuid[])
         RETURNING a.email`,
        [OWNER, participationIds],
      );
      const tokens: string[] = [];
      for (const { email } of rows) tokens.push(await signIn(origin, email));
      return tokens;
    },
    call: (method, path, body) => send(`${origin}/v1/programs/${programId}${path}`, method, body, token),
    stop: async () => {
      await Promise.all([api.stop(), worker.stop()]);
      await db.end();
      await server.destroy();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function ready(url: string): Promise<void> {
  for (let waited = 0; waited < 600; waited++) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok === true) return;
    await sleep(100);
  }
  throw new Error('The API did not become ready.');
}

async function signIn(origin: string, email: string): Promise<string> {
  const { status, body } = await send(`${origin}/v1/auth/sign-in`, 'POST', { email, password: PASSWORD });
  const token = (body as { accessToken?: string }).accessToken;
  if (token === undefined) throw new Error(`Nobody could be signed in: ${status}.`);
  return token;
}

async function send(
  url: string,
  method: string,
  body?: object,
  token?: string,
): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(url, {
    method,
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
}

async function seed(db: pg.Client): Promise<string> {
  const passwordHash = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const { rows } = await db.query<{ id: string }>(
    `WITH owner AS (
       INSERT INTO account (id, email, name, time_zone, password_hash, email_verified_at, claimed_at, privacy_accepted_at)
       VALUES (gen_random_uuid(), $1, 'Olga Owner', 'Europe/Berlin', $2, now(), now(), now()) RETURNING id
     ), program AS (
       INSERT INTO program (id, name, time_zone, settings, goal_areas, created_by)
       SELECT gen_random_uuid(), 'Bench', 'Europe/Berlin', $3, $4, id FROM owner RETURNING id
     ), role AS (
       INSERT INTO participation (id, program_id, account_id, role, state, source, privacy_confirmed_at)
       SELECT gen_random_uuid(), program.id, owner.id, 'owner', 'active', 'founder', now() FROM program, owner
     )
     SELECT id FROM program`,
    [OWNER, passwordHash, JSON.stringify({ organisationInformsPeople: true }), '[]'],
  );
  const [program] = rows;
  if (program === undefined) throw new Error('The program was not made.');
  return program.id;
}
