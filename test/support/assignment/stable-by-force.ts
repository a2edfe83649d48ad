import { everyMatching, type IndexedPair, mayBeMade } from './every-matching.js';
import type { MatrixProblem } from './matrix-problem.js';

/** A list that says who comes first: of two lists the one with the higher first difference is preferred. */
type Rank = readonly (number | string)[];

/** How a mentee ranks a mentor: wishes in their order, then the score, then the id. */
export function menteeRank(problem: MatrixProblem, mentee: number, mentor: number): Rank {
  const wishes = problem.mentees[mentee]?.wishes ?? [];
  const at = wishes.findIndex(({ mentorId }) => mentorId === problem.mentors[mentor]?.id);
  return [at < 0 ? -1000 : -at, problem.matrix[mentee]?.[mentor] ?? -1, problem.mentors[mentor]?.id ?? ''];
}

/** How a mentor ranks a mentee: the score without the wish, then rounds waited, then the id. */
export function mentorRank(problem: MatrixProblem, mentee: number, mentor: number): Rank {
  const { id = '', roundsWaited = 0, wishes = [] } = problem.mentees[mentee] ?? {};
  const wish = wishes.find(({ mentorId }) => mentorId === problem.mentors[mentor]?.id);
  return [(problem.matrix[mentee]?.[mentor] ?? -1) - (wish?.points ?? 0), roundsWaited, id];
}

/** Whether the first rank is preferred: numbers high, ids low. */
export function isPreferred(a: Rank, b: Rank): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  const [first, second] = [a[at], b[at]];
  if (typeof first === 'number' && typeof second === 'number') return first > second;
  return at >= 0 && String(first) < String(second);
}

/** The pairs, by indices, that block a matching. */
export function blockingByForce(
  problem: MatrixProblem,
  pairs: readonly IndexedPair[],
): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  problem.mentees.forEach(({ demand = 1 }, mentee) => {
    problem.mentors.forEach(({ capacity }, mentor) => {
      if (!mayBeMade(problem, mentee, mentor)) return;
      if (pairs.some((pair) => pair.mentee === mentee && pair.mentor === mentor)) return;
      const mine = pairs.filter((pair) => pair.mentee === mentee);
      const theirs = pairs.filter((pair) => pair.mentor === mentor);
      const menteeWants =
        mine.length < demand ||
        mine.some(
          (pair) =>
            !pair.locked &&
            isPreferred(menteeRank(problem, mentee, mentor), menteeRank(problem, mentee, pair.mentor)),
        );
      const mentorWants =
        theirs.length < capacity ||
        theirs.some(
          (pair) =>
            !pair.locked &&
            isPreferred(mentorRank(problem, mentee, mentor), mentorRank(problem, pair.mentee, mentor)),
        );
      if (menteeWants && mentorWants) found.push([mentee, mentor]);
    });
  });
  return found;
}

/** Every stable matching there is. For a handful of people. */
export function stableByForce(problem: MatrixProblem): (readonly IndexedPair[])[] {
  const stable: (readonly IndexedPair[])[] = [];
  everyMatching(problem, (pairs) => {
    if (blockingByForce(problem, pairs).length === 0) stable.push([...pairs]);
  });
  return stable;
}
