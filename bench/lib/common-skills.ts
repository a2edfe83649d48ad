import type { SeededRandom } from '#roster';
import { createTaxonomy } from '#skills';

/** Ids of the most common skills of the taxonomy, the most common first. */
export function commonSkills(count: number): readonly string[] {
  const taxonomy = createTaxonomy();
  return taxonomy.skills
    .map(({ id }) => ({ id, rarity: taxonomy.rarity(id) }))
    .sort((a, b) => a.rarity - b.rarity || (a.id < b.id ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
}

const cumulative = new Map<number, Float64Array>();

/** Draws different items of a list, the n-th one with a frequency of `1/n` (Zipf). */
export function drawSkills<T>(random: SeededRandom, items: readonly T[], count: number): T[] {
  const shares = sharesOf(items.length);
  const chosen = new Set<T>();
  while (chosen.size < Math.min(count, items.length)) {
    const item = items[firstAtLeast(shares, random.next())];
    if (item !== undefined) chosen.add(item);
  }
  return [...chosen];
}

function sharesOf(count: number): Float64Array {
  const known = cumulative.get(count);
  if (known !== undefined) return known;
  const shares = new Float64Array(count);
  let sum = 0;
  for (let rank = 1; rank <= count; rank++) shares[rank - 1] = sum += 1 / rank;
  for (let at = 0; at < count; at++) shares[at] = (shares[at] ?? 0) / sum;
  cumulative.set(count, shares);
  return shares;
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}
