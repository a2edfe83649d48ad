import { bruteForce } from '../../../../test/support/assignment/brute-force.js';
import { type MatrixProblem, matrixProblem } from '../../../../test/support/assignment/matrix-problem.js';
import { randomProblem } from '../../../../test/support/assignment/random-problem.js';
import { SeededRandom } from '../../../../test/support/assignment/seeded-random.js';
import type { AssignmentResult } from '../result.js';
import { solve } from '../solve.js';
import { compareResults } from './compare-results.js';
import { priceOfStability } from './price-of-stability.js';
import { whatIf, type WhatIfVariant } from './what-if.js';

function solved(problem: MatrixProblem): AssignmentResult {
  const outcome = solve(problem);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

const crossed = matrixProblem(
  [
    [100, 20],
    [30, 1],
  ],
  { mentees: [{ id: 'e0' }, { id: 'e1', wishes: [{ mentorId: 'm0', points: 5 }] }] },
);

describe('whatIf', () => {
  it('puts settings side by side with what changes in the pairs', () => {
    const variants: readonly WhatIfVariant[] = [
      { name: 'fair', objective: 'fair' },
      { name: 'few', minimumScore: 30 },
      { name: 'room', capacities: new Map([['m0', 2]]) },
      { name: 'other', scoring: matrixProblem([[1], [2]].map(([score]) => [score!, score! * 10])) },
      { name: 'wrong', locks: [{ menteeId: 'e0', mentorId: 'nobody' }] },
    ];
    const outcome = whatIf(crossed, variants);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
    const { base, rows } = outcome.value;
    expect(base.figures).toEqual({
      ...{ pairs: 2, total: 101, worstScore: 1, meanScore: 50.5 },
      ...{ firstWishRate: 0, menteesWithout: 0 },
    });
    expect(rows).toMatchObject([
      { name: 'fair', kept: 0, lost: 2, added: 2, figures: { total: 50, worstScore: 20, firstWishRate: 1 } },
      { name: 'few', kept: 0, lost: 2, added: 1, figures: { pairs: 1, menteesWithout: 1 } },
      { name: 'room', kept: 1, lost: 1, added: 1, figures: { total: 130 } },
      { name: 'other', ok: true, figures: { total: 21 } },
      { name: 'wrong', ok: false, refusal: { code: 'invalid' } },
    ]);
  });

  it('stops when asked to', () => {
    let asked = 0;
    const stopped = whatIf(crossed, [{ name: 'stable', objective: 'stable' }], {
      isCancelled: () => ++asked > 40,
      onProgress: (share) => (share >= 0.5 ? (asked = 100) : asked),
    });
    expect(stopped).toEqual({ ok: false, error: { code: 'cancelled' } });
  });
});

describe('compareResults', () => {
  it('tells pairs that stay, go and come', () => {
    const pair = (menteeId: string, mentorId: string, score: number): AssignmentResult['pairs'][number] => ({
      ...{ menteeId, mentorId, score, locked: false },
    });
    const first = { pairs: [pair('a', 'x', 5), pair('b', 'y', 6)] };
    const second = { pairs: [pair('a', 'x', 7), pair('c', 'y', 1), pair('d', 'x', 1)] };
    expect(compareResults(first, second)).toEqual({
      kept: [pair('a', 'x', 7)],
      lost: [pair('b', 'y', 6)],
      added: [pair('c', 'y', 1), pair('d', 'x', 1)],
      pairs: 1,
      total: -2,
    });
  });
});

describe('priceOfStability', () => {
  it('sets the stable matching against the largest one', () => {
    const problem = matrixProblem([
      [90, 80],
      [85, -1],
    ]);
    expect(priceOfStability(problem)).toEqual({
      ok: true,
      value: {
        stable: { pairs: 1, total: 90 },
        coverage: { pairs: 2, total: 165 },
        pairs: 1,
        points: 75,
      },
    });
    const known = solved({ ...problem, objective: 'stable' });
    expect(priceOfStability(problem, {}, known)).toEqual(priceOfStability(problem));
    for (let run = 0; run < 200; run++) {
      const random = randomProblem(new SeededRandom(run), { mentees: 5, mentors: 4 }, [['stable', 'score']]);
      const price = priceOfStability(random);
      if (!price.ok) throw new Error(JSON.stringify(price.error));
      expect(price.value.pairs).toBeGreaterThanOrEqual(0);
      expect(price.value.coverage.pairs).toBe(bruteForce({ ...random, objective: 'coverage' }).pairs);
    }
  });
});
