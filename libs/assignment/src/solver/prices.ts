import { MAX_SCORE } from '../problem.js';
import type { Market } from './market.js';

/** What a place at each column costs. */
export class Prices {
  /** In units of worth. */
  readonly exact: Float64Array;
  /** In whole points of value, rounded down: for comparing many columns at once. */
  readonly points: Int32Array;
  private readonly scoreWeight: number;

  /** All 0, but for columns without places: these cost more than any pair is worth. */
  constructor({ room, pairWeight, scoreWeight }: Market) {
    this.exact = new Float64Array(room.length);
    this.points = new Int32Array(room.length);
    this.scoreWeight = scoreWeight;
    for (let column = 0; column < room.length; column++)
      if (room[column] === 0) this.set(column, pairWeight + 2 * MAX_SCORE * scoreWeight);
  }

  set(column: number, price: number): void {
    this.exact[column] = price;
    this.points[column] = Math.floor(price / this.scoreWeight);
  }
}
