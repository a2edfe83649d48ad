import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Which list a person stands in; a mentee and a mentor with the same id draw different tickets. */
export type Side = 'mentee' | 'mentor';

/**
 * The ticket a person draws: the first 48 bits of SHA-256 over the JSON array of seed, side and id. Lowest comes first,
 * equal tickets go by id. Anybody can draw it again from the published seed.
 */
export function lotteryTicket(seed: string, side: Side, id: string): number {
  const digest = sha256(utf8ToBytes(JSON.stringify([seed, side, id])));
  let ticket = 0;
  for (const byte of digest.subarray(0, 6)) ticket = ticket * 256 + byte;
  return ticket;
}
