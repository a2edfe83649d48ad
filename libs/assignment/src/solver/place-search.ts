import type { RowList } from './row-list.js';
import type { ValueRows } from './value-rows.js';

/** Who has whom, by row and column. */
export interface Pairing {
  /** Columns of each row. */
  readonly columnsOf: readonly (readonly number[])[];
  /** The scores of these pairs, in the same order. */
  readonly scoresOf: readonly (readonly number[])[];
}

/** Nobody has anybody. */
export function noPairs(rows: number): Pairing {
  const nobody = Array.from({ length: rows }, () => []);
  return { columnsOf: nobody, scoresOf: nobody };
}

const NOBODY = -1;

/**
 * Finds places for as many people as can be, whatever the scores above a threshold: augmenting paths (Berge 1957) over
 * columns with capacities.
 *
 * A search that fails has seen a set of rows who between them can use nothing but the full columns it has seen; no later
 * path leads out of that set (the Hungarian forest), so it is left out of later searches, and all failures together
 * cost one look at every pair. What was never seen, with the columns that were, is a smallest cover (König 1931).
 */
export class PlaceSearch {
  readonly columnsOf: number[][];
  readonly scoresOf: number[][];
  /** Rows and columns that failed searches have seen. */
  readonly closedRow: Uint8Array;
  readonly closedColumn: Uint8Array;
  /** The position that was given for each closed column; `Infinity` for the others. */
  readonly closedAt: Float64Array;
  private readonly rowsOf: number[][];
  /** Columns that are not closed. */
  private live: Int32Array;
  private readonly open: Int32Array;
  private opens = 0;
  private readonly rowFrom: Int32Array;
  private readonly columnFrom: Int32Array;
  private readonly columnScore: Int32Array;
  private readonly queue: Int32Array;
  private readonly seenRow: Int32Array;
  private readonly seen: number[] = [];
  private search = 0;

  /**
   * @param room places of each column
   * @param threshold the least score of a pair
   * @param start pairs to begin with, those below the threshold taken out
   */
  constructor(
    private readonly scores: ValueRows,
    private readonly room: Int32Array,
    private readonly threshold: number,
    start: Pairing,
  ) {
    const { rows } = scores;
    const columns = room.length;
    this.rowsOf = Array.from({ length: columns }, () => []);
    const stays = (row: number, at: number): boolean => (start.scoresOf[row]?.[at] ?? -1) >= threshold;
    this.columnsOf = start.columnsOf.map((held, row) => held.filter((_, at) => stays(row, at)));
    this.scoresOf = start.scoresOf.map((held) => held.filter((score) => score >= threshold));
    this.columnsOf.forEach((held, row) => {
      for (const column of held) this.rowsOf[column]?.push(row);
    });
    this.closedRow = new Uint8Array(rows);
    this.closedColumn = new Uint8Array(columns);
    this.closedAt = new Float64Array(columns).fill(Infinity);
    this.live = Int32Array.from({ length: columns }, (_, column) => column);
    this.open = new Int32Array(columns);
    this.rowFrom = new Int32Array(rows);
    this.columnFrom = new Int32Array(columns);
    this.columnScore = new Int32Array(columns);
    this.queue = new Int32Array(rows);
    this.seenRow = new Int32Array(rows);
  }

  /** Whether nobody who comes now can get a place. */
  get isAllClosed(): boolean {
    return this.live.length === 0;
  }

  /**
   * Gives a row a place that is free at a column of its list, moving nobody.
   *
   * @param list columns that may be given to it where they are worth the threshold
   * @returns whether there is one
   */
  takeFree(row: number, { columns, values }: RowList): boolean {
    const held = this.columnsOf[row] as number[];
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at] as number;
      const score = values[at] as number;
      const rows = this.rowsOf[column] as number[];
      if (score < this.threshold || rows.length >= (this.room[column] as number) || held.includes(column))
        continue;
      held.push(column);
      this.scoresOf[row]?.push(score);
      rows.push(row);
      return true;
    }
    return false;
  }

  /**
   * Gives a row one more place, moving others as needed.
   *
   * @param position noted in `closedAt` of the columns that are closed when that can't be
   * @returns whether it could be done
   */
  give(row: number, position = 0): boolean {
    if (this.closedRow[row] === 1) return false;
    this.begin(row);
    let size = 1;
    for (let at = 0; at < size; at++) {
      const current = this.queue[at] as number;
      if (this.opens === 0) continue;
      const scores = this.scores.load(current);
      const held = this.columnsOf[current] as number[];
      let kept = 0;
      for (let k = 0; k < this.opens; k++) {
        const column = this.open[k] as number;
        if ((scores[column] as number) < this.threshold || held.includes(column)) {
          this.open[kept++] = column;
          continue;
        }
        this.columnFrom[column] = current;
        this.columnScore[column] = scores[column] as number;
        const rows = this.rowsOf[column] as number[];
        if (rows.length < (this.room[column] as number)) {
          this.move(row, column);
          return true;
        }
        this.seen.push(column);
        for (const other of rows) {
          if (this.seenRow[other] === this.search) continue;
          this.seenRow[other] = this.search;
          this.rowFrom[other] = column;
          this.queue[size++] = other;
        }
      }
      this.opens = kept;
    }
    for (let at = 0; at < size; at++) this.closedRow[this.queue[at] as number] = 1;
    for (const column of this.seen) {
      this.closedColumn[column] = 1;
      this.closedAt[column] = position;
    }
    this.live = this.live.filter((column) => this.closedColumn[column] === 0);
    return false;
  }

  private begin(row: number): void {
    this.search++;
    this.seen.length = 0;
    this.opens = this.live.length;
    this.open.set(this.live);
    this.queue[0] = row;
    this.seenRow[row] = this.search;
    this.rowFrom[row] = NOBODY;
  }

  private move(start: number, end: number): void {
    let column = end;
    for (;;) {
      const row = this.columnFrom[column] as number;
      const held = this.columnsOf[row] as number[];
      const scores = this.scoresOf[row] as number[];
      const left = row === start ? NOBODY : (this.rowFrom[row] as number);
      held.push(column);
      scores.push(this.columnScore[column] as number);
      this.rowsOf[column]?.push(row);
      if (left === NOBODY) return;
      const at = held.indexOf(left);
      held.splice(at, 1);
      scores.splice(at, 1);
      const others = this.rowsOf[left] as number[];
      others.splice(others.indexOf(row), 1);
      column = left;
    }
  }
}
