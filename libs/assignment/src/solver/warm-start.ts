import type { CompactProblem } from '../compact-problem.js';
import type { PairWeights } from '../pair-weights.js';
import { type Prices as StatedPrices, pricesOf } from '../prices-of.js';
import type { AssignmentProblem } from '../problem.js';
import type { AssignmentResult } from '../result.js';
import type { Following } from './best-pairs.js';
import { Book } from './book.js';
import { listStore } from './list-store.js';
import { type OrientedMarket, valuesBy } from './make-market.js';
import { PathSearch } from './path-search.js';
import { PriceFalls } from './price-falls.js';
import { Prices } from './prices.js';
import { ShortLists } from './short-lists.js';
import { Spares } from './spares.js';
import type { ValueRows } from './value-rows.js';

/** Where more than this share of all pairs is missing, starting anew is as quick. */
const MOST_MISSING = 0.2;

/**
 * Finds the best pairs of a market from those of an earlier one that differs by a few people or places: their pairs and
 * prices stay, prices fall where somebody left, and whoever came is given a place as ever. No score is read twice, so
 * whether the others still score what they did shows only when the result is compared with every pair.
 *
 * @param previous a result with prices
 * @returns null when the earlier result is of no help
 */
export function pairsFrom(
  previous: AssignmentResult,
  problem: AssignmentProblem,
  compact: CompactProblem,
  market: OrientedMarket,
  following: Following,
): Book | null {
  const stated = pricesOf(previous.certificate);
  if (stated === null || problem.scoreColumn === undefined) return null;
  const store = listStore(market, following.allocate);
  const prices = new Prices(market, store);
  const book = new Book(market, prices);
  const warm = new WarmStart(problem, compact, market, book);
  if (!warm.takeOver(previous, stated)) return null;
  warm.priceNewColumns();
  const spares = new Spares(market.room);
  const lists = new ShortLists(market, store, null);
  const search = new PathSearch(market, book, lists, spares, following.check);
  // Prices are as low as they can be, so whoever comes is placed without any rising; once some have fallen that is over.
  market.room.forEach((places, column) => {
    spares.vacant[column] = prices.exact[column] === 0 ? places - (book.used[column] as number) : 0;
  });
  const waiting = missingRows(market, book).filter((row) => !search.giveVacant(row));
  warm.letPricesFall();
  market.room.forEach((places, column) => (spares.vacant[column] = places - (book.used[column] as number)));
  for (const row of waiting) if (search.give(row) === 'impossible') return null;
  return book;
}

/** Rows that are to have more pairs, each as often as it lacks one. */
function missingRows({ units }: OrientedMarket, { taken }: Book): number[] {
  const rows: number[] = [];
  units.forEach((wanted, row) => {
    for (let nth = taken[row] as number; nth < wanted; nth++) rows.push(row);
  });
  return rows;
}

/** An earlier result in the place of nothing. */
class WarmStart {
  private readonly rowOf: (id: string) => number | undefined;
  private readonly columnOf: (id: string) => number | undefined;
  private readonly newColumns: number[] = [];
  private readonly byColumn: ValueRows;

  constructor(
    private readonly problem: AssignmentProblem,
    private readonly compact: CompactProblem,
    private readonly market: OrientedMarket,
    private readonly book: Book,
  ) {
    const { people, menteeAt, mentorAt } = compact;
    const mentee = finder(people.mentees, menteeAt);
    const mentor = finder(people.mentors, mentorAt);
    this.byColumn = valuesBy(market.side === 'mentees' ? 'mentors' : 'mentees', problem, compact);
    [this.rowOf, this.columnOf] = market.side === 'mentees' ? [mentee, mentor] : [mentor, mentee];
  }

