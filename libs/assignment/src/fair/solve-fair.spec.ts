import { bruteForce } from '../../../../test/support/assignment/brute-force.js';
import {
  type MatrixProblem,
  matrixProblem,
  reordered,
} from '../../../../test/support/assignment/matrix-problem.js';
import { type Kind, randomProblem } from '../../../../test/support/assignment/random-problem.js';
import { SeededRandom } from '../../../../test/support/assignment/seeded-random.js';
import { worthOf } from '../../../../test/support/assignment/worth-of.js';
import type { AssignmentResult, Certificate, FairCertificate } from '../result.js';
import { seal } from '../seal.js';
import { solve } from '../solve.js';
import { verify } from '../verify.js';

const FAIR: readonly Kind[] = [
  ['fair', 'waited'],
  ['fair', 'score'],
];

function solved(problem: MatrixProblem): AssignmentResult {
  const outcome = solve(problem);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

function proofOf({ certificate }: { certificate: Certificate }): FairCertificate {
  if (certificate.kind !== 'fair') throw new Error(certificate.kind);
  return certificate;
}

describe('fair', () => {
  it('finds what brute force finds, with every rule mixed in', () => {
    for (let run = 0; run < 3000; run++) {
      const problem = randomProblem(new SeededRandom(run), { mentees: 5, mentors: 4 }, FAIR);
      const best = bruteForce(problem);
      const result = solved(problem);
      const { worst } = proofOf(result);
      expect({ run, pairs: result.value.pairs, worst, worth: worthOf(problem, result) }).toEqual({
        run,
        pairs: best.pairs,
        worst: best.worst,
        worth: best.worth,
      });
      const degrees = problem.mentees.map(
        ({ id }) => result.pairs.filter(({ menteeId }) => menteeId === id).length,
      );
      if (problem.order === 'waited') expect({ run, degrees }).toEqual({ run, degrees: best.degrees });
      expect({ run, findings: verify(problem, result) }).toEqual({ run, findings: [] });
    }
  });

  it('proves itself also for more people', () => {
    let lifted = 0;
    for (let run = 0; run < 12; run++) {
      const problem = randomProblem(new SeededRandom(900 + run), { mentees: 150, mentors: 120 }, FAIR);
      const result = solved(problem);
      expect({ run, findings: verify(problem, result) }).toEqual({ run, findings: [] });
      const { pairs } = solved({ ...problem, objective: 'coverage' });
      const worst = Math.min(...pairs.filter(({ locked }) => !locked).map(({ score }) => score));
      if ((proofOf(result).worst ?? 0) > worst) lifted++;
    }
    expect(lifted).toBeGreaterThan(0);
  });

  it('never gets worse by one more place', () => {
    for (let run = 0; run < 300; run++) {
      const random = new SeededRandom(40_000 + run);
      const problem = randomProblem(random, { mentees: 12, mentors: 8 }, FAIR);
      const lucky = random.whole(0, problem.mentors.length - 1);
      const mentors = problem.mentors.map((mentor, at) => ({
        ...mentor,
        capacity: mentor.capacity + (at === lucky ? 1 : 0),
      }));
      const [before, after] = [solved(problem), solved({ ...problem, mentors })];
      const more = after.value.pairs - before.value.pairs;
      expect({ run, more: more >= 0 }).toEqual({ run, more: true });
      if (more > 0 || problem.order === 'waited') continue;
      const [low, high] = [proofOf(before).worst ?? 0, proofOf(after).worst ?? 0];
      expect({ run, low: high >= low }).toEqual({ run, low: true });
      if (low === high) expect(worthOf(problem, after)).toBeGreaterThanOrEqual(worthOf(problem, before));
    }
  });

  it('gives up points for the worst pair', () => {
    const matrix = [
      [100, 60],
      [50, 1],
    ];
    expect(solved(matrixProblem(matrix, { objective: 'coverage' })).value.total).toBe(110);
    const wide = [
      [100, 20],
      [30, 1],
    ];
    expect(solved(matrixProblem(wide, { objective: 'coverage' })).value.total).toBe(101);
    expect(solved(matrixProblem(wide, { objective: 'fair' })).pairs.map(({ score }) => score)).toEqual([
      20, 30,
    ]);
  });

  it('does not care in which order people are listed', () => {
    for (let run = 0; run < 200; run++) {
      const random = new SeededRandom(8_000 + run);
      const problem = randomProblem(random, { mentees: 14, mentors: 9 }, FAIR);
      const rows = random.shuffle(problem.mentees.map((_, at) => at));
      const columns = random.shuffle(problem.mentors.map((_, at) => at));
      expect(solved(reordered(problem, rows, columns))).toEqual(solved(problem));
    }
  });

  it('has its covers and its worst score checked', () => {
    const problem = matrixProblem(
      [
        [100, 20],
        [30, 1],
        [10, -1],
      ],
      { objective: 'fair', order: 'score' },
    );
    const result = solved(problem);
    const proof = proofOf(result);
    const found = (change: Partial<FairCertificate>): string[] => [
      ...new Set(
        verify(problem, seal({ ...result, certificate: { ...proof, ...change } })).map(({ code }) => code),
      ),
    ];
    expect(found({})).toEqual([]);
    expect(found({ worst: 19 })).toContain('wrong-bound');
    expect(found({ worst: null })).toContain('wrong-bound');
    expect(found({ most: { mentees: [], mentors: ['m0'] } })).toEqual(['wrong-cover']);
    expect(found({ most: { mentees: [], mentors: ['m0', 'm1', 'm1'] } })).toContain('wrong-cover');
    expect(found({ above: { mentees: [], mentors: ['x'] } })).toContain('wrong-cover');
    expect(found({ above: { mentees: ['e0'], mentors: ['m0'] } })).toContain('wrong-cover');
  });

  it('stops when asked to', () => {
    const problem = matrixProblem([[1], [2]], { objective: 'fair' });
    expect(solve(problem, { isCancelled: () => true })).toEqual({ ok: false, error: { code: 'cancelled' } });
    let asked = 0;
    const later = solve(problem, { isCancelled: () => ++asked > 4 });
    expect(later).toEqual({ ok: false, error: { code: 'cancelled' } });
  });
});
