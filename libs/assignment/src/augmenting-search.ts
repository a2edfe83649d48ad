import type { CompactProblem } from './compact-problem.js';
import type { MatchingState } from './matching-state.js';
import { NONE, OPEN } from './matching-state.js';
import type { PairWeights } from './pair-weights.js';

/** How an attempt to give a row one more pair ended. */
export type Outcome = 'placed' | 'dropped' | 'closed';

/** Rows that are scanned between two questions whether to go on. */
const SCANS_BETWEEN_CHECKS = 64;

/**
 * Successive shortest augmenting paths with prices (the Hungarian method in the form of Jonker and Volgenant, over
 * columns with capacities). Each call of `give` adds one unit of one row and leaves pairs and prices optimal for all
 * units given so far.
 *
 * With `mayDrop` a unit is left out when that is worth more. Without, every unit that can be placed beside those
 * already placed is placed; where it can't, the columns it reached are closed: they are full and nobody in them has
 * anywhere else to go, so whoever reaches only them is turned away without a search.
 */
export class AugmentingSearch {
  private readonly distance: Float64Array;
  private readonly from: Int32Array;
  private readonly open: Int32Array;
  private openCount = 0;
  private readonly doneColumns: number[] = [];
  private readonly doneRows: number[] = [];
  private readonly waiting: number[] = [];
  private readonly rowDistance: Float64Array;
  private readonly rowSlot: Int32Array;
  private readonly rowSeen: Int32Array;
  private readonly heldBy: Int32Array;
  private search = 0;
  private scans = 0;
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
    this.distance = new Float64Array(columns);
    this.from = new Int32Array(columns);
    this.open = new Int32Array(columns);
    this.rowDistance = new Float64Array(rows);
    this.rowSlot = new Int32Array(rows);
    this.rowSeen = new Int32Array(rows);
    this.heldBy = new Int32Array(columns).fill(NONE);
  }

  /**
   * Gives a row one more pair, moving others as needed.
   *
   * @param position recorded on what closes, when the row can't be placed
   */
  give(row: number, position: number): Outcome {
    if (!this.mayDrop && !this.reachesOpenColumn(row)) return 'closed';
    this.begin(row);
    for (;;) {
      const column = this.nearestColumn();
      const near = column === NONE ? OPEN : (this.distance[column] as number);
      const waitingAt = this.nearestWaiting();
      const waitingRow = waitingAt === NONE ? NONE : (this.waiting[waitingAt] as number);
      const nearRow = waitingRow === NONE ? OPEN : (this.rowDistance[waitingRow] as number);
      const least = Math.min(near, nearRow);
      if (least === OPEN && this.dropCost === OPEN) return this.close(position);
      const free = near === least && least < OPEN && this.hasRoom(column);
      if (free && near <= this.dropCost) return this.place(row, column, near);
      if (this.dropCost <= least) return this.drop(row);
      if (nearRow <= near) {
        this.waiting.splice(waitingAt, 1);
        this.scan(waitingRow);
      } else this.enterColumn(column, near);
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
    this.search++;
    this.openCount = this.state.columns;
    for (let column = 0; column < this.openCount; column++) this.open[column] = column;
    this.distance.fill(OPEN);
    this.doneColumns.length = 0;
    this.doneRows.length = 0;
    this.waiting.length = 0;
    this.dropRow = NONE;
    this.dropCost = OPEN;
    if (this.state.priced[row] === 0) this.priceRow(row);
    this.rowDistance[row] = 0;
    this.rowSlot[row] = NONE;
    this.rowSeen[row] = this.search;
    this.scan(row);
  }

  /** First price of a row: what its best column leaves it. */
  private priceRow(row: number): void {
    const { columnPrice, columns } = this.state;
    const { pairWeight, scoreWeight } = this.weights;
    const { data } = this.compact.scores;
    const start = this.compact.scores.load(row);
    let best = this.mayDrop ? 0 : -OPEN;
    for (let column = 0; column < columns; column++) {
      const score = data[start + column] as number;
      if (score < 0) continue;
      const left = pairWeight + scoreWeight * score - (columnPrice[column] as number);
      if (left > best) best = left;
    }
    this.state.rowPrice[row] = best === -OPEN ? 0 : best;
    this.state.priced[row] = 1;
  }

  private scan(row: number): void {
    if (++this.scans % SCANS_BETWEEN_CHECKS === 0) this.check();
    const { taken, slotStart, slotColumn, columnPrice, rowPrice } = this.state;
    const { distance, from, open, openCount, heldBy } = this;
    const { pairWeight, scoreWeight } = this.weights;
    const { data } = this.compact.scores;
    const start = this.compact.scores.load(row);
    const reached = this.rowDistance[row] as number;
    const price = rowPrice[row] as number;
    this.doneRows.push(row);
    if (this.mayDrop && reached + price < this.dropCost) {
      this.dropCost = reached + price;
      this.dropRow = row;
    }
    const slots = slotStart[row] as number;
    const held = taken[row] as number;
    for (let nth = 0; nth < held; nth++) heldBy[slotColumn[slots + nth] as number] = row;
    const base = reached + price - pairWeight;
    for (let at = 0; at < openCount; at++) {
      const column = open[at] as number;
      const score = data[start + column] as number;
      if (score < 0) continue;
      const far = base + (columnPrice[column] as number) - scoreWeight * score;
      if (far < (distance[column] as number) && heldBy[column] !== row) {
        distance[column] = far;
        from[column] = row;
      }
    }
    for (let nth = 0; nth < held; nth++) heldBy[slotColumn[slots + nth] as number] = NONE;
  }

  /** The unvisited column at the least distance; among equals one with room, then the first. */
  private nearestColumn(): number {
    const { distance, open, openCount } = this;
    let best = NONE;
    let least = OPEN;
    let bestHasRoom = false;
    for (let at = 0; at < openCount; at++) {
      const column = open[at] as number;
      const far = distance[column] as number;
      if (far > least || far === OPEN) continue;
      if (far < least) {
        least = far;
        best = column;
        bestHasRoom = this.hasRoom(column);
        continue;
      }
      const room = this.hasRoom(column);
      if (room === bestHasRoom ? column < best : room) {
        best = column;
        bestHasRoom = room;
      }
    }
    return best;
  }

  private nearestWaiting(): number {
    let best = NONE;
    let least = OPEN;
    this.waiting.forEach((row, at) => {
      const far = this.rowDistance[row] as number;
      if (far >= least) return;
      least = far;
      best = at;
    });
    return best;
  }

  private hasRoom(column: number): boolean {
    return (this.state.used[column] as number) < (this.compact.room[column] as number);
  }

  /** Visits a full column: each of its rows could make place by going elsewhere. */
  private enterColumn(column: number, near: number): void {
    const { firstSlot, slotNext, slotRow, slotScore, rowPrice, columnPrice } = this.state;
    const { pairWeight, scoreWeight } = this.weights;
    this.remove(column);
    this.doneColumns.push(column);
    for (let slot = firstSlot[column] as number; slot !== NONE; slot = slotNext[slot] as number) {
      const row = slotRow[slot] as number;
      const worth = pairWeight + scoreWeight * (slotScore[slot] as number);
      const far = near + worth - (rowPrice[row] as number) - (columnPrice[column] as number);
      const seen = this.rowSeen[row] === this.search;
      if (seen && far >= (this.rowDistance[row] as number)) continue;
      this.rowDistance[row] = far;
      this.rowSlot[row] = slot;
      this.rowSeen[row] = this.search;
      if (!seen && far === near) this.scan(row);
      else if (!seen) this.waiting.push(row);
    }
  }

  private remove(column: number): void {
    const { open } = this;
    let at = 0;
    while (open[at] !== column) at++;
    this.openCount--;
    open[at] = open[this.openCount] as number;
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
    const fresh = state.openSlot(start);
    this.shift(start, column, fresh);
    state.closeSlot(slot);
    return 'dropped';
  }

  /** Walks the path back from a column with a free place: everybody on it moves one column on. */
  private shift(start: number, end: number, freshSlot: number): void {
    const { state, from, rowSlot } = this;
    const { scores } = this.compact;
    let column = end;
    for (;;) {
      const row = from[column] as number;
      const score = scores.data[scores.load(row) + column] as number;
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
    for (const column of this.doneColumns)
      if (columnClosedAt[column] === OPEN) columnClosedAt[column] = position;
    return 'closed';
  }
}
