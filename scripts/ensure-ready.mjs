import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './lib/build.mjs';
import { areDependenciesInstalled, installDependencies } from './lib/dependencies.mjs';
import { acquirePidLock } from './lib/pid-lock.mjs';

const MINIMUM_NODE = [20, 19];

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/**
 * Makes a checkout ready to run: checks Node, installs what is missing, builds what has changed.
 *
 * Several processes may call it at once in the same checkout: one works, the others wait. Everything is said on
 * standard error. Ends the process with exit code 1 and a sentence when it can't be done.
 *
 * @param {{ quietUnlessWorking?: boolean }} [options] quietUnlessWorking: say nothing when there is nothing to do
 */
export async function ensureReady({ quietUnlessWorking = false } = {}) {
  requireNode();
  if (isReady()) {
    if (!quietUnlessWorking) say('Everything is installed and built.');
    return;
  }
  const lock = await waitForLock();
  try {
    if (!areDependenciesInstalled(root)) {
      await step('Installing packages', 'Run "npm ci --include=dev" to see more.', () =>
        installDependencies(root),
      );
    }
    if (!isBuilt(root)) await step('Building', 'The messages above say where.', () => build(root));
  } finally {
    lock.release();
  }
}

function isReady() {
  return areDependenciesInstalled(root) && isBuilt(root);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1])) return;
  say(`Rapport needs Node ${MINIMUM_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  say('Install a newer one from https://nodejs.org, then run the command again.');
  process.exit(1);
}

async function waitForLock() {
  let told = false;
  for (;;) {
    const lock = acquirePidLock(join(root, '.cache/ensure-ready.lock'));
    if (lock.held) return lock;
    if (!told) say(`Process ${lock.pid} is installing or building here already; waiting for it.`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function step(name, help, work) {
  const started = Date.now();
  say(`${name} …`);
  try {
    await work();
  } catch (error) {
    say(`${name} failed: ${error.message} ${help}`);
    process.exit(1);
  }
  say(`${name}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
