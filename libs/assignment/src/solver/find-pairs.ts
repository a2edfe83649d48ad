import type { CompactProblem } from '../compact-problem.js';
import type { PairWeights } from '../pair-weights.js';
import type { AssignmentProblem } from '../problem.js';
import type { AssignmentResult } from '../result.js';
import { placesGoByOrder } from '../standing-order.js';
import { type Following, bestPairs } from './best-pairs.js';
import { Book } from './book.js';
import { choosePeople } from './choose-people.js';
import { listStore } from './list-store.js';
import { makeMarket, type OrientedMarket } from './make-market.js';
import { Prices } from './prices.js';
import { ShortLists } from './short-lists.js';
import { pairsFrom } from './warm-start.js';

/** Everything that a finished search knows. */
export interface FoundPairs {
  readonly market: OrientedMarket;
  readonly book: Book;
  /** For the mentor at each position the position in the order of places at which it was closed; null without an order. */
  readonly closedAt: Float64Array | null;
}

/**
 * Decides who gets a place, where the order does, and finds the best pairs.
 *
 * @param previous the result of a problem that differs by a few people; its scores are taken for granted
 */
export function findPairs(
  problem: AssignmentProblem,
  compact: CompactProblem,
  weights: PairWeights,
  following: Following,
  previous: AssignmentResult | null = null,
): FoundPairs {
  const warm = previous === null ? null : warmPairs(previous, problem, compact, weights, following);
  if (warm !== null) return warm;
  const byOrder = placesGoByOrder(problem);
  const wide = makeMarket(problem, compact, weights, byOrder ? compact.need : null);
  const store = listStore(wide, following.allocate);
  const prices = new Prices(wide, store);
  const lists = new ShortLists(wide, store, following.makeRows);
  if (!byOrder) {
    const book = new Book(wide, prices);
    return { market: wide, book: bestPairs(wide, book, lists, following), closedAt: null };
  }
  const { places, closedAt } = choosePeople(compact, wide.values, lists, following.check);
  const market = { ...wide, units: places };
  const book = new Book(market, prices);
  return { market, book: bestPairs(market, book, lists, following), closedAt };
}

function warmPairs(
  previous: AssignmentResult,
  problem: AssignmentProblem,
  compact: CompactProblem,
  weights: PairWeights,
  following: Following,
): FoundPairs | null {
  const byOrder = placesGoByOrder(problem);
  if (previous.objective !== problem.objective || previous.order !== problem.order) return null;
  // Whoever went without may have a place now, or somebody else's: the order has to be gone through again.
  if (byOrder && previous.unmatchedMentees.length > 0) return null;
  const market = makeMarket(problem, compact, weights, byOrder ? compact.need : null);
  const book = pairsFrom(previous, problem, compact, market, following);
  if (book === null) return null;
  return { market, book, closedAt: byOrder ? new Float64Array(market.room.length).fill(Infinity) : null };
}
