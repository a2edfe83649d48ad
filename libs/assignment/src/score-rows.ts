import type { AssignmentProblem } from './problem.js';
import { INFEASIBLE, MAX_SCORE } from './problem.js';
import { SolveStopped } from './solve-stopped.js';

/** Up to this many pairs (128 MB) rows are kept once scored; beyond it they are scored again whenever they are needed. */
const MOST_PAIRS_KEPT = 64 * 1024 * 1024;

/** Scores by row and column of the compact problem, with every pair that cannot be made turned into `-1`. */
export class ScoreRows {
  readonly rows: number;
  readonly columns: number;
  /** Holds the row that was loaded last, from the offset that `load` returned. */
  readonly data: Int16Array;
  private readonly kept: Uint8Array | null;
  private loaded = -1;
  private readonly raw: Int32Array;
  private readonly columnOf: Int32Array;

  constructor(
    private readonly problem: AssignmentProblem,
    private readonly menteeAt: Int32Array,
    private readonly mentorAt: Int32Array,
    private readonly excluded: ReadonlyMap<number, readonly number[]>,
    mostPairsKept = MOST_PAIRS_KEPT,
  ) {
    this.rows = menteeAt.length;
    this.columns = mentorAt.length;
    const keep = this.rows * this.columns <= mostPairsKept;
    this.data = new Int16Array(keep ? this.rows * this.columns : this.columns);
    this.kept = keep ? new Uint8Array(this.rows) : null;
    this.raw = new Int32Array(this.columns);
    this.columnOf = new Int32Array(this.columns);
    mentorAt.forEach((mentor, column) => (this.columnOf[mentor] = column));
  }

  /** Makes a row readable in `data` until the next call. @returns where it starts */
  load(row: number): number {
    if (this.kept === null) {
      if (this.loaded !== row) this.fill(row, 0);
      this.loaded = row;
      return 0;
    }
    const start = row * this.columns;
    if (this.kept[row] === 0) {
      this.fill(row, start);
      this.kept[row] = 1;
    }
    return start;
  }

  private fill(row: number, start: number): void {
    const { raw, data, mentorAt, columns } = this;
    const mentee = this.menteeAt[row] ?? 0;
    const minimum = this.problem.minimumScore;
    this.problem.scoreRow(mentee, raw);
    for (let column = 0; column < columns; column++) {
      const score = raw[mentorAt[column] as number] as number;
      if (score < INFEASIBLE || score > MAX_SCORE) this.refuse(mentee, mentorAt[column] ?? 0, score);
      data[start + column] = score >= minimum ? score : INFEASIBLE;
    }
    const excluded = this.excluded.get(mentee);
    if (excluded === undefined) return;
    for (const mentor of excluded) data[start + (this.columnOf[mentor] as number)] = INFEASIBLE;
  }

  private refuse(mentee: number, mentor: number, score: number): never {
    const menteeId = this.problem.mentees[mentee]?.id ?? '';
    const mentorId = this.problem.mentors[mentor]?.id ?? '';
    throw new SolveStopped({
      code: 'invalid',
      problems: [
        {
          code: 'bad-score',
          message: `Mentee ${menteeId} with mentor ${mentorId} scores ${score}: a score is from 0 to ${MAX_SCORE}, or ${INFEASIBLE}.`,
          menteeId,
          mentorId,
        },
      ],
    });
  }
}
