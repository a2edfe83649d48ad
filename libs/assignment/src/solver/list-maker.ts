import { compactProblem } from '../compact-problem.js';
import { pairWeights } from '../pair-weights.js';
import type { AssignmentProblem } from '../problem.js';
import { placesGoByOrder } from '../standing-order.js';
import type { ListStore } from './list-store.js';
import { makeMarket } from './make-market.js';
import type { Market } from './market.js';
import { ShortLists } from './short-lists.js';

/** Makes short lists of a problem that somebody else solves, in arrays that both see. */
export class ListMaker {
  private readonly market: Market;
  private lists: ShortLists | null = null;
  private store: ListStore | null = null;

  /** @param problem checked already */
  constructor(problem: AssignmentProblem) {
    const weights = pairWeights(problem);
    if (weights === null) throw new RangeError('The problem is too large for exact arithmetic.');
    const compact = compactProblem(problem);
    this.market = makeMarket(problem, compact, weights, placesGoByOrder(problem) ? compact.need : null);
  }

  /** Writes the lists of the rows `from … to − 1` that have never been made, at the prices in the store. */
  make(store: ListStore, from: number, to: number): void {
    if (this.lists === null || this.store?.column.buffer !== store.column.buffer) {
      this.lists = new ShortLists(this.market, store);
      this.store = store;
    }
    for (let row = from; row < to; row++) if (store.isMade[row] === 0) this.lists.make(row);
  }
}
