import { FreeRows } from '../free-rows.js';
import type { AssignmentProblem } from '../problem.js';
import { menteesInOrder, mentorsInOrder } from '../standing-order.js';

/** Up to this many pairs (128 MB) rows are kept once scored; beyond it they are scored again whenever they are needed. */
const MOST_PAIRS_KEPT = 64 * 1024 * 1024;

/** Scores by row and column, both in an order that does not depend on the input; `-1` for pairs that are not free. */
export class OrderedRows {
  /** Input index of the mentee at each row. */
  readonly menteeAt: Int32Array;
  /** Input index of the mentor at each column. */
  readonly mentorAt: Int32Array;
  private readonly rows: FreeRows;
  private readonly raw: Int32Array;
  private readonly kept: (Int16Array | undefined)[] | null;
  private readonly current: Int16Array;

  constructor(problem: AssignmentProblem, mostPairsKept = MOST_PAIRS_KEPT) {
    this.menteeAt = menteesInOrder(problem);
    this.mentorAt = mentorsInOrder(problem);
    this.rows = new FreeRows(problem);
    this.raw = this.rows.newRow();
    const { length } = this.mentorAt;
    this.kept = this.menteeAt.length * length <= mostPairsKept ? new Array(this.menteeAt.length) : null;
    this.current = new Int16Array(length);
  }

  /** The scores of a row; good until the next call. */
  load(row: number): Int16Array {
    const known = this.kept?.[row];
    if (known !== undefined) return known;
    const { mentorAt, raw } = this;
    const out = this.kept === null ? this.current : new Int16Array(mentorAt.length);
    this.rows.read(this.menteeAt[row] as number, raw);
    for (let column = 0; column < out.length; column++)
      out[column] = raw[mentorAt[column] as number] as number;
    if (this.kept !== null) this.kept[row] = out;
    return out;
  }
}
