import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { acquirePidLock } from '#scripts/pid-lock';
import { CannotStartError } from './standalone-options.js';

/**
 * Makes the data home and takes it for this process.
 *
 * @returns gives it back
 * @throws CannotStartError when another process has it, or when it can't be written
 */
export function takeHome(home: string): () => void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o711 });
    const lock = acquirePidLock(join(home, 'lock'));
    if (lock.held) return lock.release;
    throw new CannotStartError(
      `Rapport already runs with the data in ${home} (process ${lock.pid}). Stop that one, or start another with ` +
        'its own data: "RAPPORT_HOME=.data-2 PORT=0 npm start".',
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error;
    throw new CannotStartError(
      `The data folder ${home} can't be written by this user. Choose another: RAPPORT_HOME=<folder> npm start.`,
    );
  }
}
