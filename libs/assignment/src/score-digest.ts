import type { MentorSpec } from './problem.js';
import { textHash } from './text-hash.js';

/**
 * Checksums of score rows that do not depend on the order of the mentors: the sum of the scores times odd numbers drawn
 * from the mentors' ids, twice, modulo 2^32. Any single change shows; they do not withstand an attacker.
 */
export class ScoreDigest {
  /** The odd numbers of each mentor. */
  readonly first: Int32Array;
  readonly second: Int32Array;

  constructor(mentors: readonly MentorSpec[]) {
    this.first = Int32Array.from(mentors, ({ id }) => textHash(id, 0x811c9dc5) | 1);
    this.second = Int32Array.from(mentors, ({ id }) => textHash(id, 0x2545f491) | 1);
  }

  /** Writes the two checksums of a row to `out[at]` and `out[at + 1]`. */
  write(row: Int32Array, out: Uint32Array, at: number): void {
    const { first, second } = this;
    const columns = first.length;
    let a = 0;
    let b = 0;
    for (let column = 0; column < columns; column++) {
      const score = row[column] as number;
      a = (a + Math.imul(score, first[column] as number)) | 0;
      b = (b + Math.imul(score, second[column] as number)) | 0;
    }
    out[at] = a;
    out[at + 1] = b;
  }
}
