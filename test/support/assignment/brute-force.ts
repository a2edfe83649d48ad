import { lotteryTicket } from '#assignment';
import type { MatrixProblem } from './matrix-problem.js';

/** What the best matching is worth, and who is in it. */
export interface BruteForceOptimum {
  readonly pairs: number;
  readonly total: number;
  /** Number of mentors each mentee gets, by input index; only with order `waited` is it one certain list. */
  readonly degrees: readonly number[];
}

/** Looks at every matching there is and keeps the best by the words of the objective. For a handful of people. */
export function bruteForce(problem: MatrixProblem): BruteForceOptimum {
  const { matrix, mentees, mentors } = problem;
  const key = (i: number, j: number): string => `${mentees[i]?.id}|${mentors[j]?.id}`;
  const locks = new Set(problem.locks.map((pair) => `${pair.menteeId}|${pair.mentorId}`));
  const bans = new Set(problem.forbidden.map((pair) => `${pair.menteeId}|${pair.mentorId}`));
  const units = unitsInOrder(problem);
  const room = mentors.map((mentor) => mentor.capacity);
  const degrees = mentees.map(() => 0);
  const best = { key: [-1], pairs: -1, total: -1, degrees: [] as number[] };

  const consider = (pairs: number, total: number): void => {
    const who = units.map(([mentee, nth]) => ((degrees[mentee] ?? 0) >= nth ? 1 : 0));
    const rank =
      problem.objective === 'total'
        ? [total, pairs]
        : problem.order === 'waited'
          ? [pairs, ...who, total]
          : [pairs, total];
    if (isHigher(rank, best.key)) Object.assign(best, { key: rank, pairs, total, degrees: [...degrees] });
  };
  const visit = (i: number, j: number, pairs: number, total: number): void => {
    if (i === mentees.length) {
      consider(pairs, total);
      return;
    }
    if (j === mentors.length) {
      visit(i + 1, 0, pairs, total);
      return;
    }
    const score = matrix[i]?.[j] ?? -1;
    const locked = locks.has(key(i, j));
    const possible = locked || (score >= 0 && score >= problem.minimumScore && !bans.has(key(i, j)));
    if (possible && room[j]! > 0 && degrees[i]! < (mentees[i]?.demand ?? 1)) {
      room[j]!--;
      degrees[i]!++;
      visit(i, j + 1, pairs + 1, total + score);
      room[j]!++;
      degrees[i]!--;
    }
    if (!locked) visit(i, j + 1, pairs, total);
  };
  visit(0, 0, 0, 0);
  if (best.pairs < 0) throw new Error('No matching keeps all the locks.');
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
