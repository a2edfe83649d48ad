import { EmbeddedPostgresError } from './embedded-postgres.errors.js';
import { runProgram, type ServerUser } from './run-program.js';

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
export async function findServerUser(): Promise<ServerUser> {
  for (const name of CANDIDATES) {
    const uid = await idOf('-u', name);
    const gid = await idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new EmbeddedPostgresError(
    'PostgreSQL refuses to run as root, and this machine has neither a user "postgres" nor "nobody". ' +
      'Run the command as an ordinary user.',
  );
}

async function idOf(flag: string, name: string): Promise<number | undefined> {
  const { code, output } = await runProgram('id', [flag, name]);
  return code === 0 ? Number(output.trim()) : undefined;
}
