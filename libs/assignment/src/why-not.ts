import type { Result } from '#kernel';
import { fail, ok } from '#kernel';
import { compareIds } from './compare-ids.js';
import { indexById, pairKey } from './people-index.js';
import type { AssignmentProblem, PairOfIds } from './problem.js';
import type { AssignmentResult, SolveOptions, SolveRefusal } from './result.js';
import { solve } from './solve.js';

/** What it would take to make one pair. */
export type WhyNot =
  | { readonly kind: 'already-paired' }
  /** The pair may not be made, whatever it costs others. */
  | { readonly kind: 'infeasible'; readonly because: 'rule' | 'forbidden' | 'below-minimum' }
  /** Locked pairs hold all the places of one of the two. */
  | { readonly kind: 'places-locked'; readonly side: 'mentee' | 'mentor' }
  /** The pair can be made; this is what changes for the others. */
  | {
      readonly kind: 'cost';
      /** Pairs lost. */
      readonly pairs: number;
      /** Points that the total falls; negative when it rises, because the places would go to other people. */
      readonly points: number;
      /** Mentees who would have fewer mentors than now, sorted by id. */
      readonly losing: readonly string[];
      /** Mentees who would have more, sorted by id. */
      readonly gaining: readonly string[];
    };

/**
 * Why a pair was not made, and exactly what making it would cost: the cohort is solved again with the pair locked, and
 * compared. It takes as long as a run.
 *
 * @returns a refusal as {@link solve} does, also for ids that are not in the cohort
 */
export function whyNot(
  problem: AssignmentProblem,
  result: AssignmentResult,
  pair: PairOfIds,
  options: SolveOptions = {},
): Result<WhyNot, SolveRefusal> {
  const mentee = indexById(problem.mentees).get(pair.menteeId);
  const mentor = indexById(problem.mentors).get(pair.mentorId);
  if (mentee === undefined || mentor === undefined) {
    const message = `${pair.menteeId} or ${pair.mentorId} is not in the cohort: ask for two people who are.`;
    return fail({ code: 'invalid', problems: [{ code: 'unknown-person', message, ...pair }] });
  }
  const key = pairKey(pair);
  if (result.pairs.some((made) => pairKey(made) === key)) return ok({ kind: 'already-paired' });
  if (problem.forbidden.some((ban) => pairKey(ban) === key))
    return ok({ kind: 'infeasible', because: 'forbidden' });
  const row = new Int32Array(problem.mentors.length);
  problem.scoreRow(mentee, row);
  const score = row[mentor] ?? -1;
  if (score < 0) return ok({ kind: 'infeasible', because: 'rule' });
  if (score < problem.minimumScore) return ok({ kind: 'infeasible', because: 'below-minimum' });
  const locked = result.pairs.filter((made) => made.locked);
  if (
    locked.filter((made) => made.menteeId === pair.menteeId).length >= (problem.mentees[mentee]?.demand ?? 1)
  )
    return ok({ kind: 'places-locked', side: 'mentee' });
  if (
    locked.filter((made) => made.mentorId === pair.mentorId).length >=
    (problem.mentors[mentor]?.capacity ?? 0)
  )
    return ok({ kind: 'places-locked', side: 'mentor' });

  const other = solve(
    {
      ...problem,
      scoreRow: (at, out) => {
        problem.scoreRow(at, out);
      },
      locks: [...problem.locks, pair],
    },
    options,
  );
  if (!other.ok) return other;
  return ok({
    kind: 'cost',
    pairs: result.value.pairs - other.value.value.pairs,
    points: result.value.total - other.value.value.total,
    losing: fewer(result, other.value),
    gaining: fewer(other.value, result),
  });
}

/** Mentees who have fewer mentors in `after` than in `before`. */
function fewer(before: AssignmentResult, after: AssignmentResult): string[] {
  const change = new Map<string, number>();
  for (const { menteeId } of after.pairs) change.set(menteeId, (change.get(menteeId) ?? 0) + 1);
  for (const { menteeId } of before.pairs) change.set(menteeId, (change.get(menteeId) ?? 0) - 1);
  return [...change]
    .filter(([, count]) => count < 0)
    .map(([id]) => id)
    .sort(compareIds);
}
