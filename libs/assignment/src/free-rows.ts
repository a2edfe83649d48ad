import { excludedPairs } from './excluded-pairs.js';
import type { AssignmentProblem } from './problem.js';
import { INFEASIBLE, MAX_SCORE } from './problem.js';
import { SolveStopped } from './solve-stopped.js';

/** Score rows of a problem with every pair that may not be made freely turned into `-1`; nothing is kept. */
export class FreeRows {
  private readonly excluded: ReadonlyMap<number, readonly number[]>;

  constructor(private readonly problem: AssignmentProblem) {
    this.excluded = excludedPairs(problem);
  }

  /** A row for {@link FreeRows.read}. */
  newRow(): Int32Array {
    return new Int32Array(this.problem.mentors.length);
  }

  /**
   * Fills `out` with the row of a mentee.
   *
   * @throws SolveStopped when a score is out of range
   */
  read(mentee: number, out: Int32Array): void {
    this.problem.scoreRow(mentee, out);
    this.exclude(mentee, out);
  }

  /** Turns the scores of pairs that may not be made freely into `-1`. */
  exclude(mentee: number, out: Int32Array): void {
    const minimum = this.problem.minimumScore;
    for (let mentor = 0; mentor < out.length; mentor++) {
      const score = out[mentor] as number;
      if (score < INFEASIBLE || score > MAX_SCORE) this.refuse(mentee, mentor, score);
      if (score < minimum) out[mentor] = INFEASIBLE;
    }
    const excluded = this.excluded.get(mentee);
    if (excluded !== undefined) for (const mentor of excluded) out[mentor] = INFEASIBLE;
  }

  private refuse(mentee: number, mentor: number, score: number): never {
    const menteeId = this.problem.mentees[mentee]?.id ?? '';
    const mentorId = this.problem.mentors[mentor]?.id ?? '';
    const message = `Mentee ${menteeId} with mentor ${mentorId} scores ${score}: a score is from 0 to ${MAX_SCORE}, or ${INFEASIBLE}.`;
    throw new SolveStopped({
      code: 'invalid',
      problems: [{ code: 'bad-score', message, menteeId, mentorId }],
    });
  }
}
