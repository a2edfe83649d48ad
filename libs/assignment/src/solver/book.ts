import type { Market } from './market.js';
import { NONE } from './market.js';
import type { Prices } from './prices.js';

/**
 * Pairs and prices while they are being found. Every pair that a row is to have is one slot; the slots in a column form a
 * linked list, so that a column with many places costs no more than one with few.
 */
export class Book {
  /** First slot of each row; the row's pairs are in the first `taken` of its slots. */
  readonly slotStart: Int32Array;
  readonly slotRow: Int32Array;
  readonly slotColumn: Int32Array;
  readonly slotValue: Int16Array;
  readonly slotNext: Int32Array;
  private readonly slotBefore: Int32Array;
  readonly taken: Int32Array;
  readonly used: Int32Array;
  readonly firstSlot: Int32Array;
  readonly rowPrice: Float64Array;
  /** Whether the price of a row has been set. */
  readonly priced: Uint8Array;

  constructor(
    { units, room }: Market,
    readonly prices: Prices,
  ) {
    const rows = units.length;
    this.slotStart = new Int32Array(rows + 1);
    for (let row = 0; row < rows; row++)
      this.slotStart[row + 1] = (this.slotStart[row] as number) + (units[row] as number);
    const slots = this.slotStart[rows] as number;
    this.slotRow = new Int32Array(slots);
    for (let row = 0; row < rows; row++) this.slotRow.fill(row, this.slotStart[row], this.slotStart[row + 1]);
    this.slotColumn = new Int32Array(slots).fill(NONE);
    this.slotValue = new Int16Array(slots);
    this.slotNext = new Int32Array(slots).fill(NONE);
    this.slotBefore = new Int32Array(slots).fill(NONE);
    this.taken = new Int32Array(rows);
    this.used = new Int32Array(room.length);
    this.firstSlot = new Int32Array(room.length).fill(NONE);
    this.rowPrice = new Float64Array(rows);
    this.priced = new Uint8Array(rows);
  }

  /** Whether a row has a pair with a column. */
  holds(row: number, column: number): boolean {
    const first = this.slotStart[row] as number;
    const end = first + (this.taken[row] as number);
    for (let slot = first; slot < end; slot++) if (this.slotColumn[slot] === column) return true;
    return false;
  }

  /** Gives a row one more pair. @returns the slot, not yet in any column */
  openSlot(row: number): number {
    const nth = this.taken[row] as number;
    this.taken[row] = nth + 1;
    return (this.slotStart[row] as number) + nth;
  }

  /** Puts a free slot into a column. */
  enter(slot: number, column: number, value: number): void {
    const next = this.firstSlot[column] as number;
    this.slotColumn[slot] = column;
    this.slotValue[slot] = value;
    this.slotNext[slot] = next;
    this.slotBefore[slot] = NONE;
    if (next !== NONE) this.slotBefore[next] = slot;
    this.firstSlot[column] = slot;
    this.used[column] = (this.used[column] as number) + 1;
  }

  /** Takes a slot out of its column. */
  leave(slot: number): void {
    const column = this.slotColumn[slot] as number;
    const next = this.slotNext[slot] as number;
    const before = this.slotBefore[slot] as number;
    if (before === NONE) this.firstSlot[column] = next;
    else this.slotNext[before] = next;
    if (next !== NONE) this.slotBefore[next] = before;
    this.used[column] = (this.used[column] as number) - 1;
    this.slotColumn[slot] = NONE;
  }

  /** Ends a pair; the last slot of its row fills the gap. @returns the column that it leaves */
  giveUp(slot: number): number {
    const column = this.slotColumn[slot] as number;
    this.leave(slot);
    this.closeSlot(slot);
    return column;
  }

  private closeSlot(slot: number): void {
    const row = this.slotRow[slot] as number;
    const left = (this.taken[row] as number) - 1;
    this.taken[row] = left;
    const last = (this.slotStart[row] as number) + left;
    if (last === slot) return;
    const column = this.slotColumn[last] as number;
    this.leave(last);
    this.enter(slot, column, this.slotValue[last] as number);
  }
}
