import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processExists } from '#scripts/pid-lock';
import { program } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres.errors.js';
import type { Placement } from './placement.js';
import { runProgram } from './run-program.js';

const PATIENCE_SECONDS = 60;

/**
 * Ends a server that a killed run left behind on this cluster, and clears away what it left.
 *
 * The caller holds the lock of the data home: nobody else may be using the cluster.
 */
export async function stopLeftoverServer(placement: Placement): Promise<void> {
  const data = join(placement.folder, 'data');
  const pidFile = join(data, 'postmaster.pid');
  const pid = readPid(pidFile);
  if (pid === undefined) return;
  if (isServerOf(data, pid)) {
    // A server whose starter died is stopping by itself already.
    if (!(await ends(data, pid, 5))) await pgCtlStop(placement, data);
    if (!(await ends(data, pid, 5))) {
      throw new EmbeddedPostgresError(
        `A PostgreSQL server (process ${pid}) still uses ${data} and does not stop. End it, then start again.`,
      );
    }
  }
  if (readPid(pidFile) === pid) rmSync(pidFile, { force: true });
}

/** Undefined when no server is registered, or the file was cut off in mid-write. */
function readPid(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** Pids are used again: only a process that was started on our data counts. */
function isServerOf(data: string, pid: number): boolean {
  if (!processExists(pid)) return false;
  try {
    const commandLine =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        : execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return commandLine.includes(data);
  } catch {
    return false;
  }
}

async function pgCtlStop({ binaries, user }: Placement, data: string): Promise<void> {
  const args = [
    'stop',
    '--mode=fast',
    '--wait',
    `--timeout=${PATIENCE_SECONDS}`,
    '--silent',
    `--pgdata=${data}`,
  ];
  await runProgram(program(binaries, 'pg_ctl'), args, { user });
}

async function ends(data: string, pid: number, seconds: number): Promise<boolean> {
  for (let waited = 0; waited < seconds * 1000; waited += 50) {
    if (!isServerOf(data, pid)) return true;
    await sleep(50);
  }
  return !isServerOf(data, pid);
}
