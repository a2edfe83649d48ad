import type { PairOfIds } from './problem.js';

/** Where each person stands in the list; the first place when an id is listed twice. */
export function indexById(people: readonly { readonly id: string }[]): Map<string, number> {
  const index = new Map<string, number>();
  people.forEach(({ id }, at) => {
    if (!index.has(id)) index.set(id, at);
  });
  return index;
}

/** One string for a pair, different for different pairs. */
export function pairKey(pair: PairOfIds): string {
  return `${pair.menteeId.length}:${pair.menteeId}${pair.mentorId}`;
}

/** The pairs without repetitions. */
export function distinctPairs(pairs: readonly PairOfIds[]): readonly PairOfIds[] {
  return [...new Map(pairs.map((pair) => [pairKey(pair), pair])).values()];
}
