import { Auction } from './auction.js';
import { Book } from './book.js';
import { centrePrices } from './centre-prices.js';
import { type Allocate, listStore } from './list-store.js';
import type { Market } from './market.js';
import { PathSearch } from './path-search.js';
import { Prices } from './prices.js';
import { type MakeRows, ShortLists } from './short-lists.js';
import { Spares } from './spares.js';

/** How the work is followed, and who helps. */
export interface Following {
  /** Asked often; throws to stop. */
  readonly check: () => void;
  /** Gets the share that is done, `0..1`. */
  readonly onProgress: (share: number) => void;
  readonly allocate: Allocate;
  readonly makeRows?: MakeRows | undefined;
}

/** Searches between two looks at what they cost, and looks in a row that must find them too long: some paths always are. */
const SEARCHES_BETWEEN_LOOKS = 64;
const LONG_LOOKS = 4;

/** Paths that look at every column so often for each pair are long: an auction takes fewer looks where everybody wants the same. */
const LOOKS_OF_AN_AUCTION = 2;

/** In a market of fewer pairs going on from an earlier result saves too little. */
const PAIRS_FOR_CENTRE = 1_000_000;

/**
 * Finds the pairs and the prices of a market: optimal, and in whole numbers. Shortest paths, one for each pair; where
 * these turn out to be long, because everybody wants the same, an auction goes first.
 *
 * @param lists made at the prices of `book`, or empty
 */
export function bestPairs(market: Market, book: Book, lists: ShortLists, following: Following): Book {
  const found = pairUp(market, book, lists, following);
  if (market.mayDrop) priceIdle(market, found);
  return found;
}

function pairUp(market: Market, book: Book, lists: ShortLists, following: Following): Book {
  const { units, room, values } = market;
  const wanted = sum(units);
  const search = new PathSearch(market, book, lists, new Spares(room), following.check);
  const places = sum(room);
  // Bids look at whole rows again and again, which is no help where each look means scoring.
  const mayBid = values.isKept && wanted <= places && places <= 8 * wanted + room.length;
  const step = Math.max(1, Math.ceil(wanted / 100));
  let looked = 0;
  let long = 0;
  const order = inTurn(units);
  for (let nth = 0; nth < order.length; nth++) {
    if (nth % step === 0) {
      following.check();
      following.onProgress(nth / wanted);
    }
    search.give(order[nth] as number);
    if ((nth + 1) % SEARCHES_BETWEEN_LOOKS !== 0) continue;
    const ahead = ((search.work - looked) / SEARCHES_BETWEEN_LOOKS) * (wanted - nth);
    looked = search.work;
    long = ahead > LOOKS_OF_AN_AUCTION * wanted * values.columns ? long + 1 : 0;
    if (mayBid && long === LONG_LOOKS) return pairsAfterAuction(market, following);
  }
  if (units.length * room.length >= PAIRS_FOR_CENTRE) centrePrices(market, book, lists);
  return book;
}

/** The same, with an auction first. */
export function pairsAfterAuction(market: Market, following: Following): Book {
  const { units, room } = market;
  const store = listStore(market, following.allocate);
  const prices = new Prices(market, store);
  const lists = new ShortLists(market, store, following.makeRows);
  lists.ensureAll();
  const columnOf = new Auction(market, prices, lists, following.check).run();
  const book = new Book(market, prices);
  const spares = new Spares(room);
  spares.level = leastPrice(market, prices);
  for (let row = 0; row < units.length; row++) {
    const first = book.slotStart[row] as number;
    const floor = market.mayDrop ? -spares.level : -Infinity;
    keepBest(book, lists, row, columnOf.subarray(first, book.slotStart[row + 1]), floor);
  }
  let lacking = spares.settle(book, sum(units));
  const search = new PathSearch(market, book, lists, spares, following.check);
  for (; lacking > 0; lacking--) search.takeSpare();
  // Counted beforehand: whoever is left out for somebody else has had their turn.
  const missing = units.map((wanted, row) => wanted - (book.taken[row] as number));
  for (const row of inTurn(missing)) search.give(row);
  for (let column = 0; column < room.length; column++)
    if (room[column] !== 0) prices.set(column, (prices.exact[column] as number) - spares.level);
  for (let row = 0; row < units.length; row++)
    book.rowPrice[row] = (book.rowPrice[row] as number) + spares.level;
  return book;
}

function leastPrice({ room }: Market, { exact }: Prices): number {
  let least = Infinity;
  for (let column = 0; column < room.length; column++)
    if (room[column] !== 0) least = Math.min(least, exact[column] as number);
  return least === Infinity ? 0 : least;
}

/**
 * Keeps of a row's columns those that leave it as much as any other at these prices, and sets its price.
 *
 * @param floor what the row's price can't be below
 */
function keepBest(book: Book, lists: ShortLists, row: number, columns: Int32Array, floor: number): void {
  lists.make(row);
  const first = lists.start[row] as number;
  const end = first + (lists.count[row] as number);
  let price = Math.max(floor, lists.beyond[row] as number);
  for (let at = first; at < end; at++)
    if (!columns.includes(lists.column[at] as number)) {
      price = Math.max(price, lists.left[at] as number);
      break;
    }
  let least = Infinity;
  for (let at = first; at < end && (lists.left[at] as number) >= price; at++) {
    const column = lists.column[at] as number;
    if (!columns.includes(column)) continue;
    book.enter(book.openSlot(row), column, lists.value[at] as number);
    least = lists.left[at] as number;
  }
  book.rowPrice[row] = price === -Infinity ? least : price;
  book.priced[row] = book.rowPrice[row] === Infinity ? 0 : 1;
}

/** Whoever has no places to give costs what nobody would pay. */
function priceIdle({ units, values, pairWeight, scoreWeight }: Market, book: Book): void {
  const { exact } = book.prices;
  for (let row = 0; row < units.length; row++) {
    if (units[row] !== 0) continue;
    let price = 0;
    values.load(row).forEach((value, column) => {
      if (value >= 0) price = Math.max(price, pairWeight + scoreWeight * value - (exact[column] as number));
    });
    book.rowPrice[row] = price;
  }
}

/** Rows in the order in which they get their pairs: everybody's first before anybody's second. */
function inTurn(units: Int32Array): Int32Array {
  const order = new Int32Array(sum(units));
  const most = units.reduce((top, wanted) => Math.max(top, wanted), 0);
  let at = 0;
  for (let nth = 0; nth < most; nth++)
    for (let row = 0; row < units.length; row++) if ((units[row] as number) > nth) order[at++] = row;
  return order;
}

function sum(numbers: Int32Array): number {
  return numbers.reduce((all, number) => all + number, 0);
}
