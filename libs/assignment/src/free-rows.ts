import { excludedPairs } from './excluded-pairs.js';
import type { AssignmentProblem } from './problem.js';
import { INFEASIBLE, MAX_SCORE } from './problem.js';
import { badScore } from './bad-score.js';

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
      if (score < INFEASIBLE || score > MAX_SCORE) throw badScore(this.problem, mentee, mentor, score);
      if (score < minimum) out[mentor] = INFEASIBLE;
    }
    const excluded = this.excluded.get(mentee);
    if (excluded !== undefined) for (const mentor of excluded) out[mentor] = INFEASIBLE;
  }
}
