import { INFEASIBLE, type MenteeProfile, type MentorProfile, scoreRow, type ScoringContext } from '#scoring';

/** Up to so many pairs the scores are kept (two bytes each); beyond it a row is worked out whenever it is asked for. */
const MOST_KEPT = 64_000_000;

/** Scores of all pairs of an input by row (mentee) and column (mentor). */
export class PairScores {
  private readonly width: number;
  private readonly kept: Int16Array | null;
  private readonly best: number[] = [];
  private feasible = 0;

  constructor(
    private readonly mentees: readonly MenteeProfile[],
    private readonly mentors: readonly MentorProfile[],
    private readonly context: ScoringContext,
  ) {
    this.width = mentors.length;
    const size = mentees.length * mentors.length;
    this.kept = size <= MOST_KEPT ? new Int16Array(size) : null;
  }

  /** Scores every pair once. @param onProgress gets the share that is done */
  fill(onProgress: (share: number) => void): void {
    const row = new Int32Array(this.width);
    this.mentees.forEach((mentee, index) => {
      scoreRow(mentee, this.mentors, this.context, row);
      this.kept?.set(row, index * this.width);
      this.note(row);
      onProgress((index + 1) / this.mentees.length);
    });
  }

  /** The scores of one mentee, `-1` where a rule excludes the pair. */
  row(index: number, out: Int32Array): void {
    if (this.kept !== null) {
      out.set(this.kept.subarray(index * this.width, (index + 1) * this.width));
      return;
    }
    const mentee = this.mentees[index];
    if (mentee !== undefined) scoreRow(mentee, this.mentors, this.context, out);
  }

  /** The best feasible score of each mentee who has one. */
  bestScores(): readonly number[] {
    return this.best;
  }

  /** How many pairs no rule excludes. */
  feasiblePairs(): number {
    return this.feasible;
  }

  private note(row: Int32Array): void {
    let best = INFEASIBLE;
    for (const score of row) {
      if (score === INFEASIBLE) continue;
      this.feasible += 1;
      if (score > best) best = score;
    }
    if (best !== INFEASIBLE) this.best.push(best);
  }
}
