import type { MenteeFacts } from '../facts.js';
import { GOALS_FREE, goalPoints } from '../features/goals.feature.js';
import { Column } from './column.js';
import { GROUND } from './facets.js';

/** Goal areas in one column, a bit each: few enough for a table of all their sets. */
const BITS = 8;

/** The goal areas that each mentor supports. */
export class GoalColumns {
  /** Number of each goal area. */
  private readonly numbers = new Map<string, number>();
  /** The sets by slot: goal areas 0 to 7 in the first column, and so on. */
  private readonly sets: Column[] = [];
  private readonly supported = new Column();

  set(slot: number, goals: readonly string[]): void {
    const words: number[] = this.sets.map(() => 0);
    for (const goal of goals) {
      const number = this.numberOf(goal);
      const word = Math.floor(number / BITS);
      words[word] = (words[word] ?? 0) | (1 << (number % BITS));
    }
    words.forEach((word, index) => {
      this.sets[index]?.set(slot, word);
    });
    this.supported.set(slot, new Set(goals).size);
  }

  /** Adds the points by slot, as `goalsFeature` gives them, and `GROUND` for a goal in common. */
  addPoints({ goals, goalWeight }: MenteeFacts, outOf: number, sums: Int32Array): void {
    const covered = new Int32Array(sums.length);
    for (const [index, weights] of this.weightsOf(goals)) {
      const sets = this.sets[index]?.values ?? new Int32Array(0);
      for (let slot = 0; slot < covered.length; slot += 1)
        covered[slot] = (covered[slot] ?? 0) + (weights[sets[slot] ?? 0] ?? 0);
    }
    const supported = this.supported.values;
    const points = Int32Array.from({ length: goalWeight + 1 }, (_, weight) =>
      weight === 0 ? 0 : goalPoints(outOf, weight, goalWeight, 0) + GROUND,
    );
    for (let slot = 0; slot < covered.length; slot += 1) {
      const weight = covered[slot] ?? 0;
      const many = supported[slot] ?? 0;
      const own =
        many > GOALS_FREE && weight > 0
          ? goalPoints(outOf, weight, goalWeight, many) + GROUND
          : (points[weight] ?? 0);
      sums[slot] = (sums[slot] ?? 0) + own;
    }
  }

  /** For each column that a mentee's goals are in: what every set of its goal areas covers. */
  private weightsOf(goals: MenteeFacts['goals']): Map<number, Int32Array> {
    const tables = new Map<number, Int32Array>();
    for (const [goal, weight] of goals) {
      const number = this.numbers.get(goal);
      if (number === undefined) continue;
      const index = Math.floor(number / BITS);
      const table = tables.get(index) ?? new Int32Array(1 << BITS);
      const bit = 1 << (number % BITS);
      table.forEach((covered, set) => {
        if ((set & bit) !== 0) table[set] = covered + weight;
      });
      tables.set(index, table);
    }
    return tables;
  }

  private numberOf(goal: string): number {
    const known = this.numbers.get(goal);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(goal, number);
    if (number % BITS === 0) this.sets.push(new Column());
    return number;
  }
}
