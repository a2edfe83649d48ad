/** Highest score a pair can have; scores are integers `0..MAX_SCORE`. */
export const MAX_SCORE = 10_000;

/** What a score row holds for a pair that a hard rule excludes. */
export const INFEASIBLE = -1;

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
 */
export type Objective = 'coverage' | 'total';

/**
 * Who gets a place when places are scarce; read by `coverage` alone.
 *
 * - `waited`: everybody's first mentor before anybody's second; then rounds waited, then priority, then a lottery
 *   drawn from the seed. The score does not choose the people, and no pair is lost by it.
 * - `score`: whoever makes the total highest.
 */
export type PlaceOrder = 'waited' | 'score';

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
  readonly locks: readonly PairOfIds[];
  readonly forbidden: readonly PairOfIds[];
  /** Pairs that score less are not made; `0` for none. */
  readonly minimumScore: number;
  readonly objective: Objective;
  readonly order: PlaceOrder;
  /** Draws the lottery and breaks ties; published with the result. */
  readonly seed: string;
}
