/** Draws that depend on the seed alone. */
export interface SeededRandom {
  /** A number in `[0, 1)`. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** One of the items; the list must not be empty. */
  pick<T>(items: readonly T[]): T;
  /** Up to `count` different items; earlier ones are likelier, as in lists that start with what is common. */
  pickSome<T>(items: readonly T[], count: number): T[];
}

/** A small generator (mulberry32) started from the text of a seed (FNV-1a); for samples, never for secrets. */
export function seededRandom(seed: string): SeededRandom {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const at = <T>(items: readonly T[], share: number): T => {
    const item = items[Math.floor(share * items.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  };
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (items) => at(items, next()),
    pickSome: (items, count) => {
      const chosen = new Set<(typeof items)[number]>();
      for (let tries = 0; chosen.size < Math.min(count, items.length) && tries < count * 20; tries++) {
        chosen.add(at(items, next() ** 2));
      }
      return [...chosen];
    },
  };
}
