import { bruteForce } from '../../../test/support/assignment/brute-force.js';
import { matrixProblem } from '../../../test/support/assignment/matrix-problem.js';
import { randomProblem } from '../../../test/support/assignment/random-problem.js';
import { SeededRandom } from '../../../test/support/assignment/seeded-random.js';
import type { AssignmentProblem, PairOfIds } from './problem.js';
import { solve } from './solve.js';
import { whyNot, type WhyNot } from './why-not.js';

function ask(problem: AssignmentProblem, pair: PairOfIds): WhyNot {
  const solved = solve(problem);
  if (!solved.ok) throw new Error(JSON.stringify(solved.error));
  const answer = whyNot(problem, solved.value, pair);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

const crossed = [
  { menteeId: 'e0', mentorId: 'm1' },
  { menteeId: 'e1', mentorId: 'm0' },
] as const;

describe('whyNot', () => {
  it('tells the whole cost, not only the reduced cost of the pair', () => {
    const problem = matrixProblem([
      [10, 9],
      [9, 10],
    ]);
    for (const pair of crossed)
      expect(ask(problem, pair)).toEqual({ kind: 'cost', pairs: 0, points: 2, losing: [], gaining: [] });
    expect(ask(problem, { menteeId: 'e0', mentorId: 'm0' })).toEqual({ kind: 'already-paired' });
  });

  it('names who would lose the place', () => {
    const problem = matrixProblem([[10], [30]], {
      mentees: [{ id: 'first', roundsWaited: 1 }, { id: 'second' }],
    });
    expect(ask(problem, { menteeId: 'second', mentorId: 'm0' })).toEqual({
      kind: 'cost',
      pairs: 0,
      points: -20,
      losing: ['first'],
      gaining: ['second'],
    });
  });

  it('says what stands against a pair at any cost', () => {
    const problem = matrixProblem([[50, 5, -1, 40]], {
      minimumScore: 10,
      forbidden: [{ menteeId: 'e0', mentorId: 'm3' }],
      locks: [{ menteeId: 'e0', mentorId: 'm0' }],
    });
    const about = (mentorId: string): WhyNot => ask(problem, { menteeId: 'e0', mentorId });
    expect(about('m1')).toEqual({ kind: 'infeasible', because: 'below-minimum' });
    expect(about('m2')).toEqual({ kind: 'infeasible', because: 'rule' });
    expect(about('m3')).toEqual({ kind: 'infeasible', because: 'forbidden' });
    const open = { ...problem, forbidden: [] };
    expect(ask(open, { menteeId: 'e0', mentorId: 'm3' })).toEqual({ kind: 'places-locked', side: 'mentee' });
    const two = matrixProblem([[1], [2]], { locks: [{ menteeId: 'e0', mentorId: 'm0' }] });
    expect(ask(two, { menteeId: 'e1', mentorId: 'm0' })).toEqual({ kind: 'places-locked', side: 'mentor' });
  });

  it('refuses people who are not in the cohort', () => {
    const problem = matrixProblem([[1]]);
    const solved = solve(problem);
    if (!solved.ok) throw new Error('unsolved');
    const answer = whyNot(problem, solved.value, { menteeId: 'x', mentorId: 'm0' });
    expect(answer.ok ? null : answer.error).toMatchObject({ problems: [{ code: 'unknown-person' }] });
  });

  it('agrees with brute force over all matchings that hold the pair', () => {
    let compared = 0;
    for (let run = 0; run < 3000; run++) {
      const random = new SeededRandom(7_000 + run);
      const problem = randomProblem(random, { mentees: 5, mentors: 4 });
      const menteeId = `e${random.whole(0, problem.mentees.length - 1)}`;
      const mentorId = `m${random.whole(0, problem.mentors.length - 1)}`;
      const answer = ask(problem, { menteeId, mentorId });
      if (answer.kind !== 'cost') continue;
      const free = bruteForce(problem);
      const held = bruteForce({ ...problem, locks: [...problem.locks, { menteeId, mentorId }] });
      expect({ run, pairs: answer.pairs, points: answer.points }).toEqual({
        run,
        pairs: free.pairs - held.pairs,
        points: free.total - held.total,
      });
      compared++;
    }
    expect(compared).toBeGreaterThan(200);
  });
});
