import { closeSync, openSync, writeSync } from 'node:fs';
import type { Instance } from './instance.js';

/** Writes an instance as the peers read it: Int32 numbers: mentees, mentors, places by mentor, scores row by row. */
export function writeInstance({ mentees, mentors, capacity, scores }: Instance, path: string): void {
  const file = openSync(path, 'w');
  try {
    for (const numbers of [Int32Array.of(mentees, mentors), capacity, scores]) writeAll(file, numbers);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, numbers: Int32Array): void {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
