import type { CompactProblem } from './compact-problem.js';
import type { PairWeights } from './pair-weights.js';
import { selectLargest } from './select-largest.js';

/** Most columns that a list holds. */
const LENGTH = 64;

/**
 * For each row the columns that left it the most (worth less price) when the list was made, and the most that any other column left it.
 * While prices only rise that limit stays true, so a search needs the rest of a row only beyond the limit.
 */
export class ShortLists {
  readonly length: number;
  /** The list of a row starts at `row · length` and has `count[row]` entries. */
  readonly columns: Int32Array;
  readonly scores: Int16Array;
  readonly count: Int32Array;
  /** What the best column outside the list left the row; `-Infinity` when there is none. */
  readonly beyond: Float64Array;
  private readonly left: Float64Array;
  private readonly sorted: Float64Array;

  constructor(
    private readonly compact: CompactProblem,
    private readonly columnPrice: Float64Array,
    private readonly weights: PairWeights,
  ) {
    const { rows, columns } = compact.scores;
    this.length = Math.min(LENGTH, columns);
    this.columns = new Int32Array(rows * this.length);
    this.scores = new Int16Array(rows * this.length);
    this.count = new Int32Array(rows);
    this.beyond = new Float64Array(rows);
    this.left = new Float64Array(columns);
    this.sorted = new Float64Array(columns);
  }

  /** Makes the list of a row at today's prices. @returns what its best column leaves it, `-Infinity` without any */
  make(row: number): number {
    const { columnPrice, left, sorted, length } = this;
    const { pairWeight, scoreWeight } = this.weights;
    const { data, columns } = this.compact.scores;
    const start = this.compact.scores.load(row);
    let feasible = 0;
    let best = -Infinity;
    for (let column = 0; column < columns; column++) {
      const score = data[start + column] as number;
      if (score < 0) {
        left[column] = -Infinity;
        continue;
      }
      const key = pairWeight + scoreWeight * score - (columnPrice[column] as number);
      if (key > best) best = key;
      left[column] = key;
      sorted[feasible++] = key;
    }
    const count = Math.min(feasible, length);
    this.count[row] = count;
    if (count === 0) {
      this.beyond[row] = -Infinity;
      return best;
    }
    const least = feasible > count ? selectLargest(sorted, feasible, count) : -Infinity;
    let beyond = -Infinity;
    for (let at = count; at < feasible; at++) beyond = Math.max(beyond, sorted[at] as number);
    this.beyond[row] = beyond;
    this.gather(row, start, least, count);
    return best;
  }

  /** Takes what leaves more than `least`, and fills up with what leaves just that, in the order of columns. */
  private gather(row: number, start: number, least: number, count: number): void {
    const { columns, scores, left, length } = this;
    const { data } = this.compact.scores;
    const end = row * length + count;
    let to = row * length;
    for (let column = 0; column < left.length; column++)
      if ((left[column] as number) > least) {
        columns[to] = column;
        scores[to++] = data[start + column] as number;
      }
    for (let column = 0; to < end; column++)
      if (left[column] === least) {
        columns[to] = column;
        scores[to++] = data[start + column] as number;
      }
  }
}
