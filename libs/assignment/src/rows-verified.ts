import type { Finding } from './finding.js';

/** What a check of the pairs of some mentees found; plain data, to be handed between threads. */
export interface RowsVerified {
  /** First mentee, by position in the problem's list. */
  readonly from: number;
  /** The mentee after the last. */
  readonly to: number;
  /** Their part of what no matching can exceed. */
  readonly bound: bigint;
  readonly pairsChecked: number;
  readonly digests: Uint32Array;
  /** Scores of the pairs that were made: by mentee, then in the order of `Ledger.given`. */
  readonly scores: Int32Array;
  /** Pairs that no hard rule excludes. */
  readonly feasible: number;
  /** The best score of each mentee, `-1` for one whom nobody suits. */
  readonly best: Int16Array;
  readonly findings: readonly Finding[];
}
