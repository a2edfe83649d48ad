import { bruteForce } from '../../../test/support/assignment/brute-force.js';
import { matrixProblem } from '../../../test/support/assignment/matrix-problem.js';
import { randomProblem } from '../../../test/support/assignment/random-problem.js';
import { SeededRandom } from '../../../test/support/assignment/seeded-random.js';
import { worthOf } from '../../../test/support/assignment/worth-of.js';
import type { AssignmentProblem, PairOfIds } from './problem.js';
import type { AssignmentResult } from './result.js';
import { solve } from './solve.js';
import { whyNot, whyNotMany, type WhyNot } from './why-not.js';

function solved(problem: AssignmentProblem): AssignmentResult {
  const outcome = solve(problem);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

function ask(problem: AssignmentProblem, pair: PairOfIds): WhyNot {
  const answer = whyNot(problem, solved(problem), pair);
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
      expect(ask(problem, pair)).toEqual({
        kind: 'cost',
        pairs: 0,
        points: 2,
        earlier: 0,
        losing: [],
        gaining: [],
      });
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
      earlier: 0,
      losing: ['first'],
      gaining: ['second'],
    });
  });

  it('counts earlier pairs that are broken beside the points', () => {
    const problem = matrixProblem(
      [
        [10, 12],
        [12, 10],
      ],
      { published: { pairs: [{ menteeId: 'e0', mentorId: 'm0' }], penalty: 5 } },
    );
    const cost = { kind: 'cost', pairs: 0, points: -4, earlier: 1, losing: [], gaining: [] };
    for (const objective of ['coverage', 'total'] as const)
      expect(ask({ ...problem, objective }, crossed[0])).toEqual(cost);
    const fair = ask({ ...problem, objective: 'fair', minimumScore: 10 }, { menteeId: 'e0', mentorId: 'm0' });
    expect(fair).toMatchObject({ points: 4, earlier: -1, worst: { now: 12, then: 10 } });
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
    const answer = whyNot(problem, solved(problem), { menteeId: 'x', mentorId: 'm0' });
    expect(answer.ok ? null : answer.error).toMatchObject({ problems: [{ code: 'unknown-person' }] });
  });

  it('agrees with brute force over all matchings that hold the pair', () => {
    let compared = 0;
    let broken = 0;
    for (let run = 0; run < 3000; run++) {
      const random = new SeededRandom(7_000 + run);
      const problem = randomProblem(random, { mentees: 5, mentors: 4 });
      const menteeId = `e${random.whole(0, problem.mentees.length - 1)}`;
      const mentorId = `m${random.whole(0, problem.mentors.length - 1)}`;
      const answer = ask(problem, { menteeId, mentorId });
      if (answer.kind !== 'cost') continue;
      const free = bruteForce(problem);
      const held = bruteForce({ ...problem, locks: [...problem.locks, { menteeId, mentorId }] });
      const weighed = answer.points + answer.earlier * (problem.published?.penalty ?? 0);
      expect({ run, pairs: answer.pairs, weighed }).toEqual({
        run,
        pairs: free.pairs - held.pairs,
        weighed: free.worth - held.worth,
      });
      if (answer.earlier !== 0) broken++;
      compared++;
    }
    expect(compared).toBeGreaterThan(200);
    expect(broken).toBeGreaterThan(20);
  });

  it('agrees with solving again, people included, for more people', () => {
    const seen = { asked: 0, moved: 0, lost: 0 };
    for (let run = 0; run < 500; run++) {
      const random = new SeededRandom(17_000 + run);
      const problem = randomProblem(random, { mentees: 30, mentors: 16 });
      const result = solved(problem);
      const wanted = problem.mentors.slice(0, 6).map(({ id: mentorId }) => ({
        menteeId: `e${random.whole(0, problem.mentees.length - 1)}`,
        mentorId,
      }));
      const answers = whyNotMany(problem, result, wanted);
      if (!answers.ok) throw new Error(JSON.stringify(answers.error));
      answers.value.forEach((answer, at) => {
        if (answer.kind !== 'cost') return;
        const pair = wanted[at]!;
        const held = solved({ ...problem, locks: [...problem.locks, pair] });
        const { pairs, points, earlier, losing, gaining } = answer;
        const weighed = points + earlier * (problem.published?.penalty ?? 0);
        expect({ run, pair, pairs, weighed }).toEqual({
          run,
          pair,
          pairs: result.value.pairs - held.value.pairs,
          weighed: worthOf(problem, result) - worthOf(problem, held),
        });
        seen.asked++;
        if (pairs > 0) seen.lost++;
        if (problem.objective !== 'coverage' || problem.order !== 'waited') return;
        expect({ run, losing, gaining }).toEqual({ run, ...changed(problem, result, held) });
        if (losing.length > 0) seen.moved++;
      });
    }
    expect(seen.asked).toBeGreaterThan(200);
    expect(Math.min(seen.moved, seen.lost)).toBeGreaterThan(3);
  });

  it('tells for a fair matching what it would do to the worst pair, too', () => {
    const problem = matrixProblem(
      [
        [90, 40],
        [50, 10],
      ],
      { objective: 'fair' },
    );
    expect(ask(problem, { menteeId: 'e0', mentorId: 'm0' })).toEqual({
      kind: 'cost',
      pairs: 0,
      points: -10,
      earlier: 0,
      losing: [],
      gaining: [],
      worst: { now: 40, then: 10 },
    });
  });

  it('tells for a stable matching who has somebody better', () => {
    const problem = matrixProblem(
      [
        [90, 40],
        [80, 10],
      ],
      { objective: 'stable' },
    );
    expect(ask(problem, { menteeId: 'e1', mentorId: 'm0' })).toEqual({
      kind: 'preference',
      menteeWants: true,
      mentorWants: false,
      menteeHas: ['m1'],
      mentorHas: ['e0'],
    });
    let asked = 0;
    for (let run = 0; run < 300; run++) {
      const stable = randomProblem(new SeededRandom(run), { mentees: 6, mentors: 5 }, [['stable', 'waited']]);
      for (const { id: menteeId } of stable.mentees)
        for (const { id: mentorId } of stable.mentors) {
          const answer = ask(stable, { menteeId, mentorId });
          if (answer.kind !== 'preference') continue;
          expect({ run, menteeId, mentorId, both: answer.menteeWants && answer.mentorWants }).toEqual({
            run,
            menteeId,
            mentorId,
            both: false,
          });
          asked++;
        }
    }
    expect(asked).toBeGreaterThan(100);
  });
});

/** Mentees with fewer and with more mentors in the second result, sorted by id. */
function changed(
  { mentees }: AssignmentProblem,
  before: AssignmentResult,
  after: AssignmentResult,
): { losing: string[]; gaining: string[] } {
  const count = ({ pairs }: AssignmentResult, id: string): number =>
    pairs.filter(({ menteeId }) => menteeId === id).length;
  const ids = mentees.map(({ id }) => id).sort();
  return {
    losing: ids.filter((id) => count(after, id) < count(before, id)),
    gaining: ids.filter((id) => count(after, id) > count(before, id)),
  };
}
