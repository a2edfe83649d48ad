import { compareIds } from './compare-ids.js';
import { pairKey } from './people-index.js';
import type { AssignmentProblem } from './problem.js';
import type { AssignmentResult } from './result.js';

/** How many mentees one mentor has. */
export interface MentorLoad {
  readonly mentorId: string;
  readonly pairs: number;
  readonly capacity: number;
}

/** A result in a few numbers. Scores are `0..10000`; they are null when there is no pair. */
export interface MatchQuality {
  readonly pairs: number;
  readonly total: number;
  /** Share `0..1` of the mentees who wanted a mentor and have at least one; 1 when nobody wanted one. */
  readonly coverage: number;
  /** Mentees who wanted a mentor and have none. */
  readonly menteesWithout: number;
  readonly meanScore: number | null;
  /** The lower of the two middle scores when their number is even. */
  readonly medianScore: number | null;
  readonly worstScore: number | null;
  /** Share `0..1` of the mentees who named wishes and wanted a mentor who got the first; null when nobody did. */
  readonly firstWishRate: number | null;
  /** Share of the same mentees who got anybody whom they named. */
  readonly anyWishRate: number | null;
  /** Every mentor, sorted by id. */
  readonly load: readonly MentorLoad[];
  /** `mentorsByLoad[k]` mentors have `k` mentees. */
  readonly mentorsByLoad: readonly number[];
}

/** Sums a result up. */
export function quality(
  problem: Pick<AssignmentProblem, 'mentees' | 'mentors'>,
  result: Pick<AssignmentResult, 'pairs'>,
): MatchQuality {
  const scores = result.pairs.map((pair) => pair.score).sort((a, b) => a - b);
  const total = scores.reduce((sum, score) => sum + score, 0);
  const matched = new Set(result.pairs.map((pair) => pair.menteeId));
  const wanting = problem.mentees.filter((mentee) => (mentee.demand ?? 1) > 0);
  const menteesWithout = wanting.filter((mentee) => !matched.has(mentee.id)).length;
  const load = loadOf(problem, result);
  const mentorsByLoad = new Array<number>(Math.max(0, ...new Set(load.map(({ pairs }) => pairs))) + 1).fill(
    0,
  );
  for (const { pairs } of load) mentorsByLoad[pairs] = (mentorsByLoad[pairs] ?? 0) + 1;
  return {
    pairs: scores.length,
    total,
    coverage: wanting.length === 0 ? 1 : (wanting.length - menteesWithout) / wanting.length,
    menteesWithout,
    meanScore: scores.length === 0 ? null : total / scores.length,
    medianScore: scores[(scores.length - 1) >> 1] ?? null,
    worstScore: scores[0] ?? null,
    ...wishRates(wanting, result),
    load,
    mentorsByLoad,
  };
}

/** A wish for somebody who is not in the cohort counts as not granted. */
function wishRates(
  wanting: AssignmentProblem['mentees'],
  { pairs }: Pick<AssignmentResult, 'pairs'>,
): Pick<MatchQuality, 'firstWishRate' | 'anyWishRate'> {
  const made = new Set(pairs.map(pairKey));
  let wishing = 0;
  let first = 0;
  let any = 0;
  for (const { id: menteeId, wishes = [] } of wanting) {
    if (wishes.length === 0) continue;
    const granted = wishes.findIndex(({ mentorId }) => made.has(pairKey({ menteeId, mentorId })));
    wishing++;
    if (granted === 0) first++;
    if (granted >= 0) any++;
  }
  if (wishing === 0) return { firstWishRate: null, anyWishRate: null };
  return { firstWishRate: first / wishing, anyWishRate: any / wishing };
}

function loadOf(
  problem: Pick<AssignmentProblem, 'mentors'>,
  result: Pick<AssignmentResult, 'pairs'>,
): MentorLoad[] {
  const counts = new Map<string, number>();
  for (const { mentorId } of result.pairs) counts.set(mentorId, (counts.get(mentorId) ?? 0) + 1);
  return problem.mentors
    .map(({ id: mentorId, capacity }) => ({ mentorId, capacity, pairs: counts.get(mentorId) ?? 0 }))
    .sort((a, b) => compareIds(a.mentorId, b.mentorId));
}
