import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from '../../apps/standalone/src/embedded-postgres/binaries.js';
import { findFreePort } from '../../apps/standalone/src/embedded-postgres/free-port.js';
import {
  initialiseCluster,
  SUPERUSER,
} from '../../apps/standalone/src/embedded-postgres/initialise-cluster.js';
import {
  type Placement,
  placeCluster,
  removeCluster,
} from '../../apps/standalone/src/embedded-postgres/placement.js';
import { spawnServer } from '../../apps/standalone/src/embedded-postgres/server-process.js';
import { stopTied } from '../../apps/standalone/src/embedded-postgres/tied-process.js';

/** A crash of ours is no power cut; what was committed must be written to the file all the same. */
const SETTINGS = ['fsync=off', 'full_page_writes=off', 'shared_buffers=64MB'];

/** A PostgreSQL of one suite that may be stopped at once and comes back on the same port. */
export class OwnPostgres {
  private server: ChildProcess | undefined;

  private constructor(
    private readonly home: string,
    private readonly placement: Placement,
    private readonly password: string,
    private readonly port: number,
  ) {}

  static async start(): Promise<OwnPostgres> {
    const home = mkdtempSync(join(tmpdir(), 'rapport-own-postgres-'));
    const placement = await placeCluster(home, findBinaries());
    const password = await initialiseCluster(placement, new AbortController().signal);
    const own = new OwnPostgres(home, placement, password, await findFreePort());
    await own.resume();
    return own;
  }

  get url(): string {
    return `postgres://${SUPERUSER}:${this.password}@127.0.0.1:${this.port}/postgres`;
  }

  /** Ends it at once, open connections and all, as `pg_ctl stop -m immediate` does. */
  async crash(): Promise<void> {
    const gone = new Promise((resolve) => this.server?.once('exit', resolve));
    const pidFile = join(this.placement.folder, 'data/postmaster.pid');
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT');
    await gone;
    this.server = undefined;
  }

  /** Starts it again and waits until it has recovered. */
  async resume(): Promise<void> {
    this.server = spawnServer(this.placement, this.port, SETTINGS);
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const client = new pg.Client({ connectionString: this.url });
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.end();
        return;
      } catch {
        await sleep(50);
      }
    }
    throw new Error('PostgreSQL did not come back within 30 seconds.');
  }

  /** Stops it and deletes its data. */
  async stop(): Promise<void> {
    if (this.server !== undefined) await stopTied(this.server);
    removeCluster(this.home, this.placement);
    rmSync(this.home, { recursive: true, force: true });
  }
}
