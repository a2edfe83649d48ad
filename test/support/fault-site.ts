import type { Database } from '#database';
import { Outbox } from '#outbox';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../../apps/standalone/src/embedded-postgres/free-port.js';
import { type Audit, audit } from './audit.js';
import { buildMentorship } from './factories/mentorship.factory.js';
import { buildProgram } from './factories/program.factory.js';
import { NotificationsApp } from './notifications-app.js';
import { OsProcess } from './os-process.js';
import type { TestDatabase } from './postgres.js';
import { TestRedis } from './redis.js';
import type { CaughtMail, TestSmtp } from './smtp.js';

/** How long a sender's claim on a mail lasts. */
const LEASE_SECONDS = 90;

/** What a site is made of. */
export interface FaultSiteOptions {
  /** Queues on a Redis of its own; on PostgreSQL when missing. */
  readonly redis?: boolean;
  readonly database?: TestDatabase;
  readonly env?: Readonly<Record<string, string>>;
}

/** An installation whose processes may be killed: PostgreSQL, mail catcher, Redis if wanted, and our programs. */
export class FaultSite {
  private readonly processes: OsProcess[] = [];
  /** Where the newest API listens. */
  address = '';

  private constructor(
    readonly app: NotificationsApp,
    private readonly ownRedis: TestRedis | null,
    readonly env: Readonly<Record<string, string>>,
  ) {}

  static async start({ redis = false, database, env = {} }: FaultSiteOptions = {}): Promise<FaultSite> {
    const app = await NotificationsApp.start(new Date(), database);
    const server = redis ? await TestRedis.start() : null;
    return new FaultSite(app, server, {
      DATABASE_URL: app.databaseUrl,
      AUTH_SECRET: app.secret,
      SMTP_URL: app.smtp.url,
      PUBLIC_URL: 'https://rapport.test',
      MAIL_FROM_ADDRESS: 'hello@rapport.test',
      AUTH_ATTEMPTS_PER_QUARTER_HOUR: '1000',
      LOG_LEVEL: 'warn',
      WORKER_POLL_MS: '100',
      ...(server === null ? {} : { REDIS_URL: server.url }),
      ...env,
    });
  }

  get db(): Database {
    return this.app.db;
  }

  get smtp(): TestSmtp {
    return this.app.smtp;
  }

  get redis(): TestRedis {
    if (this.ownRedis === null) throw new Error('This site has no Redis.');
    return this.ownRedis;
  }

  startWorker(env: Readonly<Record<string, string>> = {}): OsProcess {
    return this.keep(new OsProcess('worker', { ...this.env, ...env }));
  }

  /** Runs the migrations as their own process; its exit code. */
  migrate(env: Readonly<Record<string, string>> = {}): Promise<number | NodeJS.Signals> {
    return this.keep(new OsProcess('migrate', { ...this.env, ...env })).ended;
  }

  /** Starts an API, and says at once where it will listen. */
  async launchApi(env: Readonly<Record<string, string>> = {}): Promise<OsProcess> {
    const port = String(await findFreePort());
    this.address = `http://127.0.0.1:${port}`;
    return this.keep(new OsProcess('api', { ...this.env, ...env, PORT: port }));
  }

  /** Starts an API and waits until it is ready. */
  async startApi(): Promise<OsProcess> {
    const api = await this.launchApi();
    await this.until(() => this.isReady(), 'the API is ready');
    return api;
  }

  /** The status of an address of the API, 0 when there is no answer. */
  async statusOf(path: string): Promise<number> {
    return fetch(`${this.address}${path}`).then(
      ({ status }) => status,
      () => 0,
    );
  }

  async isReady(): Promise<boolean> {
    return (await this.statusOf('/health/ready')) === 200;
  }

  /** Asks the API for an account, which owes one mail; the status, 0 when there was no answer. */
  async register(email: string): Promise<number> {
    const body = JSON.stringify({
      email,
      password: 'seven tall purple lighthouses',
      name: 'Robin Example',
      timeZone: 'Europe/Berlin',
    });
    try {
      const headers = { 'content-type': 'application/json' };
      const signal = AbortSignal.timeout(20_000);
      const sent = await fetch(`${this.address}/v1/auth/register`, { method: 'POST', headers, body, signal });
      await sent.text();
      return sent.status;
    } catch {
      return 0;
    }
  }

  /** Starts mentorships; each owes one mail to either side. */
  async oweIntros(pairs: number): Promise<void> {
    const { id: programId } = await buildProgram(this.db);
    const started = [];
    for (let index = 0; index < pairs; index += 1)
      started.push(await buildMentorship(this.db, { programId }));
    await this.app.module.get(Outbox).append(
      ...started.map(({ id }) => ({
        type: 'mentorship.started.v1' as const,
        payload: { mentorshipId: id },
        programId,
        subjectId: id,
      })),
    );
  }

  /** Waits until nothing is owed any more. */
  async settled(timeoutMs = 60_000): Promise<void> {
    await this.until(
      async () => {
        const { unfinished, owed } = await this.audit();
        return unfinished.length + owed.length === 0;
      },
      'nothing is owed',
      timeoutMs,
    );
  }

  /** As if the lease of dead senders had passed. @param silentSeconds how long they have been silent at least */
  async endLeases(silentSeconds = 0): Promise<void> {
    await this.db.query(
      `UPDATE delivery SET claimed_until = now() - interval '1 second', next_ring_at = now()
       WHERE state = 'claimed' AND claimed_until <= now() + make_interval(secs => $1)`,
      [LEASE_SECONDS - silentSeconds],
    );
  }

  /** As if the pause between two rings had passed. */
  async ringNow(): Promise<void> {
    await this.db.query(
      `UPDATE outbox_event SET next_ring_at = now() WHERE done_at IS NULL AND due_at <= now()`,
    );
  }

  audit(): Promise<Audit> {
    return audit(this.db, this.smtp.mails);
  }

  mailsTo(address: string): CaughtMail[] {
    return this.smtp.to(address);
  }

  /** Waits for a condition; the error says which one, and what the processes printed. */
  async until(check: () => Promise<boolean>, what: string, timeoutMs = 30_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!(await check())) {
      if (Date.now() > deadline) {
        const printed = this.processes.map(({ output }) => output.slice(-2_000)).join('\n---\n');
        const state = JSON.stringify(await this.audit()).slice(0, 2_000);
        throw new Error(`Not within ${timeoutMs} ms: ${what}.\n${state}\n${printed}`);
      }
      await sleep(50);
    }
  }

  /** Kills what still runs. */
  async killProcesses(): Promise<void> {
    for (const one of this.processes.splice(0)) await one.kill();
  }

  async stop(): Promise<void> {
    await this.killProcesses();
    await this.ownRedis?.stop();
    await this.app.stop();
  }

  private keep(process: OsProcess): OsProcess {
    this.processes.push(process);
    return process;
  }
}
