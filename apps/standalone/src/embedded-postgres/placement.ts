import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres.errors.js';
import { canEnter, canRun } from './reach.js';
import { runProgram, type ServerUser } from './run-program.js';
import { findServerUser, isRoot } from './server-user.js';

/** Where root keeps what the server's user must reach when the data home is closed to everybody else. */
const SHARED_FOLDER = '/var/lib/rapport';

/** Where a cluster lives and who runs it. */
export interface Placement {
  /** Holds the data, the password and the log; only the server's user and root can enter. */
  readonly folder: string;
  readonly binaries: Binaries;
  /** The user to change to; undefined when the server runs as we do. */
  readonly user: ServerUser | undefined;
}

/**
 * Chooses where a cluster lives: in `<home>/postgres`, or, when we are root and the server's user can't reach that,
 * in a folder of its own under /var/lib/rapport that `<home>/postgres` then points to.
 *
 * @param home the data home, an absolute path; made when missing
 */
export async function placeCluster(home: string, packaged: Binaries): Promise<Placement> {
  const folder = join(home, 'postgres');
  if (!isRoot()) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return { folder, binaries: packaged, user: undefined };
  }
  const data = join(folder, 'data');
  const user = existsSync(data) ? ownerOf(data) : await findServerUser();
  mkdirSync(home, { recursive: true, mode: 0o711 });
  if (statSync(home).uid === 0) chmodSync(home, statSync(home).mode | 0o011);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chownSync(folder, user.uid, user.gid);
  const binaries = (await canRun(packaged, user)) ? packaged : await copyBinaries(packaged);
  if (await canEnter(folder, user)) return { folder, binaries, user };
  return { folder: placeOutside(home, folder, user), binaries, user };
}

function ownerOf(path: string): ServerUser {
  const { uid, gid } = statSync(path);
  return { uid, gid };
}

async function copyBinaries(packaged: Binaries): Promise<Binaries> {
  const folder = join(SHARED_FOLDER, `postgresql-${packaged.version}`);
  if (!existsSync(folder)) {
    mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
    const unfinished = `${folder}.${randomBytes(4).toString('hex')}`;
    const copy = 'cp -R "$1" "$2" && chmod -R a+rX "$2"';
    const { code, output } = await runProgram('/bin/sh', ['-c', copy, 'sh', packaged.folder, unfinished]);
    if (code !== 0) throw new EmbeddedPostgresError(`PostgreSQL could not be copied to ${folder}: ${output}`);
    try {
      renameSync(unfinished, folder);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
  }
  return { folder, version: packaged.version };
}

/** The folder outside is named by a file in the home, and names its home in turn: so a copied home gets its own. */
function placeOutside(home: string, inside: string, user: ServerUser): string {
  const pointer = join(inside, 'location');
  const known = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined;
  if (known !== undefined && existsSync(known) && belongsTo(known, home)) {
    writeFileSync(join(known, 'home'), home);
    return known;
  }
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  removeAbandoned(home);
  const folder = join(SHARED_FOLDER, `cluster-${randomBytes(8).toString('hex')}`);
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, user.uid, user.gid);
  writeFileSync(join(folder, 'home'), home);
  writeFileSync(pointer, `${folder}\n`);
  return folder;
}

function belongsTo(folder: string, home: string): boolean {
  const recorded = readFileSync(join(folder, 'home'), 'utf8');
  return recorded === home || !existsSync(join(recorded, 'postgres/location'));
}

/** Somebody who deletes a data home means its database too. */
function removeAbandoned(home: string): void {
  for (const name of readdirSync(SHARED_FOLDER)) {
    const record = join(SHARED_FOLDER, name, 'home');
    if (existsSync(record) && readFileSync(record, 'utf8') === home) {
      rmSync(dirname(record), { recursive: true, force: true });
    }
  }
}

/** Deletes a cluster for good, wherever it was placed. The server must have been stopped. */
export function removeCluster(home: string, { folder }: Placement): void {
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(home, 'postgres'), { recursive: true, force: true });
}
