/** Pairs whose rules are asked for on each side, at most: naming them is slow beside scoring. */
const MOST_PAIRS = 150_000;

/** Nobody's share is smaller. */
const LEAST_EACH = 40;

/** How many of `others` to look at for each of `people`, so that all together stay bounded. */
export function pairsEach(people: number, others: number): number {
  const share = Math.max(LEAST_EACH, Math.floor(MOST_PAIRS / Math.max(1, people)));
  return Math.min(others, share);
}
