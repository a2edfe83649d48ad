import type { AssignmentProblem } from '../problem.js';
import { INFEASIBLE } from '../problem.js';
import { ColumnPicker } from './column-picker.js';

/** In a market of up to this many pairs (256 MB) rows that are asked for again are kept; in a larger one they are scored anew. */
const MOST_PAIRS_KEPT = 64 * 1024 * 1024;

/** Values that are kept in one piece of memory. */
const BLOCK = 2 ** 18;

/** Which people are rows, and in what order people stand. */
export interface RowsOf {
  readonly side: 'mentees' | 'mentors';
  /** Input index of the person at each row. */
  readonly rowAt: Int32Array;
  /** Input index of the person at each column. */
  readonly columnAt: Int32Array;
  /** By the input index of a row's person the people with whom no pair may be made freely. */
  readonly excluded: ReadonlyMap<number, readonly number[]>;
  /** Likewise the people of earlier pairs, each worth `extra` points more. Default none. */
  readonly earlier?: ReadonlyMap<number, readonly number[]>;
  readonly extra?: number;
}

/** What pairs are worth in points by row and column; negative where no pair may be made freely. */
export class ValueRows {
  readonly rows: number;
  readonly columns: number;
  /** Finds columns of the row that was loaded last in a hurry. */
  readonly picker: ColumnPicker;
  private readonly raw: Int32Array;
  private readonly current: Int32Array;
  /** Column of the person at each place of the input; made when somebody asks. */
  private positions: Int32Array | null = null;
  private readonly inOrder: boolean;
  private readonly minimum: number;
  private readonly kept = new Map<number, Int32Array>();
  private readonly asked: Uint8Array;
  private block = new Int32Array(0);
  private present = -1;
  /** Whether rows are kept, so that looking at one again costs little. */
  readonly isKept: boolean;

  constructor(
    private readonly problem: AssignmentProblem,
    private readonly of: RowsOf,
    mostPairsKept = MOST_PAIRS_KEPT,
  ) {
    const { rowAt, columnAt } = of;
    this.rows = rowAt.length;
    this.columns = columnAt.length;
    this.picker = new ColumnPicker(this.columns);
    this.current = this.picker.row;
    this.inOrder = isCounting(columnAt);
    this.raw = this.inOrder ? this.current : new Int32Array(this.columns);
    this.minimum = problem.minimumScore;
    this.asked = new Uint8Array(this.rows);
    this.isKept = this.rows * this.columns <= mostPairsKept;
  }

  /** The values of a row; good until the next call. */
  load(row: number): Int32Array {
    if (this.present === row) return this.current;
    if (this.asked[row] === 0) {
      this.asked[row] = 1;
      this.read(row);
      return this.current;
    }
    const known = this.kept.get(row);
    if (known !== undefined) return known;
    this.read(row);
    if (!this.isKept) return this.current;
    const copy = this.room();
    copy.set(this.current);
    this.kept.set(row, copy);
    return copy;
  }

  /** A place for a row: one by one they would cost more than what is written there. */
  private room(): Int32Array {
    if (this.block.length < this.columns) this.block = new Int32Array(Math.max(this.columns, BLOCK));
    const room = this.block.subarray(0, this.columns);
    this.block = this.block.subarray(this.columns);
    return room;
  }

  /** What the value of a pair has beyond its score. */
  extraOf(row: number, column: number): number {
    const { rowAt, columnAt, earlier, extra = 0 } = this.of;
    if (earlier === undefined) return 0;
    const kept = earlier.get(rowAt[row] as number)?.includes(columnAt[column] as number) ?? false;
    return kept ? extra : 0;
  }

  private read(row: number): void {
    const { raw, current, of, minimum } = this;
    const person = of.rowAt[row] as number;
    this.present = row;
    if (of.side === 'mentees') this.problem.scoreRow(person, raw);
    else this.problem.scoreColumn?.(person, raw);
    // Whether a pair may be made is as good as random: no processor guesses a branch on it, so there is none.
    if (!this.inOrder) {
      const { columnAt } = of;
      for (let column = 0; column < current.length; column++)
        current[column] = raw[columnAt[column] as number] as number;
    }
    if (minimum > 0)
      for (let column = 0; column < current.length; column++) {
        const score = current[column] as number;
        current[column] = score | ((score - minimum) >> 31);
      }
    const excluded = of.excluded.get(person);
    if (excluded !== undefined) for (const other of excluded) current[this.columnOf(other)] = INFEASIBLE;
    if (of.earlier !== undefined) this.favour(person);
  }

  private favour(person: number): void {
    const { current, of } = this;
    for (const other of of.earlier?.get(person) ?? []) {
      const column = this.columnOf(other);
      const value = current[column] as number;
      if (value >= 0) current[column] = value + (of.extra ?? 0);
    }
  }

  private columnOf(person: number): number {
    const positions = this.positions ?? inverse(this.of.columnAt);
    this.positions = positions;
    return positions[person] as number;
  }
}

function isCounting(numbers: Int32Array): boolean {
  for (let at = 0; at < numbers.length; at++) if (numbers[at] !== at) return false;
  return true;
}

function inverse(placeOf: Int32Array): Int32Array {
  const inverted = new Int32Array(placeOf.length);
  for (let at = 0; at < placeOf.length; at++) inverted[placeOf[at] as number] = at;
  return inverted;
}
