/** Highest score a pair can have; scores are integers `0..MAX_SCORE`. */
export const MAX_SCORE = 10_000;

/** Most points that it can be worth to keep a pair of an earlier round. */
export const MAX_PENALTY = 10_000;

/** What a score row holds for a pair that a hard rule excludes. */
export const INFEASIBLE = -1;

/** A mentor whom a mentee asked for, with the part of the pair's score that this wish earned. */
export interface RankedWish {
  readonly mentorId: string;
  /** Points that are in the pair's score because of the wish; the mentor's own view of the pair leaves them out. */
  readonly points: number;
}

/** A person who looks for mentors. */
export interface MenteeSpec {
  /** Unique among the mentees, stable from run to run. */
  readonly id: string;
  /** How many different mentors are wanted; default 1. */
  readonly demand?: number;
  /** Rounds in which this person was left without a mentor; default 0, more comes first. */
  readonly roundsWaited?: number;
  /** Priority that the program declared; default 0, higher comes first. */
  readonly priority?: number;
  /** The mentors asked for, the most wanted first; read by `stable` and by the quality report. Default none. */
  readonly wishes?: readonly RankedWish[];
}

/** A person who offers places. */
export interface MentorSpec {
  /** Unique among the mentors, stable from run to run. */
  readonly id: string;
  /** How many mentees fit, `0` or more. */
  readonly capacity: number;
}

/** A mentee and a mentor, named by id. */
export interface PairOfIds {
  readonly menteeId: string;
  readonly mentorId: string;
}

/**
 * What the best matching is.
 *
 * - `coverage`: most pairs first, then who gets them (see {@link PlaceOrder}), then the highest total score.
 * - `total`: the highest total score, then the most pairs.
 * - `stable`: no mentee and mentor who would both rather have each other than what they got; mentees ask, mentors keep
 *   whom they rank highest. Every mentee wants one mentor.
 * - `fair`: most pairs first, then who gets them, then the highest score of the worst pair, then the highest total.
 *
 * In the total of `coverage`, `total` and `fair` a pair of an earlier round counts as many points more as it is worth to
 * keep it (see {@link PublishedPairs}); the scores that people are shown and the worst score know nothing of it.
 */
export type Objective = 'coverage' | 'total' | 'stable' | 'fair';

/**
 * Who gets a place when places are scarce; read by `coverage` and `fair`.
 *
 * - `waited`: everybody's first mentor before anybody's second; then rounds waited, then priority, then a lottery
 *   drawn from the seed. The score does not choose the people, and no pair is lost by it.
 * - `score`: whoever makes the total highest.
 */
export type PlaceOrder = 'waited' | 'score';

/** Pairs that people know of already, and what it is worth not to break one. */
export interface PublishedPairs {
  readonly pairs: readonly PairOfIds[];
  /**
   * Points, a whole number `0..`{@link MAX_PENALTY}, that the total of the scores may fall for each of these pairs that
   * stays; `0` means they don't matter.
   */
  readonly penalty: number;
}

/**
 * A cohort to be matched. Scores are asked for row by row, so that no caller and no solver has to hold them all.
 *
 * A pair can be made when its score is not {@link INFEASIBLE}, is at least `minimumScore`, and is not forbidden.
 * A lock is made in any case; it may go below the minimum score, never against a hard rule.
 */
export interface AssignmentProblem {
  readonly mentees: readonly MenteeSpec[];
  readonly mentors: readonly MentorSpec[];
  /**
   * Fills `out[j]` with the score of mentee `menteeIndex` and mentor `j` for every `j`: `0..10000`, or `-1` when a hard
   * rule excludes the pair. Called any number of times, in any order; must give the same answer every time.
   */
  scoreRow(menteeIndex: number, out: Int32Array): void;
  /**
   * Fills `out[i]` with the score of mentee `i` and mentor `mentorIndex` for every `i`: the same numbers as `scoreRow`.
   * Lets the solver start from the mentors where they are the scarce side of a large cohort; it does without.
   */
  scoreColumn?(mentorIndex: number, out: Int32Array): void;
  readonly locks: readonly PairOfIds[];
  readonly forbidden: readonly PairOfIds[];
  /** Pairs that score less are not made; `0` for none. */
  readonly minimumScore: number;
  readonly objective: Objective;
  readonly order: PlaceOrder;
  /**
   * Pairs of an earlier round that should rather stay; they need not be possible any more, and their people may have
   * left. One that can be made and is not locked counts `penalty` points more in the total, but not in its own score.
   * `stable` does not weigh them. Default none.
   */
  readonly published?: PublishedPairs;
  /** Draws the lottery and breaks ties; published with the result. */
  readonly seed: string;
}
