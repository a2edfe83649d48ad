import type { Book } from './book.js';
import { FirstChoice } from './first-choice.js';
import type { Market } from './market.js';
import { NONE } from './market.js';
import { SearchEvents } from './search-events.js';
import type { ShortLists } from './short-lists.js';
import type { Spares } from './spares.js';

/** How an attempt to give a row one more pair ended. */
export type Outcome = 'placed' | 'dropped' | 'impossible';

const FAR = Number.POSITIVE_INFINITY;

/** Rows that are scanned between two questions whether to go on. */
const SCANS_BETWEEN_CHECKS = 64;

/**
 * Successive shortest augmenting paths with prices (the Hungarian method in the form of Jonker and Volgenant 1987, over
 * columns with capacities, which are never replicated). Each search adds one pair and leaves pairs and prices optimal for
 * what has been given so far.
 *
 * A path ends in a vacant place. Places that are spare (see {@link Spares}) are held by somebody who needs none in
 * particular: a path may take one and find another for it.
 *
 * Events, in this order among equals that are yet far: a column with a vacant place, another column, a row reached by giving
 * up a pair, a row whose columns beyond its short list come into reach, the spares.
 */
export class PathSearch {
  private readonly firstChoice: FirstChoice;
  private looks = 0;
  private readonly events = new SearchEvents();
  private readonly otherColumns: number;
  private readonly reachedRows: number;
  private readonly longRows: number;
  private readonly spareCode: number;
  /** Stands for the spares where a row is named. */
  private readonly spareRow: number;
  private readonly distance: Float64Array;
  private readonly from: Int32Array;
  private readonly fromValue: Int16Array;
  private readonly columnDone: Int32Array;
  private readonly touched: Int32Array;
  private touches = 0;
  private readonly doneColumns: number[] = [];
  private readonly doneRows: number[] = [];
  private readonly rowDistance: Float64Array;
  private readonly rowSlot: Int32Array;
  private readonly rowSeen: Int32Array;
  private readonly rowDone: Int32Array;
  private readonly listedAt: Int32Array;
  private readonly heldBy: Int32Array;
  /** Whether a row may have several pairs. */
  private readonly several: boolean;
  private search = 0;
  private scans = 0;
  private mayGoWithout = true;
  /** Nothing at this distance or beyond can be on the shortest path any more. */
  private limit = FAR;
  private dropRow = NONE;
  private dropCost = FAR;
  private spareDistance = FAR;
  private spareFrom = NONE;
  private sparesDone = false;

  constructor(
    private readonly market: Market,
    private readonly book: Book,
    private readonly lists: ShortLists,
    private readonly spares: Spares,
    private readonly check: () => void,
  ) {
    const rows = market.units.length;
    const columns = market.room.length;
    this.otherColumns = columns;
    this.reachedRows = 2 * columns;
    this.longRows = 2 * columns + rows;
    this.spareCode = 2 * columns + 2 * rows;
    this.spareRow = rows;
    this.distance = new Float64Array(columns).fill(FAR);
    this.from = new Int32Array(columns);
    this.fromValue = new Int16Array(columns);
    this.columnDone = new Int32Array(columns);
    this.touched = new Int32Array(columns);
    this.rowDistance = new Float64Array(rows);
    this.rowSlot = new Int32Array(rows);
    this.rowSeen = new Int32Array(rows);
    this.rowDone = new Int32Array(rows);
    this.listedAt = new Int32Array(rows);
    this.heldBy = new Int32Array(columns).fill(NONE);
    this.several = market.units.some((units) => units > 1);
    this.firstChoice = new FirstChoice(market, book, lists, spares);
  }

  /** Columns and list entries looked at so far: what the searches have cost. */
  get work(): number {
    return this.looks + this.firstChoice.work;
  }

  /** Gives a row one more pair, moving others as needed. */
  give(row: number): Outcome {
    return this.seek(row, true);
  }

  /**
   * The same if a vacant place can be had for it and nobody has to go without.
   *
   * @returns false when not: then nothing has changed
   */
  giveVacant(row: number): boolean {
    const { priced } = this.book;
    const before = priced[row] as number;
    const isPlaced = this.seek(row, false) === 'placed';
    if (!isPlaced) priced[row] = before;
    return isPlaced;
  }

  private seek(row: number, mayGoWithout: boolean): Outcome {
    this.mayGoWithout = mayGoWithout;
    this.begin();
    this.firstChoice.price(row);
    if (this.firstChoice.place(row)) return 'placed';
    // The best vacant place that is known limits how far it is worth searching.
    this.limit = (this.book.rowPrice[row] as number) - this.firstChoice.vacancy;
    this.rowDistance[row] = 0;
    this.rowSlot[row] = NONE;
    this.rowSeen[row] = this.search;
    this.scan(row);
    return this.run(row);
  }

  /** Makes one more place spare, moving others as needed. @returns false when no place is vacant */
  takeSpare(): boolean {
    this.begin();
    this.spareDistance = 0;
    this.spareFrom = NONE;
    this.leaveSpares();
    return this.run(this.spareRow) === 'placed';
  }

