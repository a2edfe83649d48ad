import { EventHeap } from '../event-heap.js';
import type { Book } from './book.js';
import { type ColumnPicker, wholePoints } from './column-picker.js';
import type { Market } from './market.js';
import { NONE } from './market.js';
import type { ValueRows } from './value-rows.js';

const FAR = Number.POSITIVE_INFINITY;

/**
 * Repairs prices where somebody left: a place that is free may cost nothing, so its price falls, until somebody else
 * would rather have it than theirs and moves in, whose own place is free then; and so on to a place that costs nothing.
 * It is the shortest augmenting path again, searched from its end.
 */
export class PriceFalls {
  private readonly heap = new EventHeap();
  private readonly distance: Float64Array;
  /** The slot that moves from a column, and the column it moves to. */
  private readonly moving: Int32Array;
  private readonly target: Int32Array;
  private readonly done: Uint8Array;
  private readonly reached: number[] = [];
  private readonly rowDistance: Float64Array;
  private readonly touched: number[] = [];
  private readonly picker: ColumnPicker;
  /** The prices of rows beyond what any pair is worth, in whole points. */
  private readonly rowPoints: Int32Array;
  private best = FAR;
  private end = NONE;

  /** @param byColumn what pairs are worth by column: the rows of the market are its columns */
  constructor(
    private readonly market: Market,
    private readonly book: Book,
    private readonly byColumn: ValueRows,
  ) {
    const { units, room } = market;
    this.distance = new Float64Array(room.length).fill(FAR);
    this.moving = new Int32Array(room.length).fill(NONE);
    this.target = new Int32Array(room.length).fill(NONE);
    this.done = new Uint8Array(room.length);
    this.rowDistance = new Float64Array(units.length).fill(FAR);
    this.picker = byColumn.picker;
    this.rowPoints = new Int32Array(units.length);
    for (let row = 0; row < units.length; row++) this.notePoints(row);
  }

  /** Lets the price of a column with a free place fall, until it is filled or costs nothing. */
  fall(column: number): void {
    const { exact } = this.book.prices;
    const { heap } = this;
    heap.clear();
    this.best = FAR;
    this.reach(column, 0, NONE, NONE);
    for (let next = heap.pop(); next !== NONE && heap.poppedKey < this.best; next = heap.pop())
      if (this.done[next] === 0) this.enter(next, heap.poppedKey);
    this.reprice();
    const end = this.end;
    for (let at = end; at !== column;) {
      const slot = this.moving[at] as number;
      const to = this.target[at] as number;
      const row = this.book.slotRow[slot] as number;
      const value = this.byColumn.load(to)[row] as number;
      this.book.leave(slot);
      this.book.enter(slot, to, value);
      at = to;
    }
    if ((exact[end] as number) !== 0) throw new Error('A price fell short of nothing.');
    this.clear();
  }

  private reach(column: number, far: number, slot: number, target: number): void {
    if (this.distance[column] === FAR) this.reached.push(column);
    this.distance[column] = far;
    this.moving[column] = slot;
    this.target[column] = target;
    this.heap.push(far, column);
    const total = far + (this.book.prices.exact[column] as number);
    if (total >= this.best) return;
    this.best = total;
    this.end = column;
  }

  /** Looks at who would move to a column if it cost less. */
  private enter(column: number, near: number): void {
    this.done[column] = 1;
    const { scoreWeight } = this.market;
    const base = near + (this.book.prices.exact[column] as number);
    const data = this.byColumn.load(column);
    // Whoever would move has more points than so many left; one less, as the quotient may have been rounded.
    const limit = Math.floor((base - this.best) / scoreWeight) - 1;
    this.picker.load(data, this.rowPoints);
    const found = this.picker.pick(limit);
    for (let nth = 0; nth < found; nth++) {
      const row = this.picker.picked[nth] as number;
      const value = data[row] as number;
      if (value >= 0) this.letMove(row, column, base - scoreWeight * value);
    }
  }

  /** @param base what the move costs, but for what the pair is worth beyond its points and the row's price */
  private letMove(row: number, column: number, base: number): void {
    const { book, rowDistance } = this;
    const { taken, slotStart, slotColumn, slotValue, rowPrice, prices } = book;
    const { pairWeight, scoreWeight } = this.market;
    const far = base + (rowPrice[row] as number) - pairWeight;
    if (far >= this.best || far >= (rowDistance[row] as number) || taken[row] === 0) return;
    const first = slotStart[row] as number;
    const end = first + (taken[row] as number);
    if (book.holds(row, column)) return;
    if (rowDistance[row] === FAR) this.touched.push(row);
    rowDistance[row] = far;
    for (let slot = first; slot < end; slot++) {
      const from = slotColumn[slot] as number;
      const kept = pairWeight + scoreWeight * (slotValue[slot] as number) - (prices.exact[from] as number);
      const total = far + kept - (rowPrice[row] as number);
      if (this.done[from] === 0 && total < (this.distance[from] as number))
        this.reach(from, total, slot, column);
    }
  }

  private notePoints(row: number): void {
    const { pairWeight, scoreWeight } = this.market;
    this.rowPoints[row] = wholePoints(((this.book.rowPrice[row] as number) - pairWeight) / scoreWeight);
  }

  private reprice(): void {
    const { prices, rowPrice } = this.book;
    for (const column of this.reached) {
      const less = this.best - (this.distance[column] as number);
      if (less > 0) prices.set(column, (prices.exact[column] as number) - less);
    }
    for (const row of this.touched) {
      const more = this.best - (this.rowDistance[row] as number);
      if (more <= 0) continue;
      rowPrice[row] = (rowPrice[row] as number) + more;
      this.notePoints(row);
    }
  }

  private clear(): void {
    for (const column of this.reached) {
      this.distance[column] = FAR;
      this.done[column] = 0;
    }
    this.reached.length = 0;
    for (const row of this.touched) this.rowDistance[row] = FAR;
    this.touched.length = 0;
  }
}
