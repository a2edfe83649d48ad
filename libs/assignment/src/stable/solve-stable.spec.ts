import type { IndexedPair } from '../../../../test/support/assignment/every-matching.js';
import {
  type MatrixProblem,
  matrixProblem,
  reordered,
} from '../../../../test/support/assignment/matrix-problem.js';
import { type Kind, randomProblem } from '../../../../test/support/assignment/random-problem.js';
import { SeededRandom } from '../../../../test/support/assignment/seeded-random.js';
import {
  blockingByForce,
  isPreferred,
  menteeRank,
  stableByForce,
} from '../../../../test/support/assignment/stable-by-force.js';
import type { AssignmentResult } from '../result.js';
import { solve } from '../solve.js';
import { verify } from '../verify.js';
import { blockingPairs } from './blocking-pairs.js';

const STABLE: readonly Kind[] = [['stable', 'waited']];
const ANY: readonly Kind[] = [...STABLE, ['coverage', 'waited'], ['coverage', 'score'], ['total', 'score']];

function solved(problem: MatrixProblem): AssignmentResult {
  const outcome = solve(problem);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

function indexed(problem: MatrixProblem, result: AssignmentResult): IndexedPair[] {
  return result.pairs.map(({ menteeId, mentorId, score, locked }) => ({
    mentee: problem.mentees.findIndex(({ id }) => id === menteeId),
    mentor: problem.mentors.findIndex(({ id }) => id === mentorId),
    score,
    locked,
  }));
}

describe('stable', () => {
  it('is stable, and for every mentee the best of all stable matchings', () => {
    let several = 0;
    for (let run = 0; run < 2500; run++) {
      const problem = randomProblem(new SeededRandom(run), { mentees: 5, mentors: 4 }, STABLE);
      const result = solved(problem);
      const found = indexed(problem, result);
      const all = stableByForce(problem);
      if (all.length > 1) several++;
      expect({ run, blocking: blockingByForce(problem, found) }).toEqual({ run, blocking: [] });
      expect({ run, findings: verify(problem, result) }).toEqual({ run, findings: [] });
      for (const { mentee, mentor } of all.flat()) {
        const mine = found.find((pair) => pair.mentee === mentee);
        const better =
          mine === undefined ||
          isPreferred(menteeRank(problem, mentee, mentor), menteeRank(problem, mentee, mine.mentor));
        expect({ run, mentee, better }).toEqual({ run, mentee, better: false });
      }
    }
    expect(several).toBeGreaterThan(10);
  });

  it('is so also where lists have to be fetched in several blocks', () => {
    for (let run = 0; run < 12; run++) {
      const problem = randomProblem(new SeededRandom(600 + run), { mentees: 120, mentors: 90 }, STABLE);
      const result = solved(problem);
      expect(blockingPairs(problem, result).count).toBe(0);
      expect(verify(problem, result)).toEqual([]);
    }
  });

  it('follows the wishes of mentees, while mentors do not see them', () => {
    const problem = matrixProblem(
      [
        [50, 90],
        [80, 85],
      ],
      {
        objective: 'stable',
        mentees: [
          { id: 'wishing', wishes: [{ mentorId: 'm0', points: 30 }] },
          { id: 'other', wishes: [{ mentorId: 'm0', points: 0 }] },
        ],
      },
    );
    expect(solved(problem).pairs).toEqual([
      { menteeId: 'other', mentorId: 'm0', score: 80, locked: false },
      { menteeId: 'wishing', mentorId: 'm1', score: 90, locked: false },
    ]);
  });

  it('refuses somebody who wants two mentors', () => {
    const problem = matrixProblem([[1, 2]], { objective: 'stable', mentees: [{ id: 'both', demand: 2 }] });
    const outcome = solve(problem);
    expect(outcome.ok ? null : outcome.error).toMatchObject({
      code: 'invalid',
      problems: [{ code: 'needs-demand-one', menteeId: 'both' }],
    });
  });

  it('does not care in which order people are listed', () => {
    for (let run = 0; run < 200; run++) {
      const random = new SeededRandom(3_000 + run);
      const problem = randomProblem(random, { mentees: 20, mentors: 12 }, STABLE);
      const rows = random.shuffle(problem.mentees.map((_, at) => at));
      const columns = random.shuffle(problem.mentors.map((_, at) => at));
      expect(solved(reordered(problem, rows, columns))).toEqual(solved(problem));
    }
  });

  it('leaves no mentee worse off by one more place', () => {
    for (let run = 0; run < 300; run++) {
      const random = new SeededRandom(60_000 + run);
      const problem = randomProblem(random, { mentees: 12, mentors: 8 }, STABLE);
      const lucky = random.whole(0, problem.mentors.length - 1);
      const mentors = problem.mentors.map((mentor, at) => ({
        ...mentor,
        capacity: mentor.capacity + (at === lucky ? 1 : 0),
      }));
      const after = indexed(problem, solved({ ...problem, mentors }));
      for (const { mentee, mentor } of indexed(problem, solved(problem))) {
        const then = after.find((pair) => pair.mentee === mentee);
        const worse =
          then === undefined ||
          isPreferred(menteeRank(problem, mentee, mentor), menteeRank(problem, mentee, then.mentor));
        expect({ run, mentee, worse }).toEqual({ run, mentee, worse: false });
      }
    }
  });

  it('stops when asked to, and tells how far it is', () => {
    const problem = matrixProblem([[1], [2], [3]], { objective: 'stable' });
    const shares: number[] = [];
    expect(solve(problem, { onProgress: (share) => shares.push(share) }).ok).toBe(true);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(solve(problem, { isCancelled: () => true })).toEqual({ ok: false, error: { code: 'cancelled' } });
  });
});

describe('blockingPairs', () => {
  it('counts what a look at every pair counts, for results of any objective', () => {
    let blocked = 0;
    for (let run = 0; run < 1500; run++) {
      const problem = randomProblem(new SeededRandom(run), { mentees: 7, mentors: 6 }, ANY);
      const result = solved(problem);
      const { count, worst, pairsChecked } = blockingPairs(problem, result, 3);
      const byForce = blockingByForce(problem, indexed(problem, result));
      expect({ run, count }).toEqual({ run, count: byForce.length });
      expect(worst).toHaveLength(Math.min(3, count));
      expect(pairsChecked).toBe(problem.mentees.length * problem.mentors.length);
      if (count > 0) blocked++;
    }
    expect(blocked).toBeGreaterThan(200);
  });

  it('names those who would gain the most', () => {
    const problem = matrixProblem([
      [90, 80],
      [95, -1],
    ]);
    const pairs = [{ menteeId: 'e1', mentorId: 'm0', score: 95, locked: false }];
    expect(blockingPairs(problem, { pairs }).worst).toEqual([
      { menteeId: 'e0', mentorId: 'm1', score: 80, gain: 160 },
    ]);
    const swapped = [{ menteeId: 'e0', mentorId: 'm0', score: 90, locked: false }];
    expect(blockingPairs(problem, { pairs: swapped }).worst).toEqual([
      { menteeId: 'e1', mentorId: 'm0', score: 95, gain: 100 },
    ]);
  });
});
