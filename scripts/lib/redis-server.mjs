import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CommandFailed, runCommand } from './run-command.mjs';

const POLICY = '/usr/sbin/policy-rc.d';

/** The path of a `redis-server`, or undefined. */
export function findRedisServer() {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ];
  return folders.map((folder) => join(folder, 'redis-server')).find((path) => existsSync(path));
}

/**
 * Installs Debian's package where that can be done without asking anybody: as root, with apt.
 *
 * @returns {Promise<boolean>} whether it was tried and went well
 */
export async function installRedisServer() {
  if (process.getuid?.() !== 0) return false;
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-q', '--no-install-recommends', 'redis-server'];
  // The package would start a service of its own; we want the program alone.
  const keepQuiet = !existsSync(POLICY);
  if (keepQuiet) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await runCommand('apt-get', install, { env }).catch(async () => {
      await runCommand('apt-get', ['update', '-q'], { env });
      await runCommand('apt-get', install, { env });
    });
    return true;
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    return false;
  } finally {
    if (keepQuiet) rmSync(POLICY, { force: true });
  }
}
