import { join } from 'node:path';
import { type Binaries, program } from './binaries.js';
import { runProgram, type ServerUser } from './run-program.js';

/** Whether another user may enter a folder: tried as that user, because modes of parents and ACLs count too. */
export async function canEnter(folder: string, user: ServerUser): Promise<boolean> {
  const { code } = await runProgram('/bin/sh', ['-c', 'test -x "$1" && test -r "$1"', 'sh', folder], {
    user,
  });
  return code === 0;
}

/** Whether another user may run these programs and read what they need. */
export async function canRun(binaries: Binaries, user: ServerUser): Promise<boolean> {
  const share = join(binaries.folder, 'share/postgresql/postgres.bki');
  const test = '"$1" --version && test -r "$2"';
  const { code } = await runProgram('/bin/sh', ['-c', test, 'sh', program(binaries, 'postgres'), share], {
    user,
  });
  return code === 0;
}
