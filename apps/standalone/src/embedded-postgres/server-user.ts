import { execFileSync } from 'node:child_process';
import { EmbeddedPostgresError } from './embedded-postgres.errors.js';

/** An operating system user that PostgreSQL runs as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const CANDIDATES = ['postgres', '_postgres', 'nobody'];

/** Whether this process runs as root, under which PostgreSQL refuses to run. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The unprivileged user to run PostgreSQL as when we are root.
 *
 * @throws EmbeddedPostgresError when the machine has none
 */
export function findServerUser(): ServerUser {
  for (const name of CANDIDATES) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new EmbeddedPostgresError(
    'PostgreSQL refuses to run as root, and this machine has neither a user "postgres" nor "nobody". ' +
      'Run the command as an ordinary user.',
  );
}

function idOf(flag: string, name: string): number | undefined {
  try {
    const output = execFileSync('id', [flag, name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(output.trim());
  } catch {
    return undefined;
  }
}
