import { distance } from 'fastest-levenshtein';
import { normalise } from './normalise.js';
import type { Spelling } from './spellings.js';

/** A spelling close to a text; `rank` sorts kinds of closeness, lower is closer. */
interface Near {
  readonly spelling: Spelling;
  readonly rank: number;
  readonly distance: number;
}

/** Typing errors that a text of this length may hold and still mean the same word. */
function tolerance(length: number): number {
  if (length < 3) return 0;
  if (length < 6) return 1;
  return length < 10 ? 2 : 3;
}

function nearness(query: string, spelling: Spelling): Near | null {
  const { key } = spelling;
  if (key === query) return { spelling, rank: 0, distance: 0 };
  if (key.startsWith(query)) return { spelling, rank: 1, distance: 0 };
  const most = tolerance(query.length);
  if (Math.abs(key.length - query.length) <= most) {
    const errors = distance(key, query);
    if (errors <= most) return { spelling, rank: errors === 1 ? 2 : 4, distance: errors };
  }
  return query.length > 2 && key.includes(query) ? { spelling, rank: 3, distance: 0 } : null;
}

function closestFirst(a: Near, b: Near): number {
  return (
    a.rank - b.rank ||
    a.distance - b.distance ||
    a.spelling.key.length - b.spelling.key.length ||
    (a.spelling.key < b.spelling.key ? -1 : 1)
  );
}

/** The spellings closest to a text, one for each skill, at most `limit`. */
export function nearestSpellings(
  text: string,
  limit: number,
  all: readonly Spelling[],
): { readonly spelling: Spelling; readonly distance: number }[] {
  const query = normalise(text);
  if (query === '') return [];
  const near = all.map((spelling) => nearness(query, spelling)).filter((each) => each !== null);
  const best = new Map<string, Near>();
  for (const each of near.sort(closestFirst)) {
    if (best.size >= limit) break;
    if (!best.has(each.spelling.skillId)) best.set(each.spelling.skillId, each);
  }
  return [...best.values()];
}
