import { compareIds } from '../compare-ids.js';
import type { RuleCount } from '../diagnosis.js';

/** One or two rules and how many people only they keep away. */
export interface LiftedRules {
  readonly rule: string;
  /** A second rule that would have to go with it. */
  readonly also?: string;
  /** People whom nothing else excludes. */
  readonly people: number;
  /** How many of those still have a free place. */
  readonly withFreePlaces: number;
}

interface Group {
  readonly rules: readonly string[];
  people: number;
  withFreePlaces: number;
}

/** Counts the rules that keep one person from others, and finds the fewest that would have to go. */
export class RuleTally {
  private readonly counts = new Map<string, number>();
  private readonly groups = new Map<string, Group>();

  /**
   * @param rules everything against one of the others, at least one code
   * @param places free places of that other; null when they have none at all, however they are matched
   */
  add(rules: readonly string[], places: number | null): void {
    for (const rule of rules) this.counts.set(rule, (this.counts.get(rule) ?? 0) + 1);
    if (places === null || rules.length > 2) return;
    const sorted = [...rules].sort(compareIds);
    const key = JSON.stringify(sorted);
    const group = this.groups.get(key) ?? { rules: sorted, people: 0, withFreePlaces: 0 };
    group.people++;
    if (places > 0) group.withFreePlaces++;
    this.groups.set(key, group);
  }

  /** How many each rule keeps away, highest first. */
  excludedBy(): RuleCount[] {
    return [...this.counts]
      .map(([rule, count]) => ({ rule, count }))
      .sort((a, b) => b.count - a.count || compareIds(a.rule, b.rule));
  }

  /**
   * The smallest change that gives a partner: one rule before two, but two that open a free place before one that opens
   * none; then whatever opens the most. Who falls to one of two rules alone counts for the two as well.
   */
  smallestLift(): LiftedRules | null {
    const lifts = [...this.groups.values()].map((group) => this.withParts(group));
    lifts.sort(
      (a, b) =>
        Number(b.withFreePlaces > 0) - Number(a.withFreePlaces > 0) ||
        a.rules.length - b.rules.length ||
        b.withFreePlaces - a.withFreePlaces ||
        b.people - a.people ||
        compareIds(JSON.stringify(a.rules), JSON.stringify(b.rules)),
    );
    const [best] = lifts;
    const [rule, also] = best?.rules ?? [];
    if (best === undefined || rule === undefined) return null;
    const { people, withFreePlaces } = best;
    return { rule, ...(also === undefined ? {} : { also }), people, withFreePlaces };
  }

  private withParts(group: Group): Group {
    if (group.rules.length === 1) return group;
    const parts = group.rules.flatMap((rule) => this.groups.get(JSON.stringify([rule])) ?? []);
    return {
      rules: group.rules,
      people: parts.reduce((sum, part) => sum + part.people, group.people),
      withFreePlaces: parts.reduce((sum, part) => sum + part.withFreePlaces, group.withFreePlaces),
    };
  }
}
