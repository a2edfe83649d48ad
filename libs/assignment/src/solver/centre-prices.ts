import { EventHeap } from '../event-heap.js';
import type { Book } from './book.js';
import type { Market } from './market.js';
import { NONE } from './market.js';
import type { ShortLists } from './short-lists.js';

/** How much of the way from the lowest prices to the highest is gone. */
const SHARE = 0.75;

/**
 * Raises prices into the middle of what they can be. Searches leave them as low as they can be, so the next person who comes
 * has to raise those of hundreds before a place is found; from the middle neither who comes nor who leaves moves much.
 *
 * How far a price can rise is how far its column is from a vacant place: the shortest path again, from all vacant places at
 * once, over what the short lists know. Columns beyond a list count as if they were vacant, so a price may stop short of
 * what it could be, and never goes too far.
 */
export function centrePrices(market: Market, book: Book, lists: ShortLists): void {
  const room = new RoomToRise(market, book, lists);
  const rise = room.distances().map((far) => Math.floor(SHARE * far));
  let most = 0;
  for (const far of rise) if (far < Infinity && far > most) most = far;
  const { prices, rowPrice, slotStart, slotColumn, slotValue, taken, used } = book;
  const { pairWeight, scoreWeight } = market;
  // Where no path leads to a vacant place any rise will do, so long as it is not below that of the others.
  for (let column = 0; column < rise.length; column++)
    if (used[column] !== 0)
      prices.set(column, (prices.exact[column] as number) + Math.min(rise[column] as number, most));
  for (let row = 0; row < taken.length; row++) {
    const first = slotStart[row] as number;
    const end = first + (taken[row] as number);
    if (end === first || (rowPrice[row] === 0 && market.mayDrop)) continue;
    let price = Infinity;
    for (let slot = first; slot < end; slot++) {
      const worth = pairWeight + scoreWeight * (slotValue[slot] as number);
      price = Math.min(price, worth - (prices.exact[slotColumn[slot] as number] as number));
    }
    rowPrice[row] = price;
  }
}

/** How far each column is from a vacant place, at most. */
class RoomToRise {
  private readonly heap = new EventHeap();
  private readonly distance: Float64Array;
  /** For each column the rows that have it in their list (from `start`), and what it would cost these to move there. */
  private readonly start: Int32Array;
  private readonly rows: Int32Array;
  private readonly costs: Float64Array;

  constructor(
    private readonly market: Market,
    private readonly book: Book,
    private readonly lists: ShortLists,
  ) {
    const columns = market.room.length;
    this.distance = new Float64Array(columns).fill(Infinity);
    this.start = new Int32Array(columns + 1);
    this.seed();
    const entries = this.count();
    this.rows = new Int32Array(entries);
    this.costs = new Float64Array(entries);
    this.enterAll();
  }

  distances(): Float64Array {
    const { heap, distance, start, rows, costs } = this;
    const done = new Uint8Array(distance.length);
    distance.forEach((far, column) => {
      if (far < Infinity) heap.push(far, column);
    });
    for (let column = heap.pop(); column !== NONE; column = heap.pop()) {
      if (done[column] === 1) continue;
      done[column] = 1;
      const near = distance[column] as number;
      const end = start[column + 1] as number;
      for (let at = start[column] as number; at < end; at++)
        this.reach(rows[at] as number, near + (costs[at] as number));
    }
    return distance;
  }

  /** A row can move on at such a cost, which makes a place in each of its columns. */
  private reach(row: number, far: number): void {
    const { distance } = this;
    const { slotStart, slotColumn, taken } = this.book;
    const first = slotStart[row] as number;
    const end = first + (taken[row] as number);
    for (let slot = first; slot < end; slot++) {
      const column = slotColumn[slot] as number;
      const total = far + this.slackOf(row, slot);
      if (total >= (distance[column] as number)) continue;
      distance[column] = total;
      this.heap.push(total, column);
    }
  }

  /** What a pair is worth beyond its prices. */
  private slackOf(row: number, slot: number): number {
    const { slotColumn, slotValue, prices, rowPrice } = this.book;
    const { pairWeight, scoreWeight } = this.market;
    const worth = pairWeight + scoreWeight * (slotValue[slot] as number);
    return worth - (prices.exact[slotColumn[slot] as number] as number) - (rowPrice[row] as number);
  }

  /** Vacant places, rows that can do without a pair, and whatever is beyond the lists. */
  private seed(): void {
    const { distance, book, lists, market } = this;
    const { room, mayDrop } = market;
    for (let column = 0; column < room.length; column++)
      if ((book.used[column] as number) < (room[column] as number)) distance[column] = 0;
    for (let row = 0; row < market.units.length; row++) {
      const price = book.rowPrice[row] as number;
      const beyond = Math.max(0, price - (lists.beyond[row] as number));
      this.reach(row, mayDrop ? Math.min(price, beyond) : beyond);
    }
    this.heap.clear();
  }

  /** Calls for every entry of a list that might bring a column of its row nearer to a vacant place. */
  private eachEntry(visit: (column: number, row: number, cost: number) => void): void {
    const { book, lists, market, distance } = this;
    const { pairWeight, scoreWeight, units } = market;
    for (let row = 0; row < units.length; row++) {
      const first = book.slotStart[row] as number;
      const end = first + (book.taken[row] as number);
      let most = 0;
      for (let slot = first; slot < end; slot++)
        most = Math.max(
          most,
          (distance[book.slotColumn[slot] as number] as number) - this.slackOf(row, slot),
        );
      if (most === 0) continue;
      const price = (book.rowPrice[row] as number) - pairWeight;
      const last = (lists.start[row] as number) + (lists.count[row] as number);
      for (let at = lists.start[row] as number; at < last; at++) {
        const column = lists.column[at] as number;
        const cost =
          price - scoreWeight * (lists.value[at] as number) + (book.prices.exact[column] as number);
        if (cost < most && !book.holds(row, column)) visit(column, row, Math.max(0, cost));
      }
    }
  }

  private count(): number {
    const { start } = this;
    this.eachEntry((column) => (start[column + 1] = (start[column + 1] as number) + 1));
    for (let column = 1; column < start.length; column++)
      start[column] = (start[column] as number) + (start[column - 1] as number);
    return start[start.length - 1] as number;
  }

  private enterAll(): void {
    const next = this.start.slice();
    this.eachEntry((column, row, cost) => {
      const at = next[column] as number;
      this.rows[at] = row;
      this.costs[at] = cost;
      next[column] = at + 1;
    });
  }
}
