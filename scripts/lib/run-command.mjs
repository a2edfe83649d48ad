import { spawn } from 'node:child_process';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const PATIENCE_MS = 3000;

/** A command ended with an exit code other than 0. */
export class CommandFailed extends Error {
  constructor(command, code) {
    super(`"${command}" ended with exit code ${code}.`);
    this.code = code;
  }
}

/**
 * Runs a command to its end, everything that it prints going to standard error. A signal ends the command first and
 * then this process.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<void>} rejects with CommandFailed
 */
export async function runCommand(command, args, options = {}) {
  const { code, signal } = await runInGroup(command, args, { stdio: ['ignore', 2, 2], ...options });
  if (signal !== undefined) process.exit(SIGNALS[signal]);
  if (code !== 0) throw new CommandFailed([command, ...args].join(' '), code);
}

/**
 * Runs a command in a process group of its own: a signal that reaches this process is passed on to the command and
 * all of its children, whether the terminal sent it or another program did.
 *
 * @returns {Promise<{ code: number, signal: string | undefined }>} signal: the one that this process received
 */
export async function runInGroup(command, args, options = {}) {
  const windows = process.platform === 'win32';
  const child = spawn(command, args, { detached: !windows, shell: windows, ...options });
  let received;
  let patience;
  const handlers = Object.keys(SIGNALS).map((signal) => {
    const handler = () => {
      received = signal;
      killGroup(child.pid, signal);
      patience ??= setTimeout(() => killGroup(child.pid, 'SIGKILL'), PATIENCE_MS);
    };
    process.on(signal, handler);
    return () => process.removeListener(signal, handler);
  });
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (exitCode, by) => resolve(exitCode ?? SIGNALS[by] ?? 137));
    });
    return { code, signal: received };
  } finally {
    clearTimeout(patience);
    if (received !== undefined) killGroup(child.pid, 'SIGKILL');
    for (const remove of handlers) remove();
  }
}

function killGroup(pid, signal) {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
