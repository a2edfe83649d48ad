import type { CompactProblem } from '../compact-problem.js';
import { placePosition } from '../standing-order.js';
import { noPairs, PlaceSearch } from './place-search.js';
import { rowList } from './row-list.js';
import type { ShortLists } from './short-lists.js';
import type { ValueRows } from './value-rows.js';

/** Who gets places when these go by the order. */
export interface Chosen {
  /** Places of the mentee at each position in standing order. */
  readonly places: Int32Array;
  /** For the mentor at each position the position in the order of places at which it was closed; `Infinity` if never. */
  readonly closedAt: Float64Array;
  /** The search that gave the places: who has whom, and who was seen in vain. */
  readonly search: PlaceSearch;
}

/**
 * Lets people come in their order, everybody's first place before anybody's second, and gives each a place whenever all
 * who came before can keep theirs. The sets of people who can be placed together are the independent sets of a
 * transversal matroid (Edmonds and Fulkerson 1965), so this choice is the first by the order, and nobody is lost by it.
 *
 * @param lists best columns of each row, made here for everybody who comes to a place
 */
export function choosePeople(
  { need, room, locked }: CompactProblem,
  values: ValueRows,
  lists: ShortLists,
  check: () => void,
): Chosen {
  const rows = need.length;
  const search = new PlaceSearch(values, room, 0, noPairs(rows));
  const most = need.reduce((top, wanted, row) => Math.max(top, wanted + (locked[row] as number)), 0);
  const open = new Uint8Array(rows).fill(1);
  for (let nth = 1; nth <= most; nth++)
    for (let row = 0; row < rows; row++) {
      const held = locked[row] as number;
      if (open[row] === 0 || nth <= held || nth > held + (need[row] as number)) continue;
      if (row % 64 === 0) check();
      if (search.closedRow[row] === 0 && !search.isAllClosed) lists.ensure(row);
      if (search.takeFree(row, rowList(lists, row))) continue;
      if (!search.give(row, placePosition(nth, row, rows))) open[row] = 0;
    }
  const places = Int32Array.from(search.columnsOf, ({ length }) => length);
  return { places, closedAt: search.closedAt, search };
}
