import { INFEASIBLE, MAX_SCORE } from '#scoring';

/** Mentors by place: higher scores first, then the lower place. */
export class MentorOrder {
  /** How many have each score. */
  private readonly counts = new Uint32Array(MAX_SCORE + 1);
  private readonly length: number;
  private readonly best: number;

  /**
   * @param scores by place, 0..MAX_SCORE or `INFEASIBLE`, whose place is in no list
   * @param wanted by place, 1 for those in the list
   */
  constructor(
    private readonly scores: Int32Array,
    private readonly wanted: Uint8Array,
  ) {
    let length = 0;
    let best = -1;
    let highest = INFEASIBLE;
    for (let place = 0; place < wanted.length; place += 1) {
      const score = scores[place] ?? INFEASIBLE;
      if (wanted[place] !== 1 || score === INFEASIBLE) continue;
      this.counts[score] = (this.counts[score] ?? 0) + 1;
      length += 1;
      if (score > highest) {
        highest = score;
        best = place;
      }
    }
    this.length = length;
    this.best = best;
  }

  /** The place of the best; -1 when the list is empty. */
  get first(): number {
    return this.best;
  }

  /** A part of the list, in time that grows with the number of mentors, not with the depth. */
  slice(from: number, to: number): number[] {
    const last = Math.min(to, this.length);
    if (from >= last) return [];
    // The scores that reach into the part, and how many of the lowest of them belong before its end.
    let above = 0;
    let score = MAX_SCORE;
    while (above + (this.counts[score] ?? 0) <= from) above += this.counts[score--] ?? 0;
    const highest = score;
    const skipped = from - above;
    while (above + (this.counts[score] ?? 0) < last) above += this.counts[score--] ?? 0;
    const lowest = score;
    const ends = last - above;
    const found: number[] = [];
    let best = 0;
    let worst = 0;
    for (let place = 0; place < this.wanted.length; place += 1) {
      const own = this.scores[place] ?? INFEASIBLE;
      if (this.wanted[place] !== 1 || own > highest || own < lowest) continue;
      if (own === lowest && worst++ >= ends) continue;
      if (own === highest && best++ < skipped) continue;
      found.push(place);
    }
    return found.sort((a, b) => (this.scores[b] ?? 0) - (this.scores[a] ?? 0) || a - b);
  }

  /** How many come before a place; -1 when it is not in the list. */
  indexOf(place: number): number {
    const score = this.scores[place] ?? INFEASIBLE;
    if (this.wanted[place] !== 1 || score === INFEASIBLE) return -1;
    let before = 0;
    for (let above = score + 1; above <= MAX_SCORE; above += 1) before += this.counts[above] ?? 0;
    for (let other = 0; other < place; other += 1)
      if (this.wanted[other] === 1 && this.scores[other] === score) before += 1;
    return before;
  }
}
