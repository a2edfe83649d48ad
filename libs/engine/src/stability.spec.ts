import { type AssignmentProblem, type AssignmentResult, solve } from '#assignment';
import { matrixProblem } from '../../../test/support/assignment/matrix-problem.js';
import { stabilityOf } from './stability.js';

function solved(problem: AssignmentProblem): AssignmentResult {
  const outcome = solve(problem);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** As many people as are asked for, none of whom suits anybody. */
function crowd(mentees: number, mentors: number): AssignmentProblem {
  return {
    ...matrixProblem([]),
    mentees: Array.from({ length: mentees }, (_, at) => ({ id: `e${at}` })),
    mentors: Array.from({ length: mentors }, (_, at) => ({ id: `m${at}`, capacity: 1 })),
    scoreRow: (_, out) => out.fill(-1),
  };
}

describe('stabilityOf', () => {
  const problem = matrixProblem([
    [90, 80],
    [85, -1],
  ]);
  const price = { pairs: 1, points: 75 };

  it('counts who would rather have each other, and what it costs to let them', () => {
    expect(stabilityOf(problem, solved(problem))).toEqual({ blockingPairs: 1, priceOfStability: price });
    const stable = { ...problem, objective: 'stable' as const };
    expect(stabilityOf(stable, solved(stable))).toEqual({ blockingPairs: 0, priceOfStability: price });
    const fair = { ...problem, objective: 'fair' as const };
    expect(stabilityOf(fair, solved(fair))).toEqual({ blockingPairs: 1, priceOfStability: price });
  });

  it('says nothing where somebody wants more than one mentor', () => {
    const several = { ...problem, mentees: problem.mentees.map(({ id }) => ({ id, demand: 2 })) };
    expect(stabilityOf(several, solved(several))).toEqual({ blockingPairs: null, priceOfStability: null });
  });

  it('leaves out what would take too long', () => {
    const nobody = { pairs: 0, points: 0 };
    const of = (mentees: number, mentors: number): ReturnType<typeof stabilityOf> =>
      stabilityOf(crowd(mentees, mentors), { ...solved(matrixProblem([])), pairs: [] });
    expect(of(500, 100)).toEqual({ blockingPairs: 0, priceOfStability: nobody });
    expect(of(5_001, 100)).toEqual({ blockingPairs: 0, priceOfStability: null });
    expect(of(10_001, 5_000)).toEqual({ blockingPairs: null, priceOfStability: null });
  });
});
