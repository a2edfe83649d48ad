import type { ChildProcess } from 'node:child_process';
import { chownSync, closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { program } from './binaries.js';
import type { Placement } from './placement.js';
import { spawnTied } from './tied-process.js';

/** Settings of the server, `name=value`. */
export type ServerSettings = readonly string[];

const FIXED = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC'];

/** The file that the server writes its messages to. */
export function serverLog(placement: Placement): string {
  return join(placement.folder, 'server.log');
}

/** Starts the server on 127.0.0.1; it stops (fast: open transactions are rolled back) when interrupted. */
export function spawnServer(placement: Placement, port: number, settings: ServerSettings): ChildProcess {
  const { user, folder, binaries } = placement;
  const args = ['-D', join(folder, 'data'), '-p', String(port)];
  for (const setting of [...FIXED, ...settings]) args.push('-c', setting);
  const log = openSync(serverLog(placement), 'a', 0o600);
  if (user !== undefined) chownSync(serverLog(placement), user.uid, user.gid);
  try {
    return spawnTied(program(binaries, 'postgres'), args, log, { ...user, cwd: folder });
  } finally {
    closeSync(log);
  }
}
