import type { Book } from './book.js';
import type { Market } from './market.js';
import { NONE } from './market.js';
import type { ShortLists } from './short-lists.js';
import type { Spares } from './spares.js';

const FAR = Number.POSITIVE_INFINITY;

/** What a row finds without moving anybody: most find a place at their best column. */
export class FirstChoice {
  /** Columns and list entries looked at so far. */
  work = 0;
  /** What the best vacant place in the list of the row that came last leaves it; `-Infinity` when there is none. */
  vacancy = -FAR;
  /** Whether a row may have several pairs. */
  private readonly several: boolean;

  constructor(
    private readonly market: Market,
    private readonly book: Book,
    private readonly lists: ShortLists,
    private readonly spares: Spares,
  ) {
    this.several = market.units.some((units) => units > 1);
  }

  /** Sets the price of a row that has none: what its best column leaves it. */
  price(row: number): void {
    const { lists, book, market, spares } = this;
    if (book.priced[row] === 1) return;
    lists.ensure(row);
    let best = lists.bestNow(row);
    if (best < (lists.beyond[row] as number)) {
      lists.make(row);
      this.work += market.values.columns;
      best = lists.bestNow(row);
    }
    book.rowPrice[row] = Math.max(best, market.mayDrop ? -spares.level : -FAR);
    book.priced[row] = 1;
  }

  /**
   * Gives a row a place at its best column, if one is vacant there: no price changes but its own.
   *
   * @returns whether there was one
   */
  place(row: number): boolean {
    const { lists, book, market, spares } = this;
    const { pairWeight, scoreWeight } = market;
    const { left, column, value } = lists;
    const first = lists.start[row] as number;
    const end = first + (lists.count[row] as number);
    let best = Math.max(lists.beyond[row] as number, market.mayDrop ? -spares.level : -FAR);
    let vacancy = -FAR;
    let found = NONE;
    let at = first;
    for (; at < end; at++) {
      const before = left[at] as number;
      if (before < best ? before <= vacancy : before === best && found !== NONE) break;
      const to = column[at] as number;
      if (this.several && book.holds(row, to)) continue;
      const key = pairWeight + scoreWeight * (value[at] as number) - (book.prices.exact[to] as number);
      const vacant = (spares.vacant[to] as number) > 0;
      if (vacant && key > vacancy) vacancy = key;
      if (key > best || (key === best && found === NONE && vacant)) {
        best = key;
        found = vacant ? at : NONE;
      }
    }
    this.work += at - first;
    this.vacancy = vacancy;
    if (found === NONE) return false;
    const to = column[found] as number;
    book.rowPrice[row] = best;
    book.enter(book.openSlot(row), to, value[found] as number);
    spares.vacant[to] = (spares.vacant[to] as number) - 1;
    return true;
  }
}
