import { MAX_SCORE } from '../problem.js';
import { BestColumns } from './best-columns.js';
import type { Market } from './market.js';
import { NONE } from './market.js';
import type { Prices } from './prices.js';
import type { ShortLists } from './short-lists.js';

/** Steps by which bids are raised, in points, one for each round. All are powers of 2, so that sums of them are exact. */
const STEPS = [1024, 256, 64, 16, 4, 0.5];

/** Below steps of so many points a short list lasts for several bids. */
const LASTING = 16;

/** Rows may look at all columns so often for each pair that they are to have; then the auction is over, wherever it is. */
const MOST_LOOKS = 40;

/**
 * Points by which nobody raises a price more at once, also when they have nowhere else to go; and whoever would be left
 * with as many points less than nothing gives up: there may be too few places for all who can use no others.
 */
const MOST_RAISED = 2 * MAX_SCORE;

/** Stands for the spares where a row is named. */
const SPARE = -2;

/**
 * Bidding in rounds with ever smaller steps (the auction algorithm of Bertsekas 1988 with ε-scaling): a row that lacks a
 * pair takes the place that leaves it the most and raises its price to where the next best would do as well, and a step
 * more. The places that are too many are bid for as well, by somebody to whom all are alike, so that every place has a
 * holder in the end and prices of unwanted places stay low.
 *
 * It finds prices near the best where everybody wants the same, in far fewer steps than shortest paths; it is not exact,
 * and knows nothing of rows that are better left out.
 */
export class Auction {
  private readonly rows: number;
  private readonly columns: number;
  private readonly slotStart: Int32Array;
  private readonly columnOf: Int32Array;
  private readonly placeOf: Int32Array;
  private readonly missing: Int32Array;
  private readonly placeStart: Int32Array;
  private readonly placePrice: Float64Array;
  private readonly placeHolder: Int32Array;
  private readonly queue: Int32Array;
  private readonly queued: Uint8Array;
  private readonly best: BestColumns;
  private readonly spares: number;
  private sparesMissing = 0;
  private head = 0;
  private size = 0;
  private looks = 0;

  /** @param prices where prices begin, and end */
  constructor(
    private readonly market: Market,
    private readonly prices: Prices,
    lists: ShortLists,
    private readonly check: () => void,
  ) {
    const { units, room } = market;
    this.rows = units.length;
    this.columns = room.length;
    this.slotStart = starts(units);
    const slots = this.slotStart[this.rows] as number;
    this.columnOf = new Int32Array(slots).fill(NONE);
    this.placeOf = new Int32Array(slots);
    this.missing = Int32Array.from(units);
    this.placeStart = starts(room);
    const places = this.placeStart[this.columns] as number;
    this.placePrice = new Float64Array(places);
    this.placeHolder = new Int32Array(places).fill(NONE);
    this.queue = new Int32Array(this.rows);
    this.queued = new Uint8Array(this.rows);
    this.best = new BestColumns(market, prices, lists);
    this.spares = Math.max(0, places - slots);
  }

  /**
   * Leaves whole prices behind.
   *
   * @returns the columns of each row's pairs, `units[row]` entries from the row's first slot; `-1` for none
   */
  run(): Int32Array {
    const most = MOST_LOOKS * this.columnOf.length;
    for (const step of STEPS) {
      if (this.looks > most) break;
      this.release();
      this.round(step * this.market.scoreWeight, most);
    }
    const { exact } = this.prices;
    for (let column = 0; column < this.columns; column++)
      this.prices.set(column, Math.ceil(exact[column] as number));
    return this.columnOf;
  }

  /** Everybody gives up what they hold; prices stay. */
  private release(): void {
    const { units } = this.market;
    this.columnOf.fill(NONE);
    this.placeHolder.fill(NONE);
    this.missing.set(units);
    this.sparesMissing = this.spares;
    this.head = 0;
    this.size = 0;
    this.queued.fill(0);
    for (let row = 0; row < this.rows; row++) if ((units[row] as number) > 0) this.enqueue(row);
  }

