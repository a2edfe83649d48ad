import type { AssignmentResult } from './result.js';

/**
 * Prices of the dual linear program by position in the problem's own lists: typed arrays, so that a thread can hand them
 * to another without copying.
 */
export interface DualPrices {
  /** A pair is worth `pairWeight + scoreWeight · points`: its score, and what a pair of an earlier round counts more. */
  readonly pairWeight: number;
  readonly scoreWeight: number;
  /** Price of one place of each mentee; `NaN` for those who have none in question. */
  readonly mentees: Float64Array;
  /** Price of one place at each mentor. */
  readonly mentors: Float64Array;
  /** Position in the order of places at which each mentor was closed; `Infinity` for one that stayed open. */
  readonly closedAt: Float64Array;
}

/** The best matching and its prices, not yet compared with every pair there is. */
export interface Optimum extends Omit<AssignmentResult, 'certificate'> {
  readonly prices: DualPrices;
}
