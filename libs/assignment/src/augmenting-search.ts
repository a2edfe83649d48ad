import type { CompactProblem } from './compact-problem.js';
import { EventHeap } from './event-heap.js';
import type { MatchingState } from './matching-state.js';
import { NONE, OPEN } from './matching-state.js';
import type { PairWeights } from './pair-weights.js';
import { ShortLists } from './short-lists.js';

/** How an attempt to give a row one more pair ended. */
export type Outcome = 'placed' | 'dropped' | 'closed';

/** Rows that are scanned between two questions whether to go on. */
const SCANS_BETWEEN_CHECKS = 64;

/** A list that did not last for so many searches is not worth making again yet. */
const SEARCHES_BETWEEN_LISTS = 8;

/**
 * Successive shortest augmenting paths with prices (the Hungarian method in the form of Jonker and Volgenant, over
 * columns with capacities). Each call of `give` adds one unit of one row and leaves pairs and prices optimal for all
 * units given so far.
 *
 * With `mayDrop` a unit is left out when that is worth more. Without, every unit that can be placed beside those
 * already placed is placed; where it can't, the columns it reached are closed: they are full and nobody in them has
 * anywhere else to go, so whoever reaches only them is turned away without a search.
 *
 * The heap holds four kinds of events, in this order among equals: a column with room, a full column, a row reached by
 * giving up a pair that is worth more than its prices, and a row whose columns beyond its short list come into reach.
 */
export class AugmentingSearch {
  private readonly lists: ShortLists;
  private readonly heap = new EventHeap();
  private readonly fullColumns: number;
  private readonly reachedRows: number;
  private readonly longRows: number;
  private readonly distance: Float64Array;
  private readonly from: Int32Array;
  private readonly fromScore: Int16Array;
  private readonly columnDone: Int32Array;
  private readonly doneColumns: number[] = [];
  private readonly doneRows: number[] = [];
  private readonly rowDistance: Float64Array;
  private readonly rowSlot: Int32Array;
  private readonly rowSeen: Int32Array;
  private readonly rowDone: Int32Array;
  private readonly heldBy: Int32Array;
  private readonly listedAt: Int32Array;
  private search = 0;
  private scans = 0;
  private anyClosed = false;
  /** Nothing at this distance or beyond can be on the shortest path any more. */
  private limit = OPEN;
  private dropRow = NONE;
  private dropCost = OPEN;

  constructor(
    private readonly compact: CompactProblem,
    private readonly state: MatchingState,
    private readonly weights: PairWeights,
    private readonly mayDrop: boolean,
    private readonly check: () => void,
  ) {
    const { rows, columns } = state;
    this.lists = new ShortLists(compact, state.columnPrice, weights);
    this.fullColumns = columns;
    this.reachedRows = 2 * columns;
    this.longRows = 2 * columns + rows;
    this.distance = new Float64Array(columns);
    this.from = new Int32Array(columns);
    this.fromScore = new Int16Array(columns);
    this.columnDone = new Int32Array(columns);
    this.rowDistance = new Float64Array(rows);
    this.rowSlot = new Int32Array(rows);
    this.rowSeen = new Int32Array(rows);
    this.rowDone = new Int32Array(rows);
    this.heldBy = new Int32Array(columns).fill(NONE);
    this.listedAt = new Int32Array(rows);
  }

  /**
   * Gives a row one more pair, moving others as needed.
   *
   * @param position recorded on what closes, when the row can't be placed
   */
  give(row: number, position: number): Outcome {
    if (this.anyClosed && !this.reachesOpenColumn(row)) return 'closed';
    this.begin(row);
    for (;;) {
      const code = this.heap.pop();
      const near = this.heap.poppedKey;
      if (code === NONE && this.dropCost === OPEN) return this.close(position);
      if (this.dropCost < near || (this.dropCost === near && code >= this.fullColumns)) return this.drop(row);
      if (code < this.fullColumns) return this.place(row, code, near);
      if (code < this.reachedRows) this.enterColumn(code - this.fullColumns, near);
      else if (code < this.longRows) this.scan(code - this.reachedRows);
      else this.scanBeyond(code - this.longRows);
    }
  }

  /** Whether a column that was never closed would take the row: if not, the search can be spared. */
  private reachesOpenColumn(row: number): boolean {
    const { columns, columnClosedAt, slotStart, slotColumn } = this.state;
    const { data } = this.compact.scores;
    const start = this.compact.scores.load(row);
    const held = slotColumn.subarray(slotStart[row], slotStart[row + 1]);
    for (let column = 0; column < columns; column++)
      if (columnClosedAt[column] === OPEN && (data[start + column] as number) >= 0 && !held.includes(column))
        return true;
    return false;
  }

  private begin(row: number): void {
    const { state } = this;
    this.search++;
    this.distance.fill(OPEN);
    this.heap.clear();
    this.doneColumns.length = 0;
    this.doneRows.length = 0;
    this.limit = OPEN;
    this.dropRow = NONE;
    this.dropCost = OPEN;
    if (state.priced[row] === 0) {
      const best = this.lists.make(row);
      this.listedAt[row] = this.search;
      state.rowPrice[row] = this.mayDrop || best === -OPEN ? Math.max(0, best) : best;
      state.priced[row] = 1;
    }
    this.rowDistance[row] = 0;
    this.rowSlot[row] = NONE;
    this.rowSeen[row] = this.search;
    this.scan(row);
  }

