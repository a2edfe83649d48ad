import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Binaries, program } from './binaries.js';
import type { ServerUser } from './server-user.js';

/** Whether another user may enter a folder: tried as that user, because modes of parents and ACLs count too. */
export function canEnter(folder: string, user: ServerUser): boolean {
  return runsAs(user, '/bin/sh', ['-c', 'test -x "$1" && test -r "$1"', 'sh', folder]);
}

/** Whether another user may run these programs and read what they need. */
export function canRun(binaries: Binaries, user: ServerUser): boolean {
  const share = join(binaries.folder, 'share/postgresql/postgres.bki');
  return (
    runsAs(user, program(binaries, 'postgres'), ['--version']) &&
    runsAs(user, '/bin/sh', ['-c', 'test -r "$1"', 'sh', share])
  );
}

function runsAs({ uid, gid }: ServerUser, command: string, args: string[]): boolean {
  return spawnSync(command, args, { uid, gid, cwd: '/', env: {}, stdio: 'ignore' }).status === 0;
}
