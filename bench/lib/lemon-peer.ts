import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Peer } from './contestant.js';
import { benchSource, programsNamed } from './on-the-path.js';
import { say } from './output.js';
import { startPeerProcess } from './peer-process.js';

const FLAGS = ['-O3', '-std=c++14', '-w'];

/** LEMON's network simplex, compiled where a compiler and the library are. */
export function lemonPeer(): Peer {
  const program = compiled();
  return {
    name: 'lemon',
    missing: program === null ? 'No C++ compiler or no LEMON: install g++ and liblemon-dev.' : null,
    prepare: async ({ file, limitSeconds }) =>
      program === null
        ? null
        : startPeerProcess({ name: 'lemon', command: program, args: [file], limitSeconds }),
  };
}

/** The compiled program, from an earlier run when nothing has changed; null when it can't be compiled. */
function compiled(): string | null {
  const source = benchSource('peers/lemon_peer.cpp');
  const compiler = programsNamed('g++')[0];
  if (compiler === undefined) return null;
  const version = spawnSync(compiler, ['-dumpfullversion', '-dumpmachine'], { encoding: 'utf8' }).stdout;
  const digest = createHash('sha256')
    .update(`${version} ${FLAGS.join(' ')}\n`)
    .update(readFileSync(source))
    .digest('hex');
  const folder = benchSource('../node_modules/.cache/rapport-bench');
  const program = join(folder, `lemon-${digest.slice(0, 16)}`);
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  say('Compiling the LEMON peer …');
  const unfinished = `${program}.${process.pid}`;
  const { status } = spawnSync(compiler, [...FLAGS, '-o', unfinished, source], { stdio: 'ignore' });
  if (status !== 0) return null;
  renameSync(unfinished, program);
  return program;
}
