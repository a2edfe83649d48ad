import { matrixProblem } from '../../../test/support/assignment/matrix-problem.js';
import { randomProblem } from '../../../test/support/assignment/random-problem.js';
import { SeededRandom } from '../../../test/support/assignment/seeded-random.js';
import { certify, mergeChecks } from './certify.js';
import { checkRows } from './check-rows.js';
import { optimise } from './optimise.js';
import type { Optimum } from './optimum.js';
import type { AssignmentProblem } from './problem.js';
import { solve } from './solve.js';
import { verify } from './verify.js';
import { verifyRows } from './verify-rows.js';

function optimumOf(problem: AssignmentProblem): Optimum {
  const outcome = optimise(problem);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

describe('certify', () => {
  it('gives the same certificate in whatever parts the pairs were compared', () => {
    for (let run = 0; run < 300; run++) {
      const random = new SeededRandom(7_000 + run);
      const problem = randomProblem(random, { mentees: 12, mentors: 8 });
      const optimum = optimumOf(problem);
      const rows = problem.mentees.length;
      const cut = random.whole(0, rows);
      const parts = [
        checkRows(problem, optimum.prices, cut, rows)!,
        checkRows(problem, optimum.prices, 0, cut)!,
      ];
      const result = mergeChecks(problem, optimum, parts);
      expect({ run, ok: true, value: result }).toEqual({ run, ...solve(problem) });
      const checks = [verifyRows(problem, result, cut, rows)!, verifyRows(problem, result, 0, cut)!];
      expect({ run, findings: verify(problem, result, checks) }).toEqual({ run, findings: [] });
    }
  });

  it('refuses parts with a mentee missing or twice', () => {
    const problem = matrixProblem([[1], [2], [3]]);
    const optimum = optimumOf(problem);
    const [all, some] = [
      checkRows(problem, optimum.prices, 0, 3)!,
      checkRows(problem, optimum.prices, 0, 2)!,
    ];
    expect(() => mergeChecks(problem, optimum, [some])).toThrow(RangeError);
    expect(() => mergeChecks(problem, optimum, [all, some])).toThrow(RangeError);
    const result = mergeChecks(problem, optimum, [all]);
    expect(verify(problem, result, [verifyRows(problem, result, 0, 2)!])).not.toEqual([]);
  });

  it('stops when asked to, and tells how far it is', () => {
    const problem = matrixProblem([[1], [2], [3]]);
    const shares: number[] = [];
    expect(certify(problem, optimumOf(problem), { onProgress: (share) => shares.push(share) }).ok).toBe(true);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const stopped = certify(problem, optimumOf(problem), { isCancelled: () => true });
    expect(stopped).toEqual({ ok: false, error: { code: 'cancelled' } });
  });
});
