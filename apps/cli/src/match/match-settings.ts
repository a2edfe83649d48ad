import type { Objective, PairOfIds, PlaceOrder, PublishedPairs } from '#assignment';
import type { Rules, Weights } from '#scoring';

/** Everything but the people that a result depends on; written to the report, read back by `verify`. */
export interface MatchSettings {
  readonly objective: Objective;
  readonly order: PlaceOrder;
  readonly minimumScore: number;
  readonly term: { readonly from: string; readonly weeks: number };
  readonly seed: string;
  readonly weights: Weights;
  readonly rules: Rules;
  /** Pairs that are made in any case, and pairs that are not made. */
  readonly locks: readonly PairOfIds[];
  readonly forbidden: readonly PairOfIds[];
  /** Pairs of an earlier round; also those whose people have left. Absent without an earlier round. */
  readonly published?: PublishedPairs;
}