  private round(step: number, most: number): void {
    for (;;) {
      if (this.size > 0) {
        const row = this.queue[this.head] as number;
        this.head = (this.head + 1) % this.rows;
        this.size--;
        this.queued[row] = 0;
        if (++this.looks > most) return;
        if (this.looks % 64 === 0) this.check();
        this.bid(row, step);
      } else if (this.sparesMissing > 0) this.bidForSpares(step);
      else return;
    }
  }

  private enqueue(row: number): void {
    if (this.queued[row] === 1) return;
    this.queued[row] = 1;
    this.queue[(this.head + this.size) % this.rows] = row;
    this.size++;
  }

  /** Bids for everything that a row lacks. */
  private bid(row: number, step: number): void {
    const wanted = this.missing[row] as number;
    const { slotStart, columnOf, best } = this;
    const held = columnOf.subarray(slotStart[row], slotStart[row + 1]);
    const { pairWeight, scoreWeight } = this.market;
    const found = best.find(row, held, wanted + 1, step < LASTING * scoreWeight);
    const next = found > wanted ? (best.key[wanted] as number) : -Infinity;
    for (let nth = 0; nth < Math.min(found, wanted); nth++) {
      const key = best.key[nth] as number;
      if (key - pairWeight < -MOST_RAISED * scoreWeight) return;
      this.take(row, best.column[nth] as number, Math.min(key - next, MOST_RAISED * scoreWeight) + step);
    }
  }

  private take(row: number, column: number, raise: number): void {
    const { placeStart, placePrice, placeHolder, slotStart, columnOf, placeOf } = this;
    const first = placeStart[column] as number;
    const end = placeStart[column + 1] as number;
    let place = first;
    for (let at = first + 1; at < end; at++)
      if ((placePrice[at] as number) < (placePrice[place] as number)) place = at;
    this.displace(place, column);
    placePrice[place] = (placePrice[place] as number) + raise;
    placeHolder[place] = row;
    let slot = slotStart[row] as number;
    while (columnOf[slot] !== NONE) slot++;
    columnOf[slot] = column;
    placeOf[slot] = place;
    this.missing[row] = (this.missing[row] as number) - 1;
    this.prices.set(column, lowest(placePrice, first, end));
  }

  private displace(place: number, column: number): void {
    const { slotStart, columnOf } = this;
    const holder = this.placeHolder[place] as number;
    if (holder === SPARE) this.sparesMissing++;
    if (holder < 0) return;
    let slot = slotStart[holder] as number;
    while (columnOf[slot] !== column) slot++;
    columnOf[slot] = NONE;
    this.missing[holder] = (this.missing[holder] as number) + 1;
    this.enqueue(holder);
  }

  /** Whoever takes what is spare takes the cheapest places. */
  private bidForSpares(step: number): void {
    const { placePrice, placeHolder, placeStart } = this;
    const order: number[] = [];
    for (let place = 0; place < placePrice.length; place++)
      if (placeHolder[place] !== SPARE) order.push(place);
    order.sort((a, b) => (placePrice[a] as number) - (placePrice[b] as number) || a - b);
    const wanted = this.sparesMissing;
    const next = order[wanted];
    const level = placePrice[next ?? order[wanted - 1] ?? 0] as number;
    const columnAt = new Int32Array(placePrice.length);
    for (let column = 0; column < this.columns; column++)
      columnAt.fill(column, placeStart[column], placeStart[column + 1]);
    for (const place of order.slice(0, wanted)) {
      const column = columnAt[place] as number;
      this.displace(place, column);
      placePrice[place] = level + step;
      placeHolder[place] = SPARE;
      const first = placeStart[column] as number;
      this.prices.set(column, lowest(placePrice, first, placeStart[column + 1] as number));
    }
    this.sparesMissing = 0;
  }
}

function starts(lengths: Int32Array): Int32Array {
  const start = new Int32Array(lengths.length + 1);
  for (let at = 0; at < lengths.length; at++) start[at + 1] = (start[at] as number) + (lengths[at] as number);
  return start;
}

function lowest(numbers: Float64Array, from: number, to: number): number {
  let least = Infinity;
  for (let at = from; at < to; at++) least = Math.min(least, numbers[at] as number);
  return least;
}
