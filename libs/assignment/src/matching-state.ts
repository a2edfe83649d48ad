import type { CompactProblem } from './compact-problem.js';

/** Marks the end of a list and "nobody". */
export const NONE = -1;

/** The position of a column that was never closed, and the distance of what was not reached. */
export const OPEN = Number.POSITIVE_INFINITY;

/**
 * Pairs and prices while they are being found. Every mentor a row wants is one slot; the slots that a column holds form
 * a linked list, so that a column with many places costs no more than one with few.
 */
export class MatchingState {
  readonly rows: number;
  readonly columns: number;
  /** First slot of each row; the row's pairs are in the first `taken` of its slots. */
  readonly slotStart: Int32Array;
  readonly slotRow: Int32Array;
  readonly slotColumn: Int32Array;
  readonly slotScore: Int16Array;
  readonly slotNext: Int32Array;
  readonly taken: Int32Array;
  readonly used: Int32Array;
  readonly firstSlot: Int32Array;
  readonly rowPrice: Float64Array;
  readonly priced: Uint8Array;
  readonly columnPrice: Float64Array;
  /** Position in the order of places at which a column was closed. */
  readonly columnClosedAt: Float64Array;

  constructor(compact: CompactProblem) {
    const { need, room } = compact;
    this.rows = need.length;
    this.columns = room.length;
    this.slotStart = new Int32Array(this.rows + 1);
    need.forEach((wanted, row) => (this.slotStart[row + 1] = (this.slotStart[row] ?? 0) + wanted));
    const slots = this.slotStart[this.rows] ?? 0;
    this.slotRow = new Int32Array(slots);
    for (let row = 0; row < this.rows; row++)
      this.slotRow.fill(row, this.slotStart[row], this.slotStart[row + 1]);
    this.slotColumn = new Int32Array(slots).fill(NONE);
    this.slotScore = new Int16Array(slots);
    this.slotNext = new Int32Array(slots).fill(NONE);
    this.taken = new Int32Array(this.rows);
    this.used = new Int32Array(this.columns);
    this.firstSlot = new Int32Array(this.columns).fill(NONE);
    this.rowPrice = new Float64Array(this.rows);
    this.priced = new Uint8Array(this.rows);
    this.columnPrice = new Float64Array(this.columns);
    this.columnClosedAt = new Float64Array(this.columns).fill(OPEN);
  }

  /** Gives a row one more pair. @returns the slot, not yet in any column */
  openSlot(row: number): number {
    const nth = this.taken[row] as number;
    this.taken[row] = nth + 1;
    return (this.slotStart[row] as number) + nth;
  }

  /** Puts a free slot into a column. */
  enter(slot: number, column: number, score: number): void {
    this.slotColumn[slot] = column;
    this.slotScore[slot] = score;
    this.slotNext[slot] = this.firstSlot[column] as number;
    this.firstSlot[column] = slot;
    this.used[column] = (this.used[column] as number) + 1;
  }

  /** Takes a slot out of its column. */
  leave(slot: number): void {
    const column = this.slotColumn[slot] as number;
    const after = this.slotNext[slot] as number;
    let before = this.firstSlot[column] as number;
    if (before === slot) this.firstSlot[column] = after;
    else {
      while (this.slotNext[before] !== slot) before = this.slotNext[before] as number;
      this.slotNext[before] = after;
    }
    this.used[column] = (this.used[column] as number) - 1;
    this.slotColumn[slot] = NONE;
  }

  /** Takes a pair away from a row; the last slot of the row fills the gap. */
  closeSlot(slot: number): void {
    const row = this.slotRow[slot] as number;
    const left = (this.taken[row] as number) - 1;
    this.taken[row] = left;
    const last = (this.slotStart[row] as number) + left;
    if (last === slot) return;
    const column = this.slotColumn[last] as number;
    this.leave(last);
    this.enter(slot, column, this.slotScore[last] as number);
  }
}