  private begin(): void {
    this.search++;
    for (let at = 0; at < this.touches; at++) this.distance[this.touched[at] as number] = FAR;
    this.touches = 0;
    this.events.clear();
    this.doneColumns.length = 0;
    this.doneRows.length = 0;
    this.limit = FAR;
    this.dropRow = NONE;
    this.dropCost = FAR;
    this.spareDistance = FAR;
    this.sparesDone = false;
  }

  private run(start: number): Outcome {
    for (;;) {
      const code = this.events.next();
      const { near } = this.events;
      if (!this.spares.mayMove) {
        if (code === NONE && this.dropCost === FAR) return 'impossible';
        if (this.dropCost < near || (this.dropCost === near && code >= this.otherColumns))
          return this.mayGoWithout ? this.drop(start) : 'impossible';
      }
      if (code === NONE) return 'impossible';
      if (code < this.otherColumns) return this.place(start, code, near);
      if (code < this.reachedRows) this.enterColumn(code - this.otherColumns, near);
      else if (code < this.longRows) this.scan(code - this.reachedRows);
      else if (code < this.spareCode) this.scanBeyond(code - this.longRows);
      else this.leaveSpares();
    }
  }

  /** Goes on from a row: to the columns of its short list, and to the rest once it may matter. */
  private scan(row: number): void {
    if (this.rowDone[row] === this.search) return;
    this.rowDone[row] = this.search;
    this.doneRows.push(row);
    if (this.market.mayDrop) this.mayDropAt(row);
    if (this.lists.isMade[row] === 0) this.scanAll(row);
    else this.relaxList(row);
  }

  private relaxList(row: number): void {
    if (++this.scans % SCANS_BETWEEN_CHECKS === 0) this.check();
    const { lists, heldBy, distance } = this;
    const { left, column, value } = lists;
    const { prices, rowPrice } = this.book;
    const columnPrice = prices.exact;
    const { pairWeight, scoreWeight } = this.market;
    const base = (this.rowDistance[row] as number) + (rowPrice[row] as number);
    const first = lists.start[row] as number;
    const end = first + (lists.count[row] as number);
    this.markHeld(row, row);
    let at = first;
    for (; at < end; at++) {
      if (base - (left[at] as number) > this.limit) break;
      const to = column[at] as number;
      const far = base + (columnPrice[to] as number) - pairWeight - scoreWeight * (value[at] as number);
      if (far <= this.limit && far < (distance[to] as number) && heldBy[to] !== row)
        this.reach(row, to, far, value[at] as number);
    }
    this.looks += at - first;
    this.markHeld(row, NONE);
    const beyond = base - (lists.beyond[row] as number);
    if (beyond < this.limit) this.events.push(beyond, this.longRows + row);
  }

  /** The short list no longer suffices: a new one at today's prices, and should that not do either, all columns. */
  private scanBeyond(row: number): void {
    if (this.listedAt[row] === this.search) {
      this.scanAll(row);
      return;
    }
    this.looks += this.market.values.columns;
    this.lists.make(row);
    this.listedAt[row] = this.search;
    this.relaxList(row);
  }

  /** Goes on from a row to all columns within the limit. */
  private scanAll(row: number): void {
    if (++this.scans % SCANS_BETWEEN_CHECKS === 0) this.check();
    const { values, pairWeight, scoreWeight } = this.market;
    this.looks += values.columns;
    const data = values.load(row);
    const base = (this.rowDistance[row] as number) + (this.book.rowPrice[row] as number) - pairWeight;
    this.markHeld(row, row);
    const least = Math.ceil((base - this.limit) / scoreWeight);
    if (least > 0) {
      const { picker } = this.lists;
      picker.load(data, this.book.prices.points);
      const found = picker.pick(least - 1);
      for (let nth = 0; nth < found; nth++) {
        const column = picker.picked[nth] as number;
        this.relax(row, column, base, data[column] as number);
      }
    } else
      for (let column = 0; column < data.length; column++)
        if ((data[column] as number) >= 0) this.relax(row, column, base, data[column] as number);
    this.markHeld(row, NONE);
  }

  private relax(row: number, column: number, base: number, value: number): void {
    const far = base + (this.book.prices.exact[column] as number) - this.market.scoreWeight * value;
    if (far <= this.limit && far < (this.distance[column] as number) && this.heldBy[column] !== row)
      this.reach(row, column, far, value);
  }

  /** A shorter way to a column. */
  private reach(row: number, column: number, far: number, value: number): void {
    const { distance } = this;
    if (this.columnDone[column] === this.search) return;
    const vacant = (this.spares.vacant[column] as number) > 0;
    if (far === this.limit && !vacant) return;
    if (distance[column] === FAR) this.touched[this.touches++] = column;
    distance[column] = far;
    this.from[column] = row;
    this.fromValue[column] = value;
    if (vacant) this.limit = far;
    this.events.push(far, vacant ? column : this.otherColumns + column, vacant);
  }

  /**
   * Notes the columns that the row is in, which it can't enter a second time. A row that has one pair alone is reached from
   * its column, and no way leads back there.
   */
  private markHeld(row: number, mark: number): void {
    if (!this.several) return;
    const { taken, slotStart, slotColumn } = this.book;
    const first = slotStart[row] as number;
    const end = first + (taken[row] as number);
    for (let slot = first; slot < end; slot++) this.heldBy[slotColumn[slot] as number] = mark;
  }

