import { MAX_PENALTY, MAX_SCORE } from '../problem.js';
import { wholePoints } from './column-picker.js';
import type { ListStore } from './list-store.js';
import type { Market } from './market.js';

/** What a place at each column costs. */
export class Prices {
  /** In units of worth. */
  readonly exact: Float64Array;
  /** In whole points of value, rounded down. */
  readonly points: Int32Array;
  private readonly scoreWeight: number;

  /** All 0, but for columns without places: these cost as much as any pair can be worth. */
  constructor({ room, pairWeight, scoreWeight }: Market, { exact, points }: ListStore) {
    this.exact = exact;
    this.points = points;
    this.scoreWeight = scoreWeight;
    for (let column = 0; column < room.length; column++)
      this.set(column, room[column] === 0 ? pairWeight + (MAX_SCORE + MAX_PENALTY) * scoreWeight : 0);
  }

  set(column: number, price: number): void {
    this.exact[column] = price;
    this.points[column] = wholePoints(price / this.scoreWeight);
  }
}
