import { pairKey } from '../people-index.js';
import type { AssignedPair, AssignmentResult } from '../result.js';

/** What changes from one result to another. Pairs are sorted by ids. */
export interface ResultDifference {
  /** Pairs of both, as they are in the second. */
  readonly kept: readonly AssignedPair[];
  /** Pairs of the first alone. */
  readonly lost: readonly AssignedPair[];
  /** Pairs of the second alone. */
  readonly added: readonly AssignedPair[];
  /** Pairs of the second less those of the first. */
  readonly pairs: number;
  /** Total of the second less that of the first, in points of their own scores. */
  readonly total: number;
}

type Pairs = Pick<AssignmentResult, 'pairs'>;

/** Compares two results pair by pair; they may be of different problems. */
export function compareResults(first: Pairs, second: Pairs): ResultDifference {
  const before = new Set(first.pairs.map(pairKey));
  const after = new Set(second.pairs.map(pairKey));
  return {
    kept: second.pairs.filter((pair) => before.has(pairKey(pair))),
    lost: first.pairs.filter((pair) => !after.has(pairKey(pair))),
    added: second.pairs.filter((pair) => !before.has(pairKey(pair))),
    pairs: second.pairs.length - first.pairs.length,
    total: totalOf(second) - totalOf(first),
  };
}

function totalOf({ pairs }: Pairs): number {
  return pairs.reduce((sum, { score }) => sum + score, 0);
}
