import { type MatrixProblem, matrixProblem } from '../../../test/support/assignment/matrix-problem.js';
import { randomProblem } from '../../../test/support/assignment/random-problem.js';
import { SeededRandom } from '../../../test/support/assignment/seeded-random.js';
import { certify } from './certify.js';
import { optimise } from './optimise.js';
import type { AssignmentResult, PricedResult } from './result.js';
import { seal } from './seal.js';
import { verify } from './verify.js';

function solved(problem: MatrixProblem): PricedResult {
  const optimum = optimise(problem);
  const outcome = optimum.ok ? certify(problem, optimum.value) : optimum;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** What is found beside the digest, which shows any change. */
function codes(problem: MatrixProblem, result: AssignmentResult): string[] {
  return [...new Set(verify(problem, seal(result)).map((finding) => finding.code))].sort();
}

const waiting = matrixProblem(
  [
    [5, 9, -1],
    [8, 7, -1],
    [6, -1, 4],
    [3, 9, -1],
  ],
  { mentees: ['a', 'b', 'c', 'd'].map((id, at) => ({ id, roundsWaited: at === 3 ? 0 : 1 })) },
);

describe('verify', () => {
  it('accepts what the solver finds', () => {
    for (let run = 0; run < 3000; run++) {
      const problem = randomProblem(new SeededRandom(run), { mentees: 9, mentors: 6 });
      expect({ run, findings: verify(problem, solved(problem)) }).toEqual({ run, findings: [] });
    }
  });

  it('accepts it also for more people than a short list holds', () => {
    for (let run = 0; run < 30; run++) {
      const problem = randomProblem(new SeededRandom(400 + run), { mentees: 220, mentors: 180 });
      expect({ run, findings: verify(problem, solved(problem)) }).toEqual({ run, findings: [] });
    }
  });

  it('rejects a worse matching with any honest sums around it', () => {
    const problem = matrixProblem([
      [10, 9],
      [9, 1],
    ]);
    const result = solved(problem);
    const pairs = [
      { menteeId: 'e0', mentorId: 'm0', score: 10, locked: false },
      { menteeId: 'e1', mentorId: 'm1', score: 1, locked: false },
    ];
    const worse = { ...result, pairs, value: { pairs: 2, total: 11 } };
    expect(result.value.total).toBe(18);
    expect(codes(problem, worse)).toEqual(['not-optimal', 'wrong-bound']);
    const certificate = { ...result.certificate, value: 11, gap: result.certificate.bound - 11 };
    expect(codes(problem, { ...worse, certificate })).toEqual(['not-optimal']);
  });

  it('rejects prices that were touched, either way', () => {
    const problem = matrixProblem([
      [10, 9],
      [9, 1],
    ]);
    const result = solved(problem);
    for (const side of ['mentees', 'mentors'] as const)
      for (const change of [-1, 1, 0.5, Number.NaN]) {
        const [first, ...rest] = result.certificate[side];
        const touched = [{ ...first!, price: first!.price + change }, ...rest];
        const certificate = { ...result.certificate, [side]: touched };
        expect(codes(problem, { ...result, certificate })).not.toEqual([]);
      }
  });

  it('rejects a result of another problem', () => {
    const result = solved(waiting);
    expect(codes({ ...waiting, seed: 'other' }, result)).toContain('other-problem');
    expect(codes({ ...waiting, minimumScore: 1 }, result)).toEqual(['other-problem']);
    const other = waiting.matrix.map((row) => row.map((score) => (score === 3 ? 2 : score)));
    const { mentees } = waiting;
    expect(codes(matrixProblem(other, { mentees }), result)).toEqual(['other-problem']);
  });

  it('rejects pairs that may not be made, repeated, missing or miscounted', () => {
    const problem = { ...waiting, locks: [{ menteeId: 'b', mentorId: 'm1' }] };
    const result = solved(problem);
    const swap = (change: (pair: AssignmentResult['pairs'][number]) => object): AssignmentResult => ({
      ...result,
      pairs: result.pairs.map((pair) => ({ ...pair, ...change(pair) })),
    });
    expect(codes(problem, result)).toEqual([]);
    expect(
      codes(
        problem,
        swap(() => ({ score: 1 })),
      ),
    ).toContain('wrong-score');
    expect(
      codes(
        problem,
        swap(() => ({ locked: false })),
      ),
    ).toContain('wrong-lock');
    expect(
      codes(
        problem,
        swap(() => ({ mentorId: 'm0' })),
      ),
    ).toContain('over-capacity');
    expect(
      codes(
        problem,
        swap(() => ({ mentorId: 'm2' })),
      ),
    ).toContain('infeasible-pair');
    expect(
      codes(
        problem,
        swap(() => ({ menteeId: 'x' })),
      ),
    ).toContain('unknown-person');
    expect(
      codes(
        problem,
        swap(() => ({ menteeId: 'a' })),
      ),
    ).toContain('over-demand');
    expect(codes(problem, { ...result, pairs: result.pairs.slice(1) })).toContain('wrong-value');
    const twice = { ...result, pairs: [...result.pairs, result.pairs[0]!] };
    expect(codes(problem, twice)).toContain('repeated-pair');
    expect(codes(problem, { ...result, unmatchedMentees: [] })).toEqual(['wrong-unmatched']);
  });

  it('rejects a place that went to somebody out of turn, though the prices fit', () => {
    const { mentees } = waiting;
    const turned = {
      ...waiting,
      mentees: mentees.map((mentee) => ({ ...mentee, roundsWaited: mentee.id === 'd' ? 2 : 1 })),
    };
    const wrong = solved(turned);
    const right = solved(waiting);
    expect(wrong.pairs.some((pair) => pair.menteeId === 'd')).toBe(true);
    const { problemHash } = right.certificate;
    const claimed = { ...wrong, certificate: { ...wrong.certificate, problemHash } };
    expect(codes(waiting, claimed)).toEqual(['out-of-order']);
    const mentors = wrong.certificate.mentors.map((mentor) => ({ ...mentor, closedAt: null }));
    expect(codes(waiting, { ...claimed, certificate: { ...claimed.certificate, mentors } })).toEqual([
      'out-of-order',
    ]);
  });
});
