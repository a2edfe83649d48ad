import type { ValueRows } from './value-rows.js';

/**
 * What the solver decides: how many pairs of which rows and columns make the total worth highest. Rows are the people
 * with fewer places between them; they come one after the other.
 */
export interface Market {
  /** Pairs that each row is to have. */
  readonly units: Int32Array;
  /** Most pairs that each column can have. */
  readonly room: Int32Array;
  readonly values: ValueRows;
  /** A pair is worth `pairWeight + scoreWeight · value`. */
  readonly pairWeight: number;
  readonly scoreWeight: number;
  /** Whether a row may be left without a pair; otherwise all units can be placed and have to be. */
  readonly mayDrop: boolean;
}

/** Marks the end of a list and "nobody". */
export const NONE = -1;
