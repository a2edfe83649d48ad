import { bruteForce } from '../../../../test/support/assignment/brute-force.js';
import {
  byColumn,
  type MatrixProblem,
  matrixProblem,
} from '../../../../test/support/assignment/matrix-problem.js';
import { type Kind, randomProblem } from '../../../../test/support/assignment/random-problem.js';
import { SeededRandom } from '../../../../test/support/assignment/seeded-random.js';
import { worthOf } from '../../../../test/support/assignment/worth-of.js';
import type { AssignmentResult } from '../result.js';
import { solve } from '../solve.js';
import { verify } from '../verify.js';
import { type Rematch, rematch } from './rematch.js';

const PRICED: readonly Kind[] = [
  ['coverage', 'waited'],
  ['coverage', 'score'],
  ['total', 'score'],
  ['fair', 'waited'],
  ['fair', 'score'],
];

/** Scores up to this make all pairs of a handful of people together worth less than the highest penalty. */
const LOW = 500;

function solved(problem: MatrixProblem): AssignmentResult {
  const outcome = solve(problem);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

function again(problem: MatrixProblem, before: AssignmentResult, penalty: number): Rematch {
  const outcome = rematch(problem, before, penalty);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  expect(verify(outcome.value.problem, outcome.value.result)).toEqual([]);
  return outcome.value;
}

/** A problem of low scores without pairs of an earlier round. */
function lowProblem(random: SeededRandom, mentees: number, mentors: number): MatrixProblem {
  const { matrix, ...rest } = randomProblem(random, { mentees, mentors }, PRICED);
  const low = matrix.map((row) => row.map((score) => (score > LOW ? score % LOW : score)));
  const published = { pairs: [], penalty: 0 };
  return byColumn(matrixProblem(low, { ...rest, published, minimumScore: rest.minimumScore % LOW }));
}

describe('rematch', () => {
  it('is worth what a full run finds when the penalty is 0', () => {
    for (let run = 0; run < 200; run++) {
      const random = new SeededRandom(run);
      const before = solved(lowProblem(random, 12, 8));
      const problem = lowProblem(random, 12, 8);
      const { result, kept, broken, added } = again(problem, before, 0);
      expect({ run, value: result.value }).toEqual({ run, value: solved(problem).value });
      expect(kept.length + broken.length).toBe(before.pairs.length);
      expect(kept.length + added.length).toBe(result.pairs.length);
    }
  });

  it('keeps as many pairs as the objective allows when the penalty outweighs all scores', () => {
    const seen = { free: 0, kept: 0 };
    for (let run = 0; run < 600; run++) {
      const random = new SeededRandom(3_000 + run);
      const before = solved(lowProblem(random, 5, 4));
      const problem = lowProblem(random, 5, 4);
      const { problem: asked, kept } = again(problem, before, 10_000);
      const best = bruteForce({ ...problem, ...asked });
      expect({ run, kept: kept.length }).toEqual({ run, kept: (best.worth - best.total) / 10_000 });
      seen.kept += kept.length;
      seen.free += again(problem, before, 0).kept.length;
    }
    expect(seen.kept).toBeGreaterThan(1.2 * seen.free);
  });

  it('gives up for a pair what the penalty says, and no more', () => {
    const sum = [0, 0, 0];
    for (let run = 0; run < 600; run++) {
      const random = new SeededRandom(6_000 + run);
      const before = solved(lowProblem(random, 5, 4));
      const problem = lowProblem(random, 5, 4);
      for (const [at, penalty] of [0, random.whole(1, 200), 10_000].entries()) {
        const { problem: asked, result, kept } = again(problem, before, penalty);
        const best = bruteForce({ ...problem, ...asked });
        const { pairs, worst, worth } = best;
        expect({ run, pairs: result.value.pairs, worth: worthOf(asked, result) }).toEqual({
          run,
          pairs,
          worth,
        });
        if (result.certificate.kind === 'fair') expect(result.certificate.worst).toBe(worst);
        sum[at] = (sum[at] ?? 0) + kept.length;
      }
    }
    expect(sum).toEqual([...sum].sort((a, b) => a - b));
    expect(new Set(sum).size).toBe(3);
  });

  it('goes on from the earlier result when a few people leave, and is worth what a run from nothing is', () => {
    let scored = 0;
    for (const [objective, order] of PRICED.slice(0, 3)) {
      const random = new SeededRandom(19);
      // Everybody wants the same mentors: from nothing it takes every row more than once.
      const fame = Array.from({ length: 45 }, () => random.whole(0, 8_000));
      const matrix = Array.from({ length: 90 }, () => fame.map((known) => known + random.whole(0, 800)));
      const places = { mentors: matrix[0]!.map((_, at) => ({ id: `m${at}`, capacity: 2 })) };
      const before = solved(byColumn(matrixProblem(matrix, { ...places, objective, order })));
      const mentees = matrix.map((_, at) => ({ id: `e${at}` })).slice(4);
      const left = byColumn(matrixProblem(matrix.slice(4), { ...places, mentees, objective, order }));
      const counting = {
        ...left,
        scoreRow: (mentee: number, out: Int32Array) => {
          scored++;
          left.scoreRow(mentee, out);
        },
      };
      const rows = { warm: 0, fresh: 0 };
      for (const penalty of [0, 400, 10_000]) {
        const { problem, result, kept } = again(left, before, penalty);
        const fresh = solved({ ...left, ...problem });
        expect(worthOf(problem, result)).toBe(worthOf(problem, fresh));
        expect(kept.length).toBeGreaterThan(60);
        scored = 0;
        rematch(counting, before, penalty);
        rows.warm += scored;
        scored = 0;
        solve({ ...counting, published: { pairs: before.pairs, penalty } });
        rows.fresh += scored;
      }
      expect({ objective, order, less: rows.warm < rows.fresh }).toEqual({ objective, order, less: true });
    }
  });

  it('breaks a pair for more points than the penalty, not for as many', () => {
    const before = solved(
      matrixProblem([
        [50, 0],
        [0, 50],
      ]),
    );
    const problem = matrixProblem([
      [50, 60],
      [60, 50],
    ]);
    for (const [penalty, kept] of [
      [9, 0],
      [11, 2],
      [10_000, 2],
    ] as const)
      expect(again(problem, before, penalty).kept).toHaveLength(kept);
    expect(again({ ...problem, objective: 'fair' }, before, 10_000).kept).toEqual([]);
    expect(again({ ...problem, objective: 'stable' }, before, 10_000).kept).toEqual([]);
  });
});
