import {
  byColumn,
  type MatrixProblem,
  matrixProblem,
} from '../../../../test/support/assignment/matrix-problem.js';
import { type Kind, randomProblem } from '../../../../test/support/assignment/random-problem.js';
import { SeededRandom } from '../../../../test/support/assignment/seeded-random.js';
import { certify } from '../certify.js';
import { optimise } from '../optimise.js';
import type { AssignmentResult, SolveOptions } from '../result.js';
import { solve } from '../solve.js';
import { verify } from '../verify.js';

const PRICED: readonly Kind[] = [
  ['coverage', 'waited'],
  ['coverage', 'score'],
  ['total', 'score'],
];

function solved(problem: MatrixProblem, options: SolveOptions = {}): AssignmentResult {
  const outcome = solve(problem, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** The problem with a few people fewer, so that it can be the later or the earlier one. */
function without(
  problem: MatrixProblem,
  mentees: readonly number[],
  mentors: readonly number[],
): MatrixProblem {
  const matrix = problem.matrix
    .filter((_, at) => !mentees.includes(at))
    .map((row) => row.filter((_, at) => !mentors.includes(at)));
  const stays = new Set([
    ...problem.mentees.filter((_, at) => !mentees.includes(at)).map(({ id }) => id),
    ...problem.mentors.filter((_, at) => !mentors.includes(at)).map(({ id }) => id),
  ]);
  const present = ({ menteeId, mentorId }: { menteeId: string; mentorId: string }): boolean =>
    stays.has(menteeId) && stays.has(mentorId);
  const { objective, order, minimumScore, seed, published } = problem;
  return byColumn(
    matrixProblem(matrix, {
      ...{ objective, order, minimumScore, seed },
      ...(published === undefined ? {} : { published }),
      mentees: problem.mentees.filter(({ id }) => stays.has(id)),
      mentors: problem.mentors.filter(({ id }) => stays.has(id)),
      locks: problem.locks.filter(present),
      forbidden: problem.forbidden.filter(present),
    }),
  );
}

/** How often the solver found something to go on from: without that these tests would show nothing. */
function isWarm(problem: MatrixProblem, previous: AssignmentResult): boolean {
  let scored = 0;
  const counting = {
    ...problem,
    scoreRow: (mentee: number, out: Int32Array) => {
      scored++;
      problem.scoreRow(mentee, out);
    },
  };
  const count = (options: SolveOptions): number => {
    scored = 0;
    optimise(counting, options);
    return scored;
  };
  return count({ previous }) < count({});
}

describe('going on from an earlier result', () => {
  it('is worth what a run from nothing is, and proves itself', () => {
    let warm = 0;
    for (let run = 0; run < 1_500; run++) {
      const random = new SeededRandom(run);
      const all = byColumn(randomProblem(random, { mentees: 9, mentors: 7 }, PRICED));
      const some = (count: number): number[] =>
        Array.from({ length: count }, (_, at) => at).filter(() => random.chance(0.15));
      const before = without(all, some(all.mentees.length), some(all.mentors.length));
      const after = without(all, some(all.mentees.length), some(all.mentors.length));
      const previous = solved(before);
      const fresh = solved(after);
      const result = solved(after, { previous });
      expect({ run, ...result.value }).toEqual({ run, ...fresh.value });
      expect({ run, findings: verify(after, result) }).toEqual({ run, findings: [] });
      if (isWarm(after, previous)) warm++;
    }
    expect(warm).toBeGreaterThan(150);
  });

  it('does so for many people, most of whose pairs stay', () => {
    for (const kind of PRICED) {
      const random = new SeededRandom(11);
      const matrix = Array.from({ length: 150 }, () =>
        Array.from({ length: 130 }, () => random.whole(0, 9_000)),
      );
      const all = byColumn(
        matrixProblem(matrix, {
          ...{ objective: kind[0], order: kind[1] },
          mentors: matrix[0]!.map((_, at) => ({ id: `m${at}`, capacity: 2 })),
        }),
      );
      const previous = solved(without(all, [1, 2, 3], [4, 5]));
      const after = without(all, [7, 8, 9, 10], [11]);
      const result = solved(after, { previous });
      expect(isWarm(after, previous)).toBe(true);
      const optimum = optimise(after, { previous });
      const certified = optimum.ok ? certify(after, optimum.value) : optimum;
      expect(certified.ok && certified.value.certificate.gap).toBe(0);
      expect(result.value).toEqual(solved(after).value);
      expect(verify(after, result)).toEqual([]);
    }
  });

  it('starts anew where other scores changed than it was told', () => {
    const matrix = [
      [90, 80],
      [70, 10],
    ];
    const previous = solved(byColumn(matrixProblem(matrix)));
    const other = byColumn(matrixProblem([[90, 5], ...matrix.slice(1)]));
    const result = solved(other, { previous });
    expect(result.value).toEqual(solved(other).value);
    expect(verify(other, result)).toEqual([]);
  });
});
