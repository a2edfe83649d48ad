import { MAX_PENALTY, MAX_SCORE } from '../problem.js';
import type { ColumnPicker } from './column-picker.js';
import type { ListStore } from './list-store.js';
import type { Market } from './market.js';
import { NONE } from './market.js';

/** A list of fewer columns than so many is of no use. */
const FEWEST = 10;

/** Columns from which it is judged what the best of a row will leave it. */
const SAMPLE = 512;

/** No column leaves a row more points. */
const HIGHEST = MAX_SCORE + MAX_PENALTY;

/** Columns picked before the best of them are kept. */
const MOST_PICKED = 160;

/** How often a row's columns are picked until neither too few nor too many are, and by how many points the limit moves first. */
const PICKS = 5;
const FIRST_STEP = 256;

/** Beyond so many pairs lists are made in chunks, so that threads can share the work: the same chunks for any number of threads. */
const PAIRS_FOR_CHUNKS = 4_000_000;
const CHUNKS = 16;

/** Has `make` called for the rows `from … to − 1`, or has somebody else write the same to the store. */
export type MakeRows = (store: ListStore, from: number, to: number, make: (row: number) => void) => void;

function makeAlone(_: ListStore, from: number, to: number, make: (row: number) => void): void {
  for (let row = from; row < to; row++) make(row);
}

/** What the best column outside a list leaves its row when there is none. */
const NOTHING = -Infinity;

/**
 * For each row the columns that left it the most (worth less price) when the list was made, the best first, and the most
 * that any other column left it. Prices only rise between two lists of a row, so what an entry left then limits what it
 * leaves now, and the rest of the row is needed only beyond the limit.
 */
export class ShortLists {
  readonly start: Int32Array;
  readonly count: Int32Array;
  readonly column: Int32Array;
  readonly value: Int16Array;
  readonly left: Float64Array;
  readonly beyond: Float64Array;
  readonly isMade: Uint8Array;
  /** Finds columns in a hurry; holds the row that was loaded into it last. */
  readonly picker: ColumnPicker;
  private readonly keys: Float64Array;
  private readonly chunk: number;
  /** Columns picked last. */
  private found = 0;

  /** @param makeRows makes the first lists of large markets, many at a time, maybe in several threads; null: one by one */
  constructor(
    private readonly market: Market,
    private readonly store: ListStore,
    private readonly makeRows: MakeRows | null = makeAlone,
  ) {
    ({
      start: this.start,
      count: this.count,
      column: this.column,
      value: this.value,
      left: this.left,
      beyond: this.beyond,
      isMade: this.isMade,
    } = store);
    const { rows, columns, picker } = market.values;
    this.chunk = makeRows !== null && rows * columns > PAIRS_FOR_CHUNKS ? Math.ceil(rows / CHUNKS) : 1;
    let longest = 0;
    for (let row = 0; row < rows; row++)
      longest = Math.max(longest, (this.start[row + 1] as number) - (this.start[row] as number));
    this.keys = new Float64Array(longest);
    this.picker = picker;
  }

  /** Has the list of a row made if it never was, with those of the rows after it where there are many. */
  ensure(row: number): void {
    if (this.isMade[row] === 0) this.ensureRows(row, row + this.chunk);
  }

  /** The same for all rows. */
  ensureAll(): void {
    this.ensureRows(0, this.market.values.rows);
  }

  private ensureRows(from: number, to: number): void {
    const makeRows = this.makeRows ?? makeAlone;
    makeRows(this.store, from, Math.min(to, this.market.values.rows), (row) => {
      if (this.isMade[row] === 0) this.make(row);
    });
  }

  /** Makes the list of a row at today's prices; among equals the earlier columns come first. */
  make(row: number): void {
    const { keys } = this;
    const { picked } = this.picker;
    const { exact } = this.store;
    const { pairWeight, scoreWeight, values } = this.market;
    const data = values.load(row);
    const first = this.start[row] as number;
    const length = (this.start[row + 1] as number) - first;
    const limit = data.length > length ? this.pick(data, length) : NONE;
    const isPicked = limit !== NONE;
    const candidates = isPicked ? this.found : data.length;
    let size = 0;
    let outside = isPicked ? limit * scoreWeight : NOTHING;
    for (let nth = 0; nth < candidates; nth++) {
      const column = isPicked ? (picked[nth] as number) : nth;
      const value = data[column] as number;
      if (value < 0) continue;
      const key = scoreWeight * value - (exact[column] as number);
      if (size === length) {
        const least = keys[length - 1] as number;
        if (key <= least) {
          if (key > outside) outside = key;
          continue;
        }
        if (least > outside) outside = least;
        size--;
      }
      let at = size++;
      for (; at > 0 && (keys[at - 1] as number) < key; at--) {
        keys[at] = keys[at - 1] as number;
        this.column[first + at] = this.column[first + at - 1] as number;
      }
      keys[at] = key;
      this.column[first + at] = column;
    }
    for (let at = 0; at < size; at++) {
      this.left[first + at] = (keys[at] as number) + pairWeight;
      this.value[first + at] = data[this.column[first + at] as number] as number;
    }
    this.count[row] = size;
    this.beyond[row] = outside + pairWeight;
    this.isMade[row] = 1;
  }

  /** What the best column of a row's list leaves it at today's prices; `-Infinity` when the list is empty. */
  bestNow(row: number): number {
    const { left, column, value, start, count } = this;
    const { pairWeight, scoreWeight } = this.market;
    const first = start[row] as number;
    const end = first + (count[row] as number);
    let best = NOTHING;
    for (let at = first; at < end && (left[at] as number) > best; at++) {
      const price = this.store.exact[column[at] as number] as number;
      best = Math.max(best, pairWeight + scoreWeight * (value[at] as number) - price);
    }
    return best;
  }

  /** The columns in the list of a row, the best first. */
  columnsOf(row: number): Int32Array {
    const first = this.start[row] as number;
    return this.column.subarray(first, first + (this.count[row] as number));
  }

  /** Points that about two thirds of `length` columns of the row in the picker leave it, should its first columns be like the others. */
  private limitFor(length: number): number {
    const { columns } = this.market.values;
    const sample = Math.min(SAMPLE, columns);
    const wanted = Math.max(2, Math.round((0.66 * length * sample) / columns));
    return this.picker.limitWith(sample, wanted, HIGHEST);
  }

  /**
   * Picks more columns than a list of some length needs at least, and not many more.
   *
   * @returns the points that they leave more than; `NONE` when there is no such limit
   */
  private pick(data: Int32Array, length: number): number {
    const { picker } = this;
    picker.load(data, this.store.points);
    let limit = this.limitFor(length);
    let step = FIRST_STEP;
    for (let nth = 0; nth < PICKS && limit > 0; nth++) {
      this.found = picker.pick(limit, MOST_PICKED);
      if (this.found >= Math.min(FEWEST, length)) return limit;
      limit += this.found < 0 ? step : -step;
      step = this.found < 0 ? step : 2 * step;
    }
    return NONE;
  }
}
