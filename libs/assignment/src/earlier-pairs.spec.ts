import { type MatrixProblem, matrixProblem } from '../../../test/support/assignment/matrix-problem.js';
import type { Objective, PlaceOrder } from './problem.js';
import type { AssignmentResult, Certificate } from './result.js';
import { seal } from './seal.js';
import { solve } from './solve.js';
import { verify } from './verify.js';

const KINDS: readonly (readonly [Objective, PlaceOrder])[] = [
  ['coverage', 'waited'],
  ['coverage', 'score'],
  ['total', 'score'],
  ['fair', 'waited'],
];

const earlier = [
  { menteeId: 'e0', mentorId: 'm0' },
  { menteeId: 'e1', mentorId: 'm1' },
  { menteeId: 'e2', mentorId: 'm2' },
];

function solved(problem: MatrixProblem): AssignmentResult {
  const outcome = solve(problem);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

describe.each(KINDS)('pairs of an earlier round in %s by %s', (objective, order) => {
  const problem = matrixProblem(
    [
      [50, 58, 40],
      [58, 50, 40],
      [40, 40, 45],
    ],
    {
      objective,
      order,
      published: { pairs: earlier, penalty: 10 },
      locks: earlier.slice(2),
      minimumScore: 50,
    },
  );
  const result = solved(problem);
  const codes = (other: MatrixProblem, changed: AssignmentResult): string[] => [
    ...new Set(verify(other, seal(changed)).map(({ code }) => code)),
  ];

  it('stay for the penalty, which the total does not count but the proof does', () => {
    const kept = objective === 'fair' ? 116 : 100;
    expect(result.value).toEqual({ pairs: 3, total: kept + 45 });
    const { pairWeight, scoreWeight, value, bound } = result.certificate as Certificate & { kind: 'prices' };
    const points = kept + 45 + (objective === 'fair' ? 0 : 20);
    expect([value, bound]).toEqual([3 * pairWeight + points * scoreWeight, value]);
    expect(codes(problem, result)).toEqual([]);
  });

  it('are compared by the check', () => {
    const forgotten = { ...problem, published: { pairs: earlier, penalty: 0 } };
    for (const other of [
      forgotten,
      { ...problem, published: { pairs: earlier, penalty: 11 } },
      { ...problem, published: { pairs: earlier.slice(1), penalty: 10 } },
    ]) {
      expect(codes(other, result)).toContain('other-problem');
      const { problemHash } = solved(other).certificate;
      const rehashed = { ...result, certificate: { ...result.certificate, problemHash } };
      if (objective !== 'fair') expect(codes(other, rehashed as AssignmentResult)).not.toEqual([]);
    }
    const unweighed = solved(forgotten);
    const { problemHash } = result.certificate;
    const passedOff = { ...unweighed, certificate: { ...unweighed.certificate, problemHash } };
    if (objective !== 'fair') expect(codes(problem, passedOff as AssignmentResult)).not.toEqual([]);
  });
});