  /** @returns whether it can be gone on from there */
  takeOver({ pairs }: AssignmentResult, stated: StatedPrices): boolean {
    const { market, book } = this;
    const { units, room, pairWeight, scoreWeight } = market;
    const ofColumns = market.side === 'mentees' ? stated.mentors : stated.mentees;
    const isKnown = new Uint8Array(room.length);
    for (const { id, price } of ofColumns) {
      const column = this.columnOf(id);
      if (column === undefined) continue;
      isKnown[column] = 1;
      if (room[column] !== 0) book.prices.set(column, restated(price, stated, market));
    }
    isKnown.forEach((known, column) => {
      if (known === 0) this.newColumns.push(column);
    });
    for (const { menteeId, mentorId, score, locked } of pairs) {
      const [rowId, columnId] = market.side === 'mentees' ? [menteeId, mentorId] : [mentorId, menteeId];
      const row = this.rowOf(rowId);
      const column = this.columnOf(columnId);
      if (locked || row === undefined || column === undefined || score < this.problem.minimumScore) continue;
      if ((book.taken[row] as number) >= (units[row] as number)) continue;
      if ((book.used[column] as number) >= (room[column] as number) || this.isExcluded(row, column)) continue;
      book.enter(book.openSlot(row), column, score + market.values.extraOf(row, column));
    }
    let missing = 0;
    let wanted = 0;
    for (let row = 0; row < units.length; row++) {
      const taken = book.taken[row] as number;
      wanted += units[row] as number;
      missing += (units[row] as number) - taken;
      if (taken === 0) continue;
      const first = book.slotStart[row] as number;
      let price = Infinity;
      for (let slot = first; slot < first + taken; slot++) {
        const at = book.prices.exact[book.slotColumn[slot] as number] as number;
        price = Math.min(price, pairWeight + scoreWeight * (book.slotValue[slot] as number) - at);
      }
      if (market.mayDrop && price < 0) return false;
      // Whoever went without a pair although they wanted one more costs nothing.
      book.rowPrice[row] = market.mayDrop && taken < (units[row] as number) ? 0 : price;
      book.priced[row] = 1;
    }
    return missing <= MOST_MISSING * wanted;
  }

  private isExcluded(row: number, column: number): boolean {
    const { menteeAt, mentorAt, excluded } = this.compact;
    if (excluded.size === 0) return false;
    const [mentee, mentor] = this.market.side === 'mentees' ? [row, column] : [column, row];
    return excluded.get(menteeAt[mentee] as number)?.includes(mentorAt[mentor] as number) ?? false;
  }

  /** Gives new columns a price that nobody would pay. */
  priceNewColumns(): void {
    const { market, book, byColumn } = this;
    const { room, pairWeight, scoreWeight } = market;
    for (const column of this.newColumns) {
      if (room[column] === 0) continue;
      let price = 0;
      byColumn.load(column).forEach((value, row) => {
        if (value < 0 || book.taken[row] === 0) return;
        price = Math.max(price, pairWeight + scoreWeight * value - (book.rowPrice[row] as number));
      });
      book.prices.set(column, price);
    }
  }

  /** Lets the prices of all free places fall. */
  letPricesFall(): void {
    const { market, book, byColumn } = this;
    const { room } = market;
    const falls = new PriceFalls(market, book, byColumn);
    for (let column = 0; column < room.length; column++)
      while (
        (book.used[column] as number) < (room[column] as number) &&
        (book.prices.exact[column] as number) > 0
      )
        falls.fall(column);
  }
}

/** Looks up the positions of people by id, given the input index at each position. */
function finder(
  index: Pick<ReadonlyMap<string, number>, 'get'>,
  inputAt: Int32Array,
): (id: string) => number | undefined {
  const positionOf = new Int32Array(inputAt.length);
  inputAt.forEach((input, position) => (positionOf[input] = position));
  return (id) => {
    const input = index.get(id);
    return input === undefined ? undefined : positionOf[input];
  };
}

/** A price in other weights: whole pairs and points of it stay as many as they are. */
function restated(price: number, from: PairWeights, to: PairWeights): number {
  const [large, small] =
    from.pairWeight > from.scoreWeight
      ? (['pairWeight', 'scoreWeight'] as const)
      : (['scoreWeight', 'pairWeight'] as const);
  const count = Math.round(price / from[large]);
  if (from[small] === 0) return count * to[large];
  return count * to[large] + ((price - count * from[large]) / from[small]) * to[small];
}
