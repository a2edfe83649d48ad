import { closest, distance } from 'fastest-levenshtein';
import { STANDARD_GOAL_AREAS } from './goal-areas.data.js';
import { readList } from './read-list.js';
import type { RowCells } from './row-cells.js';

/**
 * Keys of goal areas, each once, in the order written; spaces and case don't matter. An unknown one is a warning and is
 * left out.
 */
export function readGoals(
  cells: RowCells,
  key: string,
  areas: readonly string[] | undefined,
): readonly string[] {
  const known = areas ?? Object.keys(STANDARD_GOAL_AREAS);
  const byPlain = new Map(known.map((area) => [plain(area), area]));
  const goals = new Set<string>();
  for (const part of readList(cells, key)) {
    const area = byPlain.get(plain(part));
    if (area !== undefined) goals.add(area);
    else {
      const message = `"${part}" is not one of the program's goal areas; it is left out.`;
      cells.warn(
        key,
        'unknown-goal',
        message,
        part,
        cells.advice.once(`goal ${part}`, () => near(plain(part), byPlain)),
      );
    }
  }
  return [...goals];
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
}

function near(text: string, byPlain: ReadonlyMap<string, string>): string | undefined {
  if (byPlain.size === 0 || text.length > 100) return undefined;
  const best = closest(text, [...byPlain.keys()]);
  return distance(text, best) <= Math.max(2, best.length / 3) ? byPlain.get(best) : undefined;
}
