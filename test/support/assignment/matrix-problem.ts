import type { AssignmentProblem } from '#assignment';

/** A problem whose scores are written out: for tests, where that is convenient. */
export interface MatrixProblem extends AssignmentProblem {
  readonly matrix: readonly (readonly number[])[];
}

/** Builds a problem from a matrix of scores (a row for each mentee) and whatever differs from the plainest case. */
export function matrixProblem(
  matrix: readonly (readonly number[])[],
  more: Partial<Omit<AssignmentProblem, 'scoreRow'>> = {},
): MatrixProblem {
  return {
    mentees: matrix.map((_, at) => ({ id: `e${at}` })),
    mentors: (matrix[0] ?? []).map((_, at) => ({ id: `m${at}`, capacity: 1 })),
    locks: [],
    forbidden: [],
    minimumScore: 0,
    objective: 'coverage',
    order: 'waited',
    seed: 'seed',
    ...more,
    matrix,
    scoreRow(mentee, out) {
      out.set(matrix[mentee] ?? []);
    },
  };
}

/** The same with scores by column as well. */
export function byColumn(problem: MatrixProblem): MatrixProblem {
  return {
    ...problem,
    scoreColumn: (mentor, out) => {
      problem.matrix.forEach((row, mentee) => (out[mentee] = row[mentor] ?? -1));
    },
  };
}

/** The same problem with its people in another order: `mentees[k]` is the old index of the new kth mentee. */
export function reordered(
  problem: MatrixProblem,
  mentees: readonly number[],
  mentors: readonly number[],
): MatrixProblem {
  const moved = mentees.map((mentee) => mentors.map((mentor) => problem.matrix[mentee]?.[mentor] ?? -1));
  const { minimumScore, objective, order, seed, published } = problem;
  return matrixProblem(moved, {
    minimumScore,
    objective,
    order,
    seed,
    ...(published === undefined ? {} : { published }),
    mentees: mentees.map((mentee) => problem.mentees[mentee] ?? { id: '' }),
    mentors: mentors.map((mentor) => problem.mentors[mentor] ?? { id: '', capacity: 0 }),
    locks: [...problem.locks].reverse(),
    forbidden: [...problem.forbidden].reverse(),
  });
}
