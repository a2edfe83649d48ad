import { bruteForce } from '../../../test/support/assignment/brute-force.js';
import {
  type MatrixProblem,
  matrixProblem,
  reordered,
} from '../../../test/support/assignment/matrix-problem.js';
import { randomProblem } from '../../../test/support/assignment/random-problem.js';
import { SeededRandom } from '../../../test/support/assignment/seeded-random.js';
import { worthOf } from '../../../test/support/assignment/worth-of.js';
import type { AssignmentResult } from './result.js';
import { solve } from './solve.js';

function solved(problem: MatrixProblem): AssignmentResult {
  const outcome = solve(problem);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

function degreesOf(problem: MatrixProblem, result: AssignmentResult): number[] {
  return problem.mentees.map(({ id }) => result.pairs.filter((pair) => pair.menteeId === id).length);
}

describe('solve', () => {
  it('finds what brute force finds, with every rule mixed in', () => {
    for (let run = 0; run < 4000; run++) {
      const problem = randomProblem(new SeededRandom(run), { mentees: 5, mentors: 4 });
      const best = bruteForce(problem);
      const result = solved(problem);
      const found = { run, pairs: result.value.pairs, worth: worthOf(problem, result) };
      expect(found).toEqual({ run, pairs: best.pairs, worth: best.worth });
      expect(result.certificate).toMatchObject({ kind: 'prices', gap: 0 });
      if (problem.objective === 'coverage' && problem.order === 'waited')
        expect({ run, degrees: degreesOf(problem, result) }).toEqual({ run, degrees: best.degrees });
    }
  });

  it('does not care in which order people are listed', () => {
    for (let run = 0; run < 400; run++) {
      const random = new SeededRandom(50_000 + run);
      const problem = randomProblem(random, { mentees: 12, mentors: 8 });
      const rows = random.shuffle(problem.mentees.map((_, at) => at));
      const columns = random.shuffle(problem.mentors.map((_, at) => at));
      expect(solved(reordered(problem, rows, columns))).toEqual(solved(problem));
    }
  });

  it('never gets worse by one more place', () => {
    for (let run = 0; run < 300; run++) {
      const random = new SeededRandom(90_000 + run);
      const problem = randomProblem(random, { mentees: 12, mentors: 8 });
      const lucky = random.whole(0, problem.mentors.length - 1);
      const worth = (result: AssignmentResult): number => worthOf(problem, result);
      const before = solved(problem);
      const after = solved({
        ...problem,
        mentors: problem.mentors.map((mentor, at) =>
          at === lucky ? { ...mentor, capacity: mentor.capacity + 1 } : mentor,
        ),
      });
      const more = after.value.pairs - before.value.pairs;
      if (problem.objective === 'coverage') expect(more).toBeGreaterThanOrEqual(0);
      if (problem.objective === 'total' || (problem.order === 'score' && more === 0))
        expect(worth(after)).toBeGreaterThanOrEqual(worth(before));
    }
  });

  it('gives the place to whoever waited longest, not to the highest score', () => {
    const problem = matrixProblem([[9000], [10], [20]], {
      mentees: [{ id: 'new' }, { id: 'waited', roundsWaited: 2 }, { id: 'urgent', priority: 5 }],
    });
    expect(solved(problem).pairs.map((pair) => pair.menteeId)).toEqual(['waited']);
    expect(solved({ ...problem, order: 'score' }).pairs.map((pair) => pair.menteeId)).toEqual(['new']);
  });

  it('loses a pair for the total, never for coverage', () => {
    const matrix = [
      [100, 1],
      [0, -1],
    ];
    expect(solved(matrixProblem(matrix, { minimumScore: 0 })).value).toEqual({ pairs: 2, total: 1 });
    expect(solved(matrixProblem(matrix, { objective: 'total' })).value).toEqual({ pairs: 1, total: 100 });
  });
});
