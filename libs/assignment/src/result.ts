import type { Objective, PlaceOrder } from './problem.js';
import type { ListStore } from './solver/list-store.js';

/** A pair that was made. */
export interface AssignedPair {
  readonly menteeId: string;
  readonly mentorId: string;
  readonly score: number;
  /** The pair was forced by a lock. */
  readonly locked: boolean;
}

/** Price of one place for a mentee, in the certificate's units. */
export interface MenteePrice {
  readonly id: string;
  readonly price: number;
}

/** Price of one place at a mentor, in the certificate's units. */
export interface MentorPrice {
  readonly id: string;
  readonly price: number;
  /**
   * With order `waited`: the position in the order of places at which this mentor was closed, because everybody whose
   * turn had come filled all the places that could be reached. Null when the mentor stayed open.
   */
  readonly closedAt: number | null;
}

/**
 * Proof that the result is optimal, to be checked without the solver.
 *
 * A pair is worth `pairWeight + scoreWeight · points`; its points are its score and, for a pair of an earlier round that
 * is not locked, the penalty for breaking it. The prices are a solution of the dual linear program: no pair that was left
 * out is worth more than its two prices together, so no matching is worth more than `bound`.
 */
export interface PriceCertificate {
  readonly version: 2;
  readonly kind: 'prices';
  readonly pairWeight: number;
  readonly scoreWeight: number;
  /** Sorted by id; with order `waited` the mentees who got a place. */
  readonly mentees: readonly MenteePrice[];
  /** Sorted by id. */
  readonly mentors: readonly MentorPrice[];
  /** Worth of the pairs made. */
  readonly value: number;
  /** What no matching can exceed. */
  readonly bound: number;
  /** `bound − value`: 0. */
  readonly gap: number;
  /** Pairs that were compared with the prices. */
  readonly pairsChecked: number;
  /** SHA-256 over everything in the problem, independent of the order of the input. */
  readonly problemHash: string;
  /** SHA-256 over the whole result and everything else in this certificate. */
  readonly digest: string;
}

/**
 * People who between them have a part in every pair that could be made: no matching has more pairs than they have places
 * (König's theorem).
 */
export interface Cover {
  /** Sorted. */
  readonly mentees: readonly string[];
  /** Sorted. */
  readonly mentors: readonly string[];
}

/** Proof for `fair`: prices over the pairs that score `worst` or more, and covers for the two steps before the total. */
export interface FairCertificate extends Omit<PriceCertificate, 'kind'> {
  readonly kind: 'fair';
  /** The score of the worst pair that was not forced; null without such pairs. */
  readonly worst: number | null;
  /** Shows that no matching of the possible pairs is larger. */
  readonly most: Cover;
  /** Shows that pairs above `worst` alone would be fewer, or would leave somebody out whose turn it was. */
  readonly above: Cover;
}

/** Proof for `stable`: every pair was looked at and none blocks. */
export interface StableCertificate {
  readonly version: 2;
  readonly kind: 'stable';
  readonly blockingPairs: 0;
  readonly pairsChecked: number;
  readonly problemHash: string;
  /** SHA-256 over the whole result and everything else in this certificate. */
  readonly digest: string;
}

/** What comes with a result to be checked by. */
export type Certificate = PriceCertificate | FairCertificate | StableCertificate;

/** The best matching of a problem. All lists are sorted by id. */
export interface AssignmentResult {
  readonly objective: Objective;
  readonly order: PlaceOrder;
  readonly seed: string;
  readonly pairs: readonly AssignedPair[];
  /** Mentees who got fewer mentors than they wanted. */
  readonly unmatchedMentees: readonly { readonly id: string; readonly missing: number }[];
  /** Mentors with places left. */
  readonly unmatchedMentors: readonly { readonly id: string; readonly free: number }[];
  /** How many pairs and the sum of their scores, locked ones included. */
  readonly value: { readonly pairs: number; readonly total: number };
  readonly certificate: Certificate;
}

/** A result whose proof is prices over every pair that can be made. */
export interface PricedResult extends AssignmentResult {
  readonly certificate: PriceCertificate;
}

/** What is wrong with a problem. `message` says what to do. */
export interface InputProblem {
  readonly code:
    | 'duplicate-id'
    | 'bad-number'
    | 'bad-score'
    | 'unknown-person'
    | 'lock-forbidden'
    | 'lock-infeasible'
    | 'lock-over-capacity'
    | 'lock-over-demand'
    | 'too-large'
    | 'needs-demand-one';
  readonly message: string;
  readonly menteeId?: string;
  readonly mentorId?: string;
}

/** Why there is no result. */
export type SolveRefusal =
  { readonly code: 'invalid'; readonly problems: readonly InputProblem[] } | { readonly code: 'cancelled' };

/** How a caller follows and stops a run. */
export interface RunWatch {
  /** Called now and then with the share that is done, `0..1`, never falling. */
  onProgress?(share: number): void;
  /** Asked often; once it says true the run ends with `cancelled`. */
  isCancelled?(): boolean;
}

/** How a problem is to be solved. */
export interface SolveOptions extends RunWatch {
  /**
   * The result of an earlier problem that differs from this one by a few people or places. It is gone on from there where
   * that is quicker. `optimise` takes for granted that everybody else scores what they did; `solve` makes sure.
   */
  readonly previous?: AssignmentResult;
  /** Other threads that take part in scoring; the result is the same without. */
  readonly helpers?: Helpers;
}

/** Threads that make short lists for the one that solves. */
export interface Helpers {
  /** A buffer that all of them see. */
  allocate(bytes: number): ArrayBufferLike;
  /** Has the lists of the rows `from … to − 1` made, by `make` here and by `ListMaker` elsewhere; returns when all are. */
  makeLists(store: ListStore, from: number, to: number, make: (row: number) => void): void;
}
