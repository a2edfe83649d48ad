import type { EngineSummary } from '#engine';
import type { ChangedSetting } from './run-comparison.view.js';

/** Figures of a run's quality that can be compared, in the order in which they are read. */
export const FIGURES: readonly (keyof EngineSummary)[] = [
  'pairs',
  'coverage',
  'menteesWithout',
  'total',
  'meanScore',
  'medianScore',
  'worstScore',
  'firstWishRate',
  'anyWishRate',
  'blockingPairs',
];

/** The figures of a run's summary; null where one was not taken. */
export function figuresOf(summary: Partial<EngineSummary>): Record<string, number | null> {
  return Object.fromEntries(
    FIGURES.map((name) => {
      const value = summary[name];
      return [name, typeof value === 'number' ? value : null];
    }),
  );
}

/** Every setting in which two runs differ, by its path. */
export function changedSettings(before: object, after: object): ChangedSetting[] {
  const [first, second] = [new Map(leaves(before)), new Map(leaves(after))];
  return [...new Set([...first.keys(), ...second.keys()])]
    .sort()
    .filter((path) => JSON.stringify(first.get(path)) !== JSON.stringify(second.get(path)))
    .map((path) => ({ path, before: first.get(path) ?? null, after: second.get(path) ?? null }));
}

/** Lists stay whole: which entry of one was which of the other is not known. */
function leaves(value: object, under = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) => {
    const path = under === '' ? key : `${under}.${key}`;
    const isGroup = typeof each === 'object' && each !== null && !Array.isArray(each);
    return isGroup ? leaves(each, path) : [[path, each]];
  });
}
