import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres.errors.js';
import type { Placement } from './placement.js';
import { runProgram } from './run-program.js';

/** The superuser of every embedded cluster. */
export const SUPERUSER = 'rapport';

/**
 * Makes an empty cluster with a random password, unless there is one already.
 *
 * It is made beside its place and renamed, so that an interrupted start leaves nothing half-made.
 *
 * @returns the superuser's password
 * @throws EmbeddedPostgresError with what initdb said; the signal's reason when aborted
 */
export async function initialiseCluster(placement: Placement, signal: AbortSignal): Promise<string> {
  const { folder, user } = placement;
  const passwordFile = join(folder, 'password');
  const data = join(folder, 'data');
  if (existsSync(data)) return readFileSync(passwordFile, 'utf8').trim();
  const unfinished = join(folder, 'data.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user !== undefined) chownSync(passwordFile, user.uid, user.gid);
  await runInitdb(placement, unfinished, passwordFile, signal);
  renameSync(unfinished, data);
  return password;
}

async function runInitdb(
  placement: Placement,
  data: string,
  passwordFile: string,
  signal: AbortSignal,
): Promise<void> {
  const args = [
    `--pgdata=${data}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=und',
    '--no-sync',
    '--no-instructions',
  ];
  const { binaries, user, folder } = placement;
  const { code, output } = await runProgram(program(binaries, 'initdb'), args, { user, cwd: folder, signal });
  signal.throwIfAborted();
  if (code !== 0) throw new EmbeddedPostgresError(`PostgreSQL could not make its data folder:\n${output}`);
}
