import { matrixProblem } from '../../../test/support/assignment/matrix-problem.js';
import type { AssignmentProblem, PairOfIds } from './problem.js';
import { solve } from './solve.js';

function codes(problem: AssignmentProblem): string[] {
  const outcome = solve(problem);
  if (outcome.ok) return [];
  return outcome.error.code === 'invalid' ? outcome.error.problems.map(({ code }) => code) : ['cancelled'];
}

const pair = (menteeId: string, mentorId: string): PairOfIds => ({ menteeId, mentorId });
const square = [
  [5, 6],
  [7, -1],
];

describe('a problem that cannot be solved as stated', () => {
  it('is refused with a name for every fault', () => {
    const { mentees, mentors } = matrixProblem(square);
    const with_ = (more: Partial<AssignmentProblem>): string[] => codes(matrixProblem(square, more));
    expect(with_({ mentees: [{ id: 'e0' }, { id: 'e0' }] })).toEqual(['duplicate-id']);
    expect(with_({ mentors: [...mentors.slice(0, 1), ...mentors.slice(0, 1)] })).toEqual(['duplicate-id']);
    expect(with_({ mentors: mentors.map(({ id }) => ({ id, capacity: -1 })) })).toEqual([
      'bad-number',
      'bad-number',
    ]);
    expect(with_({ mentees: mentees.map(({ id }) => ({ id, demand: 1.5 })) })).toEqual([
      'bad-number',
      'bad-number',
    ]);
    expect(with_({ mentees: mentees.map(({ id }) => ({ id, priority: Number.NaN })) })).toHaveLength(2);
    expect(with_({ minimumScore: 10_001 })).toEqual(['bad-number']);
    for (const penalty of [-1, 10_001, 1.5, Number.NaN])
      expect(with_({ published: { pairs: [], penalty } })).toEqual(['bad-number']);
    expect(with_({ published: { pairs: [pair('left', 'm0')], penalty: 10_000 } })).toEqual([]);
    expect(with_({ locks: [pair('e0', 'nobody')] })).toEqual(['unknown-person']);
    expect(with_({ forbidden: [pair('nobody', 'm0')] })).toEqual(['unknown-person']);
    expect(with_({ locks: [pair('e1', 'm1')] })).toEqual(['lock-infeasible']);
    expect(with_({ locks: [pair('e0', 'm0')], forbidden: [pair('e0', 'm0')] })).toEqual(['lock-forbidden']);
    expect(with_({ locks: [pair('e0', 'm0'), pair('e1', 'm0')] })).toEqual(['lock-over-capacity']);
    expect(with_({ locks: [pair('e0', 'm0'), pair('e0', 'm1')] })).toEqual(['lock-over-demand']);
    expect(with_({ locks: [pair('e0', 'm1'), pair('e0', 'm1')] })).toEqual([]);
    expect(codes(matrixProblem([[10_001]]))).toEqual(['bad-score']);
    expect(codes(matrixProblem([[-2]]))).toEqual(['bad-score']);
  });

  it('is not one with nobody in it', () => {
    expect(codes(matrixProblem([]))).toEqual([]);
    expect(codes(matrixProblem([[], []]))).toEqual([]);
  });

  it('may lock a pair below the minimum score', () => {
    const outcome = solve(matrixProblem(square, { minimumScore: 6, locks: [pair('e0', 'm0')] }));
    expect(outcome.ok && outcome.value.pairs).toEqual([{ ...pair('e0', 'm0'), score: 5, locked: true }]);
  });
});

describe('a run', () => {
  const many = Array.from({ length: 120 }, (_, i) =>
    Array.from({ length: 60 }, (__, j) => (i * j * 37) % 9_973),
  );
  const problem = matrixProblem(many, { order: 'score' });

  it('tells how far it is, from 0 to 1 without falling', () => {
    const shares: number[] = [];
    solve(problem, { onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
    expect(shares.length).toBeGreaterThan(50);
  });

  it('ends when it is cancelled, at once or in the middle', () => {
    expect(solve(problem, { isCancelled: () => true })).toEqual({ ok: false, error: { code: 'cancelled' } });
    let asked = 0;
    const outcome = solve(problem, { isCancelled: () => ++asked > 20 });
    expect([outcome.ok, asked]).toEqual([false, 21]);
  });
});
