import munkres from 'munkres';
import type { AssignmentResult } from '#assignment';
import { solve, verify } from '#assignment';
import { type MatrixProblem, matrixProblem } from '../../support/assignment/matrix-problem.js';
import { SeededRandom } from '../../support/assignment/seeded-random.js';

interface Size {
  readonly mentees: number;
  readonly mentors: number;
  readonly mostPlaces: number;
  readonly feasible: number;
  /** Share of a score that depends on the mentor alone: near 1 everybody wants the same mentors. */
  readonly fame: number;
}

const sizes: readonly Size[] = [
  { mentees: 200, mentors: 100, mostPlaces: 3, feasible: 0.58, fame: 0 },
  { mentees: 200, mentors: 100, mostPlaces: 1, feasible: 0.1, fame: 0.5 },
  { mentees: 300, mentors: 150, mostPlaces: 3, feasible: 1, fame: 0.9 },
  { mentees: 300, mentors: 300, mostPlaces: 1, feasible: 0.02, fame: 0 },
  { mentees: 80, mentors: 250, mostPlaces: 2, feasible: 0.3, fame: 0.3 },
];

function cohort(seed: number, size: Size): MatrixProblem {
  const random = new SeededRandom(seed);
  const fame = Array.from({ length: size.mentors }, () => random.next());
  const matrix = Array.from({ length: size.mentees }, () =>
    fame.map((famous) =>
      random.chance(size.feasible)
        ? Math.floor(10_000 * (size.fame * famous + (1 - size.fame) * random.next()))
        : -1,
    ),
  );
  const mentors = fame.map((_, at) => ({ id: `m${at}`, capacity: random.whole(1, size.mostPlaces) }));
  const mentees = matrix.map((_, at) => ({ id: `e${at}`, roundsWaited: random.whole(0, 2) }));
  return matrixProblem(matrix, { mentees, mentors });
}

/** The best number of pairs and total, by a solver that knows single places only and nothing of ours. */
function peer(problem: MatrixProblem, pairWeight: number): { pairs: number; total: number } {
  const places = problem.mentors.flatMap(({ capacity }, mentor) => new Array<number>(capacity).fill(mentor));
  const scoreAt = (mentee: number, place: number): number =>
    problem.matrix[mentee]?.[places[place] ?? -1] ?? -1;
  const costs = problem.matrix.map((_, mentee) =>
    places.map((__, place) => {
      const score = scoreAt(mentee, place);
      return score < 0 ? 0 : -pairWeight - score;
    }),
  );
  const scores = munkres(costs)
    .map(([mentee, place]) => scoreAt(mentee, place))
    .filter((score) => score >= 0);
  return { pairs: scores.length, total: scores.reduce((sum, score) => sum + score, 0) };
}

function solved(problem: MatrixProblem): AssignmentResult {
  const outcome = solve(problem);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  expect(verify(problem, outcome.value)).toEqual([]);
  return outcome.value;
}

describe.each(sizes)('a cohort of $mentees and $mentors, $feasible feasible, fame $fame', (size) => {
  const mostPairsFirst = 10_000 * 1_000;

  it.each([1, 2])('is matched as well as another solver does it (%i)', (seed) => {
    const problem = cohort(seed, size);
    expect(solved({ ...problem, order: 'score' }).value).toEqual(peer(problem, mostPairsFirst));
    expect(solved({ ...problem, objective: 'total' }).value.total).toBe(peer(problem, 0).total);
  });

  it('gives the people chosen by the order the highest total they can have', () => {
    const problem = cohort(3, size);
    const result = solved(problem);
    const chosen = new Set(result.pairs.map((pair) => pair.menteeId));
    const theirs = matrixProblem(
      problem.matrix.filter((_, at) => chosen.has(`e${at}`)),
      { mentors: problem.mentors },
    );
    expect(result.value).toEqual(peer(theirs, mostPairsFirst));
    expect(result.value.pairs).toBe(peer(problem, mostPairsFirst).pairs);
  });
});
