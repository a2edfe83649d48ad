import { INFEASIBLE, MAX_SCORE } from '../problem.js';
import type { Pairing } from '../solver/place-search.js';
import { PlaceSearch } from '../solver/place-search.js';
import { rowList } from '../solver/row-list.js';
import type { ShortLists } from '../solver/short-lists.js';
import type { ValueRows } from '../solver/value-rows.js';

/** Everything that stays the same while the worst score is looked for. */
export interface PlacesWanted {
  readonly scores: ValueRows;
  /** Columns of each row, the best score first; made where none had a price. */
  readonly lists: ShortLists;
  /** Places that each row may have. */
  readonly wanted: Int32Array;
  /** Places of each column. */
  readonly room: Int32Array;
  /** Places that have to be given in all. */
  readonly goal: number;
}

/** The highest score that the worst pair can have. */
export interface HighestWorst {
  readonly score: number;
  /** A search over the pairs above this score that could not give all the places. */
  readonly inVain: PlaceSearch;
}

/**
 * Finds the highest worst score by bisection: whether a score is possible shows by giving as many places over the pairs
 * that reach it. Each try starts from the pairs of the last one that went well.
 *
 * @param start pairs that give all the places
 */
export function highestWorst(places: PlacesWanted, start: Pairing, check: () => void): HighestWorst {
  let best = start;
  let low = worstOf(start);
  let high = upperLimit(places, check);
  let inVain: PlaceSearch | null = null;
  while (low < high) {
    check();
    const middle = Math.floor((low + high + 1) / 2);
    const { isAll, search } = giveAll(places, middle, best, check);
    if (isAll) {
      best = search;
      low = worstOf(best);
    } else {
      inVain = search;
      high = middle - 1;
    }
  }
  return { score: low, inVain: inVain ?? giveAll(places, low + 1, best, check).search };
}

/** Gives all the places over the pairs that reach a score, or ends as soon as that can't be done any more. */
function giveAll(
  { scores, lists, wanted, room, goal }: PlacesWanted,
  threshold: number,
  start: Pairing,
  check: () => void,
): { readonly isAll: boolean; readonly search: PlaceSearch } {
  const search = new PlaceSearch(scores, room, threshold, start);
  let spare = wanted.reduce((sum, places) => sum + places, 0) - goal;
  for (let row = 0; row < wanted.length && spare >= 0; row++) {
    const held = search.columnsOf[row] as number[];
    while (held.length < (wanted[row] as number)) {
      check();
      if (search.takeFree(row, rowList(lists, row)) || search.give(row)) continue;
      spare -= (wanted[row] as number) - held.length;
      break;
    }
  }
  return { isAll: spare >= 0, search };
}

function worstOf({ scoresOf }: Pairing): number {
  let worst = MAX_SCORE;
  for (const held of scoresOf) for (const score of held) worst = Math.min(worst, score);
  return worst;
}

/** Every place that is given is at best the best pair that its row has left: so many of them have to be this high. */
function upperLimit({ scores, lists, wanted, goal }: PlacesWanted, check: () => void): number {
  const counts = new Int32Array(MAX_SCORE + 1);
  wanted.forEach((places, row) => {
    if (places === 0) return;
    check();
    lists.ensure(row);
    const { values } = rowList(lists, row);
    const best = values.length < places ? highest(scores.load(row), places) : values.subarray(0, places);
    for (const score of best) counts[score] = (counts[score] as number) + 1;
  });
  let reached = 0;
  for (let score = MAX_SCORE; score > 0; score--) {
    reached += counts[score] as number;
    if (reached >= goal) return score;
  }
  return 0;
}

/** A list may be shorter than its row. */
function highest(row: Int32Array, count: number): Int32Array {
  const possible = row.filter((score) => score > INFEASIBLE).sort();
  return possible.subarray(Math.max(0, possible.length - count));
}
