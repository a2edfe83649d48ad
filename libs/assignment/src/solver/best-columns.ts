import { type Market, NONE } from './market.js';
import type { Prices } from './prices.js';
import type { ShortLists } from './short-lists.js';

/** Finds what leaves a row the most, of columns that have places, while prices rise: by its short list where that is certain. */
export class BestColumns {
  /** The columns that were found, the best first, and what each leaves the row. */
  readonly column: Int32Array;
  readonly key: Float64Array;
  private size = 0;
  private wanted = 0;

  constructor(
    private readonly market: Market,
    private readonly prices: Prices,
    private readonly lists: ShortLists,
  ) {
    const most = market.units.reduce((top, units) => Math.max(top, units), 0) + 1;
    this.column = new Int32Array(most);
    this.key = new Float64Array(most);
  }

  /**
   * @param held columns that are left out
   * @param wanted how many to find, at most one more than the row is to have
   * @param byList whether prices move so little at a time that a list lasts
   * @returns how many there are
   */
  find(row: number, held: Int32Array, wanted: number, byList: boolean): number {
    this.wanted = wanted;
    if (byList) {
      const { beyond, isMade } = this.lists;
      if (isMade[row] === 1) {
        this.look(row, held);
        if (this.least() >= (beyond[row] as number)) return this.size;
      }
      this.lists.make(row);
      this.look(row, held);
      if (this.least() >= (beyond[row] as number)) return this.size;
    }
    if (wanted === 2) this.lookForTwo(row, held);
    else this.lookAtAll(row, held);
    return this.size;
  }

  /** What the last of the wanted columns leaves the row. */
  private least(): number {
    return this.size === this.wanted ? (this.key[this.wanted - 1] as number) : -Infinity;
  }

  private look(row: number, held: Int32Array): void {
    const { start, count, left, column, value } = this.lists;
    const { pairWeight, scoreWeight } = this.market;
    const { exact } = this.prices;
    const first = start[row] as number;
    const end = first + (count[row] as number);
    this.size = 0;
    for (let at = first; at < end && (left[at] as number) > this.least(); at++) {
      const to = column[at] as number;
      this.note(to, pairWeight + scoreWeight * (value[at] as number) - (exact[to] as number), held);
    }
  }

  private lookAtAll(row: number, held: Int32Array): void {
    const { pairWeight, scoreWeight, values } = this.market;
    const { exact } = this.prices;
    const data = values.load(row);
    this.size = 0;
    for (let column = 0; column < data.length; column++) {
      const value = data[column] as number;
      if (value >= 0) this.note(column, pairWeight + scoreWeight * value - (exact[column] as number), held);
    }
  }

  private lookForTwo(row: number, held: Int32Array): void {
    const { pairWeight, scoreWeight, values, room } = this.market;
    const { exact } = this.prices;
    const data = values.load(row);
    let first = -Infinity;
    let second = -Infinity;
    let at = NONE;
    let then = NONE;
    for (let column = 0; column < data.length; column++) {
      const value = data[column] as number;
      const key = scoreWeight * value - (exact[column] as number);
      if (key <= second || value < 0 || room[column] === 0 || held.includes(column)) continue;
      if (key > first) {
        second = first;
        then = at;
        first = key;
        at = column;
      } else {
        second = key;
        then = column;
      }
    }
    this.key[0] = first + pairWeight;
    this.key[1] = second + pairWeight;
    this.column[0] = at;
    this.column[1] = then;
    this.size = then !== NONE ? 2 : at !== NONE ? 1 : 0;
  }

  private note(column: number, key: number, held: Int32Array): void {
    if (key <= this.least() || this.market.room[column] === 0 || held.includes(column)) return;
    let at = this.size < this.wanted ? this.size++ : this.wanted - 1;
    for (; at > 0 && (this.key[at - 1] as number) < key; at--) {
      this.key[at] = this.key[at - 1] as number;
      this.column[at] = this.column[at - 1] as number;
    }
    this.key[at] = key;
    this.column[at] = column;
  }
}
