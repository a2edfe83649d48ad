import { spawn } from 'node:child_process';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** A command ended with an exit code other than 0. */
export class CommandFailed extends Error {
  constructor(command, code) {
    super(`"${command}" ended with exit code ${code}.`);
    this.code = code;
  }
}

/**
 * Runs a command to its end, everything that it prints going to standard error.
 *
 * It gets a process group of its own: a signal that ends this process ends the command and all of its children
 * first, whether the terminal sent it or another program did.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<void>} rejects with CommandFailed
 */
export async function runCommand(command, args, options = {}) {
  const code = await runForExitCode(command, args, { stdio: ['ignore', 2, 2], ...options });
  if (code !== 0) throw new CommandFailed([command, ...args].join(' '), code);
}

/** Like `runCommand`, but hands back the exit code. */
export async function runForExitCode(command, args, options) {
  const windows = process.platform === 'win32';
  const child = spawn(command, args, { detached: !windows, shell: windows, ...options });
  const handlers = Object.entries(SIGNALS).map(([signal, exitCode]) => [
    signal,
    () => {
      let patience;
      child.once('exit', () => {
        clearTimeout(patience);
        process.exit(exitCode);
      });
      killGroup(child.pid, signal === 'SIGHUP' ? 'SIGTERM' : signal);
      patience = setTimeout(() => killGroup(child.pid, 'SIGKILL'), options?.patience ?? 3000);
    },
  ]);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : (SIGNALS[signal] ?? 137))));
    });
  } finally {
    for (const [signal, handler] of handlers) process.removeListener(signal, handler);
  }
}

function killGroup(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
