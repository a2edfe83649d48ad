import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres.errors.js';
import { findFreePort } from './free-port.js';
import { initialiseCluster, SUPERUSER } from './initialise-cluster.js';
import { stopLeftoverServer } from './leftover-server.js';
import { type Placement, placeCluster, removeCluster } from './placement.js';
import { type ServerSettings, serverLog, spawnServer } from './server-process.js';
import { stopTied } from './tied-process.js';

const ATTEMPTS = 5;
const START_SECONDS = 120;

/** What a cluster is started with. */
export interface EmbeddedPostgresOptions {
  /** Folder that keeps the data between starts, an absolute path. The caller holds its lock. */
  readonly home: string;
  readonly settings?: ServerSettings;
  /** Gives up, and leaves nothing running. */
  readonly signal?: AbortSignal;
}

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  readonly port: number;
  /** The address of a database for the superuser, password included. */
  url(database: string): string;
  /** Makes a database unless it is there. */
  ensureDatabase(name: string): Promise<void>;
  /** Stops the server; its data stay. */
  stop(): Promise<void>;
  /** Stops the server and deletes its data. */
  destroy(): Promise<void>;
}

/**
 * Starts the PostgreSQL that came with the installed packages on 127.0.0.1 and a free port, making its data folder
 * the first time. Works as an ordinary user and as root.
 *
 * @throws EmbeddedPostgresError with what the server said
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { home, settings = [], signal = new AbortController().signal } = options;
  const placement = await placeCluster(home, findBinaries());
  await stopLeftoverServer(placement);
  signal.throwIfAborted();
  const password = await initialiseCluster(placement, signal);
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const server = spawnServer(placement, port, settings);
    const url = (database: string) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
    const stop = () => stopTied(server);
    try {
      if (await becomesReady(server, url('postgres'), signal)) {
        const destroy = async () => {
          await stop();
          removeCluster(home, placement);
        };
        return { port, url, ensureDatabase: (name) => ensureDatabase(url('postgres'), name), stop, destroy };
      }
    } catch (error) {
      await stop();
      throw error;
    }
    // Another program may have taken the port, or children of a killed server may not have ended yet.
    if (attempt === ATTEMPTS) throw new EmbeddedPostgresError(complaint(placement));
    await sleep(300 * attempt);
  }
}

/** Resolves to false when the server ends by itself. */
async function becomesReady(server: ChildProcess, url: string, signal: AbortSignal): Promise<boolean> {
  const ended = new AbortController();
  const end = () => {
    ended.abort();
  };
  server.once('exit', end).once('error', end);
  const deadline = Date.now() + START_SECONDS * 1000;
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    if (ended.signal.aborted) return false;
    if (await accepts(url)) return true;
    await sleep(30);
  }
  throw new EmbeddedPostgresError(`PostgreSQL did not become ready within ${START_SECONDS} seconds.`);
}

async function accepts(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '28P01')
      throw new EmbeddedPostgresError('PostgreSQL refuses the password that it was made with.');
    return false;
  }
}

async function ensureDatabase(connectionString: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

function complaint(placement: Placement): string {
  const lines = readFileSync(serverLog(placement), 'utf8').trimEnd().split('\n').slice(-10);
  return `PostgreSQL did not start. The end of ${serverLog(placement)}:\n${lines.join('\n')}`;
}
