import type { Result } from '#kernel';
import { ok } from '#kernel';
import { copyProblem, type ScoreSource } from '../copy-problem.js';
import type { AssignmentProblem } from '../problem.js';
import { quality } from '../quality.js';
import type { AssignmentResult, RunWatch, SolveRefusal } from '../result.js';
import { solve } from '../solve.js';
import { compareResults } from './compare-results.js';

/** Settings that differ from those of the base. */
export interface WhatIfVariant {
  /** What the row is called. */
  readonly name: string;
  readonly objective?: AssignmentProblem['objective'];
  readonly order?: AssignmentProblem['order'];
  readonly minimumScore?: number;
  /** New capacities by the ids of mentors; the others keep theirs. */
  readonly capacities?: ReadonlyMap<string, number>;
  readonly locks?: AssignmentProblem['locks'];
  readonly forbidden?: AssignmentProblem['forbidden'];
  /** Other scores, as other weights or rules make them. */
  readonly scoring?: ScoreSource;
}

/** One result in figures that can stand side by side. Scores are null without pairs, rates without wishes. */
export interface WhatIfFigures {
  readonly pairs: number;
  readonly total: number;
  readonly worstScore: number | null;
  readonly meanScore: number | null;
  readonly firstWishRate: number | null;
  /** Mentees who wanted a mentor and have none. */
  readonly menteesWithout: number;
}

/** How a variant ends. */
export type WhatIfRow = { readonly name: string } & RowBody;

type RowBody =
  | {
      readonly ok: true;
      readonly figures: WhatIfFigures;
      /** Pairs that stay as in the base, that go, and that come. */
      readonly kept: number;
      readonly lost: number;
      readonly added: number;
      readonly result: AssignmentResult;
    }
  | { readonly ok: false; readonly refusal: SolveRefusal };

/** The base and the variants of it, side by side. */
export interface WhatIf {
  readonly base: { readonly figures: WhatIfFigures; readonly result: AssignmentResult };
  readonly rows: readonly WhatIfRow[];
}

/**
 * Solves a problem under several settings and puts the results side by side. A variant that can't be solved says why
 * and leaves the others alone. It takes one run for the base and one for each variant.
 *
 * @returns the refusal of the base, or `cancelled`
 */
export function whatIf(
  base: AssignmentProblem,
  variants: readonly WhatIfVariant[],
  watch: RunWatch = {},
): Result<WhatIf, SolveRefusal> {
  const runs = variants.length + 1;
  const part = (nth: number): RunWatch => ({
    isCancelled: () => watch.isCancelled?.() === true,
    onProgress: (share) => watch.onProgress?.((nth + share) / runs),
  });
  const solved = solve(base, part(0));
  if (!solved.ok) return solved;
  const rows: WhatIfRow[] = [];
  for (const [at, variant] of variants.entries()) {
    const problem = variantOf(base, variant);
    const other = solve(problem, part(at + 1));
    if (!other.ok && other.error.code === 'cancelled') return other;
    rows.push({ name: variant.name, ...rowOf(problem, solved.value, other) });
  }
  return ok({ base: { figures: figuresOf(base, solved.value), result: solved.value }, rows });
}

function variantOf(base: AssignmentProblem, variant: WhatIfVariant): AssignmentProblem {
  const { objective, order, minimumScore, locks, forbidden, capacities, scoring } = variant;
  const mentors = base.mentors.map((mentor) => ({
    ...mentor,
    capacity: capacities?.get(mentor.id) ?? mentor.capacity,
  }));
  return copyProblem(
    base,
    {
      mentors,
      objective: objective ?? base.objective,
      order: order ?? base.order,
      minimumScore: minimumScore ?? base.minimumScore,
      locks: locks ?? base.locks,
      forbidden: forbidden ?? base.forbidden,
    },
    scoring,
  );
}

function rowOf(
  problem: AssignmentProblem,
  base: AssignmentResult,
  outcome: Result<AssignmentResult, SolveRefusal>,
): RowBody {
  if (!outcome.ok) return { ok: false, refusal: outcome.error };
  const { kept, lost, added } = compareResults(base, outcome.value);
  return {
    ok: true,
    figures: figuresOf(problem, outcome.value),
    kept: kept.length,
    lost: lost.length,
    added: added.length,
    result: outcome.value,
  };
}

function figuresOf(problem: AssignmentProblem, result: AssignmentResult): WhatIfFigures {
  const { pairs, total, worstScore, meanScore, firstWishRate, menteesWithout } = quality(problem, result);
  return { pairs, total, worstScore, meanScore, firstWishRate, menteesWithout };
}
