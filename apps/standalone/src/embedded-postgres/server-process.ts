import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { program } from './binaries.js';
import type { Placement } from './placement.js';

/**
 * Runs the server until its standard input ends: when we close it, and just as well when we are killed.
 * `<&3` because a background command of a shell gets an empty standard input.
 */
const SUPERVISOR = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{ while read -r _; do :; done <&3; kill -INT $server; } 2>/dev/null &
exec 3<&-
wait $server
`;

/** Settings of the server, `name=value`. */
export type ServerSettings = readonly string[];

/** The file that the server writes its messages to. */
export function serverLog(placement: Placement): string {
  return join(placement.folder, 'server.log');
}

/**
 * Starts the server in a session of its own, out of reach of the terminal's Ctrl-C: who stops us must not stop the
 * database first.
 */
export function spawnServer(placement: Placement, port: number, settings: ServerSettings): ChildProcess {
  const { user, folder, binaries } = placement;
  const fixed = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
  ];
  const args = ['-D', join(folder, 'data'), '-p', String(port)];
  for (const setting of [...fixed, ...settings]) args.push('-c', setting);
  const log = openSync(serverLog(placement), 'a', 0o600);
  if (user !== undefined) chownSync(serverLog(placement), user.uid, user.gid);
  const server = program(binaries, 'postgres');
  const [command, commandArgs] =
    process.platform === 'win32' ? [server, args] : ['/bin/sh', ['-c', SUPERVISOR, 'sh', server, ...args]];
  const child = spawn(command, commandArgs, {
    ...user,
    cwd: folder,
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' },
    detached: true,
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  child.stdin?.on('error', () => undefined);
  return child;
}

/** Stops the server (fast: open transactions are rolled back) and waits until it is gone. */
export async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (process.platform === 'win32') child.kill();
  else child.stdin?.end();
  await gone;
}
