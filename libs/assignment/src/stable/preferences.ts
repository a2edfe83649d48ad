import { compareIds } from '../compare-ids.js';
import { indexById } from '../people-index.js';
import type { AssignmentProblem } from '../problem.js';
import { MAX_SCORE } from '../problem.js';

/** A key below every key that stands for somebody. */
export const NOBODY = -1;

interface Wish {
  readonly mentor: number;
  readonly rank: number;
  readonly points: number;
}

/**
 * Whom each person would rather have, as numbers: of two keys of one person the higher one is preferred, and no two are
 * equal.
 *
 * A mentee ranks the mentors asked for in the order of asking, then everybody else by score, then by id. A mentor ranks
 * by the score without what the mentee's wish put into it, then by rounds waited, then by id.
 */
export class Preferences {
  private readonly mentees: number;
  private readonly mentors: number;
  /** Less for a later id. */
  private readonly mentorTie: Float64Array;
  /** Less for somebody who waited less, then for a later id. */
  private readonly menteeTie: Float64Array;
  private readonly menteeByTie: Int32Array;
  private readonly wishes: readonly (readonly Wish[])[];

  constructor(problem: Pick<AssignmentProblem, 'mentees' | 'mentors'>) {
    this.mentees = problem.mentees.length;
    this.mentors = problem.mentors.length;
    const index = indexById(problem.mentors);
    this.mentorTie = new Float64Array(this.mentors);
    problem.mentors
      .map(({ id }, mentor) => ({ id, mentor }))
      .sort((a, b) => compareIds(b.id, a.id))
      .forEach(({ mentor }, tie) => (this.mentorTie[mentor] = tie));
    this.menteeTie = new Float64Array(this.mentees);
    this.menteeByTie = new Int32Array(this.mentees);
    problem.mentees
      .map(({ id, roundsWaited = 0 }, mentee) => ({ id, roundsWaited, mentee }))
      .sort((a, b) => a.roundsWaited - b.roundsWaited || compareIds(b.id, a.id))
      .forEach(({ mentee }, tie) => {
        this.menteeTie[mentee] = tie;
        this.menteeByTie[tie] = mentee;
      });
    this.wishes = problem.mentees.map(({ wishes = [] }) => {
      const ranked = new Map<number, Wish>();
      for (const { mentorId, points } of wishes) {
        const mentor = index.get(mentorId);
        if (mentor !== undefined && !ranked.has(mentor))
          ranked.set(mentor, { mentor, rank: ranked.size, points });
      }
      return [...ranked.values()];
    });
  }

  /** Fills `out[j]` with the mentee's key for mentor `j`, {@link NOBODY} where the row says that the pair can't be made. */
  ofMentee(mentee: number, row: Int32Array, out: Float64Array): void {
    const { mentors, mentorTie } = this;
    for (let mentor = 0; mentor < mentors; mentor++) {
      const score = row[mentor] as number;
      out[mentor] = score < 0 ? NOBODY : score * mentors + (mentorTie[mentor] as number);
    }
    const wishes = this.wishes[mentee] ?? [];
    for (const { mentor, rank } of wishes)
      if ((row[mentor] as number) >= 0)
        out[mentor] = (MAX_SCORE + 1 + this.mentors - rank) * mentors + (mentorTie[mentor] as number);
  }

  /** Fills `out[j]` with the key that mentor `j` has for the mentee. */
  ofMentors(mentee: number, row: Int32Array, out: Float64Array): void {
    const { mentees, mentors } = this;
    const tie = this.menteeTie[mentee] as number;
    for (let mentor = 0; mentor < mentors; mentor++)
      out[mentor] = ((row[mentor] as number) + MAX_SCORE + 1) * mentees + tie;
    for (const { mentor, points } of this.wishes[mentee] ?? [])
      out[mentor] = (out[mentor] as number) - points * mentees;
  }

  /** Mentors whom the mentee asked for, by position. */
  wishedBy(mentee: number): readonly number[] {
    return this.wishes[mentee]?.map(({ mentor }) => mentor) ?? [];
  }

  /** The mentee's key for one mentor, for a pair that can be made. */
  menteeKey(mentee: number, mentor: number, score: number): number {
    const tie = this.mentorTie[mentor] as number;
    const wish = this.wishes[mentee]?.find((one) => one.mentor === mentor);
    if (wish === undefined) return score * this.mentors + tie;
    return (MAX_SCORE + 1 + this.mentors - wish.rank) * this.mentors + tie;
  }

  /** The key that a mentor has for one mentee, for a pair that can be made. */
  mentorKey(mentee: number, mentor: number, score: number): number {
    const wish = this.wishes[mentee]?.find((one) => one.mentor === mentor);
    const points = score - (wish?.points ?? 0);
    return (points + MAX_SCORE + 1) * this.mentees + (this.menteeTie[mentee] as number);
  }

  /** The mentee whom a mentor's key stands for. */
  menteeOf(key: number): number {
    return this.menteeByTie[key % this.mentees] as number;
  }

  /** The score without the wish that a mentor's key stands for. */
  pointsOf(key: number): number {
    return Math.floor(key / this.mentees) - MAX_SCORE - 1;
  }
}
