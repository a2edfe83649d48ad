/** Least people of a group about whom anything is said. */
export const LEAST_PEOPLE = 10;

/**
 * Which groups of a whole must be hidden.
 *
 * A group under `LEAST_PEOPLE` is hidden. Whoever knows the whole learns the sum of what is hidden by subtraction, so further
 * groups, the smallest first, are hidden until at least two are, with at least `LEAST_PEOPLE` people together: complementary
 * suppression, as in L. H. Cox, "Suppression methodology and statistical disclosure control", Journal of the American
 * Statistical Association 75 (1980), 377–385.
 *
 * @param sizes people in each group; every person of the whole is in one of them
 * @returns places of the hidden groups
 */
export function hiddenGroups(sizes: readonly number[]): ReadonlySet<number> {
  const bySize = sizes.map((_, place) => place).sort((a, b) => sizeAt(sizes, a) - sizeAt(sizes, b) || a - b);
  const hidden = new Set(bySize.filter((place) => sizeAt(sizes, place) < LEAST_PEOPLE));
  if (hidden.size === 0) return hidden;
  let together = [...hidden].reduce((sum, place) => sum + sizeAt(sizes, place), 0);
  for (const place of bySize) {
    if (hidden.size >= 2 && together >= LEAST_PEOPLE) break;
    if (hidden.has(place)) continue;
    hidden.add(place);
    together += sizeAt(sizes, place);
  }
  return hidden;
}

function sizeAt(sizes: readonly number[], place: number): number {
  return sizes[place] ?? 0;
}
