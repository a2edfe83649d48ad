import { distinctPairs, indexById, pairKey } from './people-index.js';
import type { AssignmentProblem, PairOfIds } from './problem.js';
import { INFEASIBLE } from './problem.js';
import type { AssignedPair, AssignmentResult } from './result.js';

/** A result looked up by the indices of its problem; built straight from the input, without the solver's own form. */
export class Ledger {
  readonly menteeIndex: ReadonlyMap<string, number>;
  readonly mentorIndex: ReadonlyMap<string, number>;
  readonly locks: ReadonlySet<string>;
  readonly forbidden: ReadonlySet<string>;
  /** For each mentee the mentors given, locked or not. */
  readonly given: readonly Map<number, AssignedPair>[];
  /** Places taken at each mentor, locked ones included. */
  readonly taken: Int32Array;
  readonly lockedByMentee: Int32Array;
  readonly lockedByMentor: Int32Array;
  private readonly excluded: readonly number[][];
  private readonly earlier = new Map<number, Set<number>>();

  constructor(
    readonly problem: AssignmentProblem,
    readonly result: AssignmentResult,
  ) {
    this.menteeIndex = indexById(problem.mentees);
    this.mentorIndex = indexById(problem.mentors);
    this.locks = new Set(problem.locks.map(pairKey));
    this.forbidden = new Set(problem.forbidden.map(pairKey));
    this.given = problem.mentees.map(() => new Map<number, AssignedPair>());
    this.taken = new Int32Array(problem.mentors.length);
    this.lockedByMentee = new Int32Array(problem.mentees.length);
    this.lockedByMentor = new Int32Array(problem.mentors.length);
    this.excluded = problem.mentees.map(() => []);
    for (const pair of result.pairs) {
      const [mentee, mentor] = this.indicesOf(pair);
      if (mentee === undefined || mentor === undefined) continue;
      this.given[mentee]?.set(mentor, pair);
      this.taken[mentor] = (this.taken[mentor] ?? 0) + 1;
    }
    for (const pair of distinctPairs(problem.locks)) {
      const [mentee = 0, mentor = 0] = this.indicesOf(pair);
      this.lockedByMentee[mentee] = (this.lockedByMentee[mentee] ?? 0) + 1;
      this.lockedByMentor[mentor] = (this.lockedByMentor[mentor] ?? 0) + 1;
      this.excluded[mentee]?.push(mentor);
    }
    for (const pair of problem.forbidden) {
      const [mentee = 0, mentor = 0] = this.indicesOf(pair);
      this.excluded[mentee]?.push(mentor);
    }
    for (const pair of problem.published?.pairs ?? []) {
      const [mentee, mentor] = this.indicesOf(pair);
      if (mentee === undefined || mentor === undefined || this.locks.has(pairKey(pair))) continue;
      this.earlier.set(mentee, (this.earlier.get(mentee) ?? new Set()).add(mentor));
    }
  }

  indicesOf(pair: PairOfIds): readonly [number | undefined, number | undefined] {
    return [this.menteeIndex.get(pair.menteeId), this.mentorIndex.get(pair.mentorId)];
  }

  demandOf(mentee: number): number {
    return this.problem.mentees[mentee]?.demand ?? 1;
  }

  /** Mentors that a mentee wants beyond the locked ones. */
  needOf(mentee: number): number {
    return this.demandOf(mentee) - (this.lockedByMentee[mentee] ?? 0);
  }

  /** Mentors that a mentee was given beyond the locked ones. */
  degreeOf(mentee: number): number {
    return (this.given[mentee]?.size ?? 0) - (this.lockedByMentee[mentee] ?? 0);
  }

  /** Places of a mentor beyond the locked ones. */
  roomOf(mentor: number): number {
    return (this.problem.mentors[mentor]?.capacity ?? 0) - (this.lockedByMentor[mentor] ?? 0);
  }

  /** Whether a pair is locked or forbidden. */
  isExcluded(mentee: number, mentor: number): boolean {
    return (this.excluded[mentee] as number[]).includes(mentor);
  }

  /** Whether some pairs of a mentee count more than their scores. */
  hasEarlier(mentee: number): boolean {
    return this.earlier.has(mentee);
  }

  /** Points that a pair counts beyond its score: those of a pair of an earlier round that is not locked. */
  extraOf(mentee: number, mentor: number): number {
    const kept = this.earlier.get(mentee)?.has(mentor) === true;
    return kept ? (this.problem.published?.penalty ?? 0) : 0;
  }

  /** Adds to scores of `least` or more what their pairs count beyond them; the others are left as they are. */
  addExtra(mentee: number, scores: Int32Array, least: number): void {
    for (const mentor of this.earlier.get(mentee) ?? []) {
      const score = scores[mentor] as number;
      if (score >= least) scores[mentor] = score + this.extraOf(mentee, mentor);
    }
  }

  /** Fills `out` with the scores of the pairs that may be made freely, `-1` for all others and for locked ones. */
  freeScores(mentee: number, out: Int32Array): void {
    this.problem.scoreRow(mentee, out);
    this.exclude(mentee, out);
  }

  /** Turns the scores of pairs that may not be made freely into `-1`. */
  exclude(mentee: number, out: Int32Array): void {
    for (let mentor = 0; mentor < out.length; mentor++)
      if ((out[mentor] as number) < this.problem.minimumScore) out[mentor] = INFEASIBLE;
    this.excludeListed(mentee, out);
  }

  /** The same, where scores below the minimum have been seen to. */
  excludeListed(mentee: number, out: Int32Array): void {
    for (const mentor of this.excluded[mentee] ?? []) out[mentor] = INFEASIBLE;
  }
}
