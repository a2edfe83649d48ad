import type { MenteeFacts } from '../facts.js';
import { goalPoints } from '../features/goals.feature.js';
import { Column } from './column.js';
import { GROUND } from './facets.js';

/** Mentors by the goal areas that they support. */
export class GoalPostings {
  private readonly slots = new Map<string, Set<number>>();
  private readonly supported = new Column();

  add(slot: number, goals: readonly string[]): void {
    this.supported.set(slot, new Set(goals).size);
    for (const goal of goals) {
      const known = this.slots.get(goal);
      if (known === undefined) this.slots.set(goal, new Set([slot]));
      else known.add(slot);
    }
  }

  delete(slot: number, goals: readonly string[]): void {
    for (const goal of goals) {
      const known = this.slots.get(goal);
      known?.delete(slot);
      if (known?.size === 0) this.slots.delete(goal);
    }
  }

  /** Adds the points by slot, as `goalsFeature` gives them, and `GROUND` for a goal in common. */
  addPoints({ goals, goalWeight }: MenteeFacts, outOf: number, sums: Int32Array): void {
    const covered = new Int32Array(sums.length);
    const touched: number[] = [];
    for (const [goal, weight] of goals)
      for (const slot of this.slots.get(goal) ?? []) {
        const known = covered[slot] ?? 0;
        if (known === 0) touched.push(slot);
        covered[slot] = known + weight;
      }
    const supported = this.supported.values;
    for (const slot of touched) {
      const points = goalPoints(outOf, covered[slot] ?? 0, goalWeight, supported[slot] ?? 0);
      sums[slot] = (sums[slot] ?? 0) + points + GROUND;
    }
  }
}
