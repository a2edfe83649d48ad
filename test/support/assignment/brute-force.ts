import { lotteryTicket } from '#assignment';
import { everyMatching } from './every-matching.js';
import type { MatrixProblem } from './matrix-problem.js';

/** What the best matching is worth, and who is in it. */
export interface BruteForceOptimum {
  readonly pairs: number;
  readonly total: number;
  /** The total and the penalties of the published pairs that stay: what the objectives make as high as they can. */
  readonly worth: number;
  /** The worst score among the pairs that were not locked; null without any. */
  readonly worst: number | null;
  /** Number of mentors each mentee gets, by input index; only with order `waited` is it one certain list. */
  readonly degrees: readonly number[];
}

type Ranked = BruteForceOptimum & { readonly rank: readonly number[] };

/**
 * Looks at every matching there is and keeps the best by the words of `coverage`, `total` or `fair`. For a handful of
 * people.
 */
export function bruteForce(problem: MatrixProblem): BruteForceOptimum {
  const { mentees, mentors, objective } = problem;
  const units = problem.order === 'waited' ? unitsInOrder(problem) : [];
  const { penalty = 0, pairs: earlier = [] } = problem.published ?? {};
  const published = new Set(earlier.map((pair) => `${pair.menteeId}|${pair.mentorId}`));
  const found: Ranked[] = [];
  everyMatching(problem, (made) => {
    const degrees = mentees.map(() => 0);
    let total = 0;
    let kept = 0;
    let worst = Infinity;
    for (const { mentee, mentor, score, locked } of made) {
      degrees[mentee]!++;
      total += score;
      if (published.has(`${mentees[mentee]?.id}|${mentors[mentor]?.id}`)) kept++;
      if (!locked) worst = Math.min(worst, score);
    }
    const pairs = made.length;
    const worth = total + penalty * kept;
    const who = units.map(([mentee, nth]) => ((degrees[mentee] ?? 0) >= nth ? 1 : 0));
    const rank =
      objective === 'total'
        ? [worth, pairs]
        : [pairs, ...who, ...(objective === 'fair' ? [worst] : []), worth];
    if (found[0] !== undefined && !isHigher(rank, found[0].rank)) return;
    found[0] = { rank, pairs, total, worth, degrees, worst: worst === Infinity ? null : worst };
  });
  const [best] = found;
  if (best === undefined) throw new Error('No matching keeps all the locks.');
  return best;
}

/** Everybody's first place before anybody's second; rounds waited, priority, lottery, id. */
function unitsInOrder({ mentees, seed }: MatrixProblem): (readonly [number, number])[] {
  return mentees
    .flatMap(({ id, demand = 1, roundsWaited = 0, priority = 0 }, at) =>
      Array.from({ length: demand }, (_, k) => ({
        unit: [at, k + 1] as const,
        rank: [-(k + 1), roundsWaited, priority, -lotteryTicket(seed, 'mentee', id)],
      })),
    )
    .sort((a, b) => (isHigher(a.rank, b.rank) ? -1 : 1))
    .map(({ unit }) => unit);
}

function isHigher(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && a[at]! > b[at]!;
}
