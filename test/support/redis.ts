import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { findRedisServer } from '#scripts/redis-server';
import { findFreePort } from '../../apps/standalone/src/embedded-postgres/free-port.js';
import { spawnTied, stopTied } from '../../apps/standalone/src/embedded-postgres/tied-process.js';

/** A Redis server of one suite, set up as ours is in production: AOF, nothing evicted. */
export class TestRedis {
  private server: ChildProcess | undefined;
  private readonly folder = mkdtempSync(join(tmpdir(), 'rapport-redis-'));

  private constructor(
    private readonly program: string,
    private readonly port: number,
    private readonly more: Readonly<Record<string, string>>,
  ) {}

  /**
   * Starts a server on 127.0.0.1 and a free port.
   *
   * @param more settings that differ from ours in production
   */
  static async start(more: Readonly<Record<string, string>> = {}): Promise<TestRedis> {
    const program = findRedisServer();
    if (program === undefined) throw new Error('There is no redis-server on this machine: install it.');
    const redis = new TestRedis(program, await findFreePort(), more);
    await redis.resume();
    return redis;
  }

  /** The address of the server. */
  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts the server again on the same port and with the same data. */
  async resume(): Promise<void> {
    const settings = {
      bind: '127.0.0.1',
      port: String(this.port),
      dir: this.folder,
      appendonly: 'yes',
      'maxmemory-policy': 'noeviction',
      save: '',
      pidfile: this.pidFile,
      ...this.more,
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    this.server = spawnTied(this.program, args, 'ignore', { cwd: this.folder });
    await this.ready();
  }

  /** Ends the server at once, as a crash does (SIGKILL). */
  async crash(): Promise<void> {
    const server = this.server;
    process.kill(Number(readFileSync(this.pidFile, 'utf8').trim()), 'SIGKILL');
    if (server !== undefined) await stopTied(server);
    this.server = undefined;
  }

  /** As `crash`, and all data are gone too. */
  async crashForGood(): Promise<void> {
    await this.crash();
    for (const name of readdirSync(this.folder)) rmSync(join(this.folder, name), { recursive: true });
  }

  /** Sends a signal to the server process itself: SIGSTOP and SIGCONT for a server that hangs. */
  signal(name: NodeJS.Signals): void {
    process.kill(Number(readFileSync(this.pidFile, 'utf8').trim()), name);
  }

  /** Stops the server in order; its data stay for `resume`. */
  async pause(): Promise<void> {
    if (this.server !== undefined) await stopTied(this.server);
    this.server = undefined;
  }

  /** Stops the server and deletes its data. */
  async stop(): Promise<void> {
    await this.pause();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get pidFile(): string {
    return join(this.folder, 'redis.pid');
  }

  private async ready(): Promise<void> {
    const client = new Redis(this.url, {
      lazyConnect: true,
      retryStrategy: () => null,
      maxRetriesPerRequest: 0,
    });
    client.on('error', () => undefined);
    try {
      for (let attempt = 0; attempt < 200; attempt += 1) {
        const answer = await client.connect().then(
          () => client.ping(),
          () => undefined,
        );
        if (answer === 'PONG') return;
        await sleep(50);
      }
      throw new Error('redis-server did not become ready within 10 seconds.');
    } finally {
      client.disconnect();
    }
  }
}
