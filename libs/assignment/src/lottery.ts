import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { textHash } from './text-hash.js';

/** Which list a person stands in; a mentee and a mentor with the same id draw different tickets. */
export type Side = 'mentee' | 'mentor';

/**
 * Draws tickets for the people of one side: 52 bits of two hashes of the id, whose starting values are the first two words
 * of SHA-256 over the JSON array of seed and side. Lowest comes first, equal tickets go by id. Anybody can draw them again
 * from the published seed.
 */
export class Lottery {
  private readonly first: number;
  private readonly second: number;

  constructor(seed: string, side: Side) {
    const digest = sha256(utf8ToBytes(JSON.stringify([seed, side])));
    const words = new DataView(digest.buffer, digest.byteOffset);
    this.first = words.getInt32(0);
    this.second = words.getInt32(4);
  }

  /** A whole number below 2^52. */
  ticket(id: string): number {
    return (textHash(id, this.first) >>> 0) * 2 ** 20 + (textHash(id, this.second) >>> 12);
  }
}

/** The ticket that a person draws, see {@link Lottery}. */
export function lotteryTicket(seed: string, side: Side, id: string): number {
  return new Lottery(seed, side).ticket(id);
}
