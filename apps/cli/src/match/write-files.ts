import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BadInputError } from '../cli-error.js';
import { reasonOf } from './read-file.js';

/** A file to be written: its text, whole or in pieces. */
export interface OutputFile {
  readonly path: string;
  readonly text: string | Iterable<string>;
}

/**
 * Writes all files or none: each goes to a temporary file beside its place first, and only when all are whole do they
 * take their names.
 *
 * @throws BadInputError when a file can't be written
 */
export async function writeFiles(files: readonly OutputFile[]): Promise<void> {
  const written: { readonly temporary: string; readonly path: string }[] = [];
  let path = '';
  const interrupted = (signal: NodeJS.Signals): void => {
    for (const { temporary } of written) rmSync(temporary, { force: true });
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
  try {
    for (const file of files) {
      path = file.path;
      const target = await targetOf(path);
      const mark = randomBytes(6).toString('hex');
      const temporary = join(dirname(target), `.${basename(target)}.${mark}.tmp`);
      written.push({ temporary, path: target });
      await writeWhole(temporary, file.text);
    }
    for (const one of written) {
      path = one.path;
      await rename(one.temporary, one.path);
    }
  } catch (error) {
    await Promise.all(written.map(({ temporary }) => rm(temporary, { force: true })));
    throw new BadInputError([`${path} can't be written: ${reasonOf(error)}.`]);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

/** Where a link leads. Devices and folders are no place for a file: taking their name would replace them. */
async function targetOf(path: string): Promise<string> {
  const target = await realpath(path).catch(() => path);
  const found = await stat(target).catch(() => null);
  if (found !== null && !found.isFile()) throw new Error('it is not a file');
  return target;
}

async function writeWhole(path: string, text: string | Iterable<string>): Promise<void> {
  const file: FileHandle = await open(path, 'wx');
  try {
    for (const piece of typeof text === 'string' ? [text] : text) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}
