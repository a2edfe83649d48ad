import { spawn } from 'node:child_process';

/** An operating system user that PostgreSQL runs as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** How a program is run. */
export interface RunProgramOptions {
  /** The user to change to. */
  readonly user?: ServerUser | undefined;
  /** Folder to run in; by default one that every user can enter. */
  readonly cwd?: string;
  /** Ends the program early. */
  readonly signal?: AbortSignal;
}

/** How a program ended. */
export interface ProgramResult {
  /** Null when it could not be started or was ended by a signal. */
  readonly code: number | null;
  /** What it printed, messages included. */
  readonly output: string;
}

/**
 * Runs a program to its end, in a session of its own: a Ctrl-C meant for us does not end it half-way.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  { user, cwd = '/', signal }: RunProgramOptions = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...user,
      cwd,
      env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const end = () => child.kill('SIGTERM');
    signal?.addEventListener('abort', end);
    if (signal?.aborted === true) end();
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    }
    const settle = (code: number | null) => {
      signal?.removeEventListener('abort', end);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += error.message;
      settle(null);
    });
    child.once('close', settle);
  });
}
