import { halfWordOf } from './cells.js';

/** Adds points, or `NEVER`, to one person. */
export function addToSum(sums: Uint16Array, at: number, points: number): void {
  const sum = sums[at] ?? 0;
  sums[at] = points < 0 ? sum | halfWordOf(points) : sum + points;
}
