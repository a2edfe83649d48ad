import type { Book } from './book.js';

/**
 * The places that no row holds. Where prices grow from nothing each of them is vacant, at price 0. Where prices were
 * given beforehand a place may be free at a price that nobody ever bid for: then as many places as there are more than
 * needed are spare, all at one level, the least price there is; the others are vacant until a row or a spare takes them.
 */
export class Spares {
  /** Places of each column in which a path may end. */
  readonly vacant: Int32Array;
  /** Spare places of each column. */
  readonly held: Int32Array;
  /** The price of every spare place. */
  level = 0;
  /** Whether a path may move spares on, instead of ending at them. */
  mayMove = false;

  /** Rows that had to go without a pair while spares may move, with how many. */
  readonly leftOut = new Map<number, number>();

  /** All places vacant. @param room places of each column */
  constructor(readonly room: Int32Array) {
    this.vacant = Int32Array.from(room);
    this.held = new Int32Array(room.length);
  }

  /**
   * Makes as many places spare as there are more than needed, among those free at the least price.
   *
   * @param needed places that rows are to have
   * @returns how many could not be had at that price
   */
  settle({ used, prices }: Book, needed: number): number {
    let lacking = -needed;
    for (let column = 0; column < this.room.length; column++) {
      lacking += this.room[column] as number;
      this.vacant[column] = (this.room[column] as number) - (used[column] as number);
    }
    this.mayMove = true;
    for (let column = 0; column < this.room.length && lacking > 0; column++) {
      if (prices.exact[column] !== this.level) continue;
      const taken = Math.min(this.vacant[column] as number, lacking);
      this.held[column] = taken;
      this.vacant[column] = (this.vacant[column] as number) - taken;
      lacking -= taken;
    }
    return lacking;
  }

  /** Notes that a row goes without so many pairs more, or less. */
  countLeftOut(row: number, more: number): void {
    const count = (this.leftOut.get(row) ?? 0) + more;
    if (count > 0) this.leftOut.set(row, count);
    else this.leftOut.delete(row);
  }
}
