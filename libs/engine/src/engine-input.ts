import type { Objective, PairOfIds, PlaceOrder, PublishedPairs } from '#assignment';
import type { MenteeProfile, MentorProfile, PlainContext } from '#scoring';

/** What is to be computed, beside the people and how they are scored. */
export interface EngineParameters {
  readonly objective: Objective;
  readonly placeOrder: PlaceOrder;
  readonly minimumScore: number;
  readonly seed: string;
}

/** What a computation reads: plain data, fit for a thread and for a hash. */
export interface EngineInput {
  readonly mentees: readonly MenteeProfile[];
  /** `capacity` is what is free at the time of the snapshot. */
  readonly mentors: readonly MentorProfile[];
  /** How pairs are scored. */
  readonly context: PlainContext;
  readonly locks: readonly PairOfIds[];
  readonly forbidden: readonly PairOfIds[];
  /** Pairs of an earlier round that should rather stay; their people may have left. Default none. */
  readonly published?: PublishedPairs;
  readonly parameters: EngineParameters;
}

/** People that are asked for one by one, such as a list. */
export interface PeopleSource<P> extends Iterable<P> {
  readonly length: number;
  at(index: number): P | undefined;
}

/** The people of an input. */
export interface PeopleOfBothSides {
  readonly mentees: PeopleSource<MenteeProfile>;
  readonly mentors: PeopleSource<MentorProfile>;
}

/** An input whose people may be made only when they are asked for. */
export type EngineSource = Omit<EngineInput, 'mentees' | 'mentors'> & PeopleOfBothSides;

/** Versions of the tables that a result depends on beside the input. */
export interface TableVersions {
  /** Of the built-in skills. */
  readonly taxonomy: string;
  /** Of the IANA zone data. */
  readonly zoneData: string;
}
