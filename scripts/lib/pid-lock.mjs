import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const RECOVERY_SECONDS = 10;

/**
 * Takes a lock file that names this process.
 *
 * A lock whose process is gone (or whose pid now belongs to another process) is taken over. The lock is given
 * back by `release()` and, at the latest, when this process exits.
 *
 * @param {string} path the lock file; its folder is made when missing
 * @returns {{ held: true, release: () => void } | { held: false, pid: number }}
 */
export function acquirePidLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  for (;;) {
    if (createExclusively(path, identityOf(process.pid))) return held(path);
    const owner = readOwner(path);
    if (owner === undefined) continue;
    if (isAlive(owner)) return { held: false, pid: owner.pid };
    removeStale(path);
  }
}

function held(path) {
  let released = false;
  const release = () => {
    if (released) return;
    released = true;
    process.removeListener('exit', release);
    rmSync(path, { force: true });
  };
  process.on('exit', release);
  return { held: true, release };
}

/** Only one process at a time may judge a lock stale: otherwise the slower one removes the faster one's new lock. */
function removeStale(path) {
  const guard = `${path}.recovery`;
  if (!createExclusively(guard, String(process.pid))) {
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > RECOVERY_SECONDS * 1000) rmSync(guard, { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    return;
  }
  try {
    const owner = readOwner(path);
    if (owner !== undefined && !isAlive(owner)) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function createExclusively(path, text) {
  let file;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeSync(file, text);
  closeSync(file);
  return true;
}

/** The process named in a lock; undefined when the lock has just been given back or is being written. */
function readOwner(path) {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
  const [pid = '', startedAt = ''] = text.split('\n');
  if (/^\d+$/.test(pid)) return { pid: Number(pid), startedAt };
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  return age > RECOVERY_SECONDS * 1000 ? { pid: 0, startedAt: '' } : undefined;
}

function isAlive({ pid, startedAt }) {
  if (!processExists(pid)) return false;
  return startedAt === '' || startTimeOf(pid) === startedAt;
}

/** Whether a process with this pid runs now, whoever owns it. */
export function processExists(pid) {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function identityOf(pid) {
  return `${pid}\n${startTimeOf(pid)}\n`;
}

/** When a process began, as an opaque word: tells a process from a later one with the same pid. */
function startTimeOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    if (process.platform === 'linux' || process.platform === 'win32') return '';
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