  /** Goes on from a row: to the columns of its short list, and to the rest once it may matter. */
  private scan(row: number): void {
    if (this.rowDone[row] === this.search) return;
    this.rowDone[row] = this.search;
    if (++this.scans % SCANS_BETWEEN_CHECKS === 0) this.check();
    const { lists } = this;
    const reached = this.rowDistance[row] as number;
    const price = this.state.rowPrice[row] as number;
    this.doneRows.push(row);
    if (this.mayDrop && reached + price < this.dropCost) {
      this.dropCost = reached + price;
      this.dropRow = row;
      this.limit = Math.min(this.limit, this.dropCost);
    }
    this.markHeld(row, row);
    const first = row * lists.length;
    const end = first + (lists.count[row] as number);
    for (let at = first; at < end; at++)
      this.relax(row, reached + price, lists.columns[at] as number, lists.scores[at] as number);
    this.markHeld(row, NONE);
    const beyond = reached + price - (lists.beyond[row] as number);
    if (beyond < this.limit) this.heap.push(beyond, this.longRows + row);
  }

  /** The short list no longer suffices: all columns of the row, and now and then a new list at today's prices. */
  private scanBeyond(row: number): void {
    if (++this.scans % SCANS_BETWEEN_CHECKS === 0) this.check();
    if (this.search - (this.listedAt[row] as number) >= SEARCHES_BETWEEN_LISTS) {
      this.lists.make(row);
      this.listedAt[row] = this.search;
    }
    const { data, columns } = this.compact.scores;
    const start = this.compact.scores.load(row);
    const base = (this.rowDistance[row] as number) + (this.state.rowPrice[row] as number);
    this.markHeld(row, row);
    for (let column = 0; column < columns; column++) {
      const score = data[start + column] as number;
      if (score >= 0) this.relax(row, base, column, score);
    }
    this.markHeld(row, NONE);
  }

  private relax(row: number, base: number, column: number, score: number): void {
    const price = this.state.columnPrice[column] as number;
    const far = base + price - this.weights.pairWeight - this.weights.scoreWeight * score;
    if (far >= (this.distance[column] as number) || far > this.limit) return;
    if (this.columnDone[column] === this.search || this.heldBy[column] === row) return;
    const hasRoom = this.hasRoom(column);
    if (far === this.limit && !hasRoom) return;
    this.distance[column] = far;
    this.from[column] = row;
    this.fromScore[column] = score;
    if (hasRoom) this.limit = far;
    this.heap.push(far, hasRoom ? column : this.fullColumns + column);
  }

  /** Notes the columns that the row is in, which it can't enter a second time. */
  private markHeld(row: number, mark: number): void {
    const { taken, slotStart, slotColumn } = this.state;
    const first = slotStart[row] as number;
    const end = first + (taken[row] as number);
    for (let slot = first; slot < end; slot++) this.heldBy[slotColumn[slot] as number] = mark;
  }

  private hasRoom(column: number): boolean {
    return (this.state.used[column] as number) < (this.compact.room[column] as number);
  }

  /** Visits a full column: each of its rows could make place by going elsewhere. */
  private enterColumn(column: number, near: number): void {
    if (this.columnDone[column] === this.search) return;
    this.columnDone[column] = this.search;
    this.doneColumns.push(column);
    const { firstSlot, slotNext, slotRow, slotScore, rowPrice, columnPrice } = this.state;
    const { pairWeight, scoreWeight } = this.weights;
    for (let slot = firstSlot[column] as number; slot !== NONE; slot = slotNext[slot] as number) {
      const row = slotRow[slot] as number;
      const worth = pairWeight + scoreWeight * (slotScore[slot] as number);
      const far = near + worth - (rowPrice[row] as number) - (columnPrice[column] as number);
      const seen = this.rowSeen[row] === this.search;
      if (seen && far >= (this.rowDistance[row] as number)) continue;
      this.rowDistance[row] = far;
      this.rowSlot[row] = slot;
      this.rowSeen[row] = this.search;
      if (far === near) this.scan(row);
      else if (far < this.limit) this.heap.push(far, this.reachedRows + row);
    }
  }

  private place(start: number, column: number, distance: number): Outcome {
    this.reprice(distance);
    this.shift(start, column, this.state.openSlot(start));
    return 'placed';
  }

  private drop(start: number): Outcome {
    const { state, dropRow, dropCost } = this;
    this.reprice(dropCost);
    if (dropRow === start) return 'dropped';
    const slot = this.rowSlot[dropRow] as number;
    const column = state.slotColumn[slot] as number;
    state.leave(slot);
    this.shift(start, column, state.openSlot(start));
    state.closeSlot(slot);
    return 'dropped';
  }

  /** Walks the path back from a column with a free place: everybody on it moves one column on. */
  private shift(start: number, end: number, freshSlot: number): void {
    const { state, from, fromScore, rowSlot } = this;
    let column = end;
    for (;;) {
      const row = from[column] as number;
      const score = fromScore[column] as number;
      if (row === start) {
        state.enter(freshSlot, column, score);
        return;
      }
      const slot = rowSlot[row] as number;
      const left = state.slotColumn[slot] as number;
      state.leave(slot);
      state.enter(slot, column, score);
      column = left;
    }
  }

  private reprice(distance: number): void {
    const { columnPrice, rowPrice } = this.state;
    for (const column of this.doneColumns)
      columnPrice[column] = (columnPrice[column] as number) + distance - (this.distance[column] as number);
    for (const row of this.doneRows)
      rowPrice[row] = (rowPrice[row] as number) - distance + (this.rowDistance[row] as number);
  }

  private close(position: number): Outcome {
    const { columnClosedAt } = this.state;
    this.anyClosed = true;
    for (const column of this.doneColumns)
      if (columnClosedAt[column] === OPEN) columnClosedAt[column] = position;
    return 'closed';
  }
}