  /** Visits a column without a vacant place: each of its rows could make place by going elsewhere. */
  private enterColumn(column: number, near: number): void {
    if (this.columnDone[column] === this.search) return;
    this.columnDone[column] = this.search;
    this.doneColumns.push(column);
    if (this.spares.held[column] !== 0) this.reachSpares(near, column);
    const { firstSlot, slotNext, slotRow, slotValue, rowPrice, prices } = this.book;
    const { pairWeight, scoreWeight } = this.market;
    const base = near + pairWeight - (prices.exact[column] as number);
    for (let slot = firstSlot[column] as number; slot !== NONE; slot = slotNext[slot] as number) {
      const row = slotRow[slot] as number;
      const far = base + scoreWeight * (slotValue[slot] as number) - (rowPrice[row] as number);
      const seen = this.rowSeen[row] === this.search;
      if (far > this.limit || (seen && far >= (this.rowDistance[row] as number))) continue;
      this.rowDistance[row] = far;
      this.rowSlot[row] = slot;
      this.rowSeen[row] = this.search;
      this.events.push(far, this.reachedRows + row);
    }
  }

  private mayDropAt(row: number): void {
    const cost = (this.rowDistance[row] as number) + (this.book.rowPrice[row] as number) + this.spares.level;
    if (cost >= this.dropCost) return;
    this.dropCost = cost;
    this.dropRow = row;
    if (this.spares.mayMove) this.reachSpares(cost, NONE);
    else this.limit = Math.min(this.limit, cost);
  }

  private reachSpares(far: number, column: number): void {
    if (this.sparesDone || !this.spares.mayMove || far >= this.spareDistance || far > this.limit) return;
    this.spareDistance = far;
    this.spareFrom = column;
    this.events.push(far, this.spareCode);
  }

  /**
   * Whoever holds a spare place is content with any other, at the least price there is, or with standing in for a pair
   * that was left out.
   */
  private leaveSpares(): void {
    if (this.sparesDone) return;
    this.sparesDone = true;
    const columnPrice = this.book.prices.exact;
    const { distance, spares } = this;
    const base = this.spareDistance - spares.level;
    this.looks += columnPrice.length;
    for (let column = 0; column < columnPrice.length; column++) {
      const far = base + (columnPrice[column] as number);
      if (far > this.limit || far >= (distance[column] as number) || spares.room[column] === 0) continue;
      this.reach(this.spareRow, column, far, 0);
    }
    for (const row of spares.leftOut.keys()) {
      const seen = this.rowSeen[row] === this.search;
      if (seen && this.spareDistance >= (this.rowDistance[row] as number)) continue;
      this.rowDistance[row] = this.spareDistance;
      this.rowSlot[row] = NONE;
      this.rowSeen[row] = this.search;
      this.events.push(this.spareDistance, this.reachedRows + row);
    }
  }

  private place(start: number, column: number, distance: number): Outcome {
    this.reprice(distance);
    const { vacant } = this.spares;
    vacant[column] = (vacant[column] as number) - 1;
    return this.shift(start, column);
  }

  private drop(start: number): Outcome {
    this.reprice(this.dropCost);
    if (this.dropRow !== start) this.shift(start, this.book.giveUp(this.rowSlot[this.dropRow] as number));
    return 'dropped';
  }

  /** Walks the path back from a place that is free now: everybody on it moves one column on. */
  private shift(start: number, end: number): Outcome {
    const { book, from, fromValue, rowSlot, spares } = this;
    let column = end;
    for (;;) {
      const row = from[column] as number;
      const slot = row === this.spareRow ? NONE : (rowSlot[row] as number);
      if (slot !== NONE) {
        const left = book.slotColumn[slot] as number;
        book.leave(slot);
        book.enter(slot, column, fromValue[column] as number);
        column = left;
        continue;
      }
      if (row === this.spareRow) spares.held[column] = (spares.held[column] as number) + 1;
      else book.enter(book.openSlot(row), column, fromValue[column] as number);
      if (row === start) return 'placed';
      if (row !== this.spareRow) spares.countLeftOut(row, -1);
      if (this.spareFrom !== NONE) {
        column = this.spareFrom;
        spares.held[column] = (spares.held[column] as number) - 1;
        continue;
      }
      if (start === this.spareRow) return 'placed';
      spares.countLeftOut(this.dropRow, 1);
      if (this.dropRow === start) return 'dropped';
      column = book.giveUp(rowSlot[this.dropRow] as number);
    }
  }

  private reprice(distance: number): void {
    const { prices, rowPrice } = this.book;
    for (const column of this.doneColumns)
      prices.set(column, (prices.exact[column] as number) + distance - (this.distance[column] as number));
    for (const row of this.doneRows)
      rowPrice[row] = (rowPrice[row] as number) - distance + (this.rowDistance[row] as number);
    if (this.sparesDone) this.spares.level += distance - this.spareDistance;
  }
}
