import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';

/**
 * Runs a program until our end of its standard input closes: when we close it, and just as well when we are killed.
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

/**
 * Starts a server that never outlives us, in a session of its own: out of reach of the terminal's Ctrl-C, so that we
 * decide when it stops.
 *
 * @param output file descriptor for what it prints
 */
export function spawnTied(
  command: string,
  args: readonly string[],
  output: number | 'ignore',
  options: SpawnOptions = {},
): ChildProcess {
  const windows = process.platform === 'win32';
  const [program, programArgs] = windows
    ? [command, [...args]]
    : ['/bin/sh', ['-c', SUPERVISOR, 'sh', command, ...args]];
  const child = spawn(program, programArgs, {
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' },
    ...options,
    detached: true,
    stdio: ['pipe', output, output],
  });
  child.stdin?.on('error', () => undefined);
  return child;
}

/** Interrupts the server (SIGINT) and waits until it is gone. */
export async function stopTied(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (process.platform === 'win32') child.kill();
  else child.stdin?.end();
  await gone;
}
