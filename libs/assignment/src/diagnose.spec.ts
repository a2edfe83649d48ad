import { type MatrixProblem, matrixProblem } from '../../../test/support/assignment/matrix-problem.js';
import { randomProblem } from '../../../test/support/assignment/random-problem.js';
import { SeededRandom } from '../../../test/support/assignment/seeded-random.js';
import { diagnose } from './diagnose.js';
import type { AssignmentResult } from './result.js';
import { solve } from './solve.js';

function solved(problem: MatrixProblem): AssignmentResult {
  const outcome = solve(problem);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

function mentorsOf(result: AssignmentResult, menteeId: string): number {
  return result.pairs.filter((pair) => pair.menteeId === menteeId).length;
}

describe('diagnose', () => {
  it('names the rules that leave a mentee without any partner, and the one to lift', () => {
    const problem = matrixProblem([[-1, -1, 40, 90]], {
      minimumScore: 50,
      forbidden: [{ menteeId: 'e0', mentorId: 'm3' }],
    });
    const rules = [['zone', 'language'], ['zone'], [], []];
    const diagnosis = diagnose(problem, solved(problem), (_, mentor) => rules[mentor] ?? []);
    expect(diagnosis.mentees).toEqual([
      {
        menteeId: 'e0',
        wanted: 1,
        got: 0,
        cause: {
          kind: 'no-feasible-partner',
          excludedBy: [
            { rule: 'zone', count: 2 },
            { rule: 'below-minimum', count: 1 },
            { rule: 'forbidden', count: 1 },
            { rule: 'language', count: 1 },
          ],
        },
        relaxation: { kind: 'lift-rule', rule: 'below-minimum', mentors: 1, withFreePlaces: 1 },
      },
    ]);
    expect(diagnosis.mentors.map(({ cause }) => cause)).toEqual([
      {
        kind: 'no-feasible-partner',
        excludedBy: [
          { rule: 'language', count: 1 },
          { rule: 'zone', count: 1 },
        ],
      },
      { kind: 'no-feasible-partner', excludedBy: [{ rule: 'zone', count: 1 }] },
      { kind: 'no-feasible-partner', excludedBy: [{ rule: 'below-minimum', count: 1 }] },
      { kind: 'no-feasible-partner', excludedBy: [{ rule: 'forbidden', count: 1 }] },
    ]);
  });

  it('counts an excluded pair without a reason as unnamed, and a mentor whose partners are placed', () => {
    const problem = matrixProblem([
      [5, 6],
      [-1, -1],
    ]);
    const diagnosis = diagnose(problem, solved(problem), () => []);
    expect(diagnosis.mentees[0]?.cause).toEqual({
      kind: 'no-feasible-partner',
      excludedBy: [{ rule: 'unnamed', count: 2 }],
    });
    expect(diagnosis.mentors).toEqual([
      {
        ...{ mentorId: 'm0', capacity: 1, free: 1, lift: null },
        cause: { kind: 'partners-placed', feasiblePartners: 1 },
      },
    ]);
  });

  it('tells the score that the nearest places went for', () => {
    const matrix = [
      [90, 10],
      [80, 70],
      [75, 60],
    ];
    for (const objective of ['coverage', 'total'] as const) {
      const problem = matrixProblem(matrix, { objective, order: 'score' });
      const [left] = diagnose(problem, solved(problem), () => []).mentees;
      expect(left).toMatchObject({
        menteeId: 'e2',
        cause: {
          kind: 'places-taken',
          decidedBy: 'score',
          feasiblePartners: 2,
          nearest: [
            { mentorId: 'm0', score: 75 },
            { mentorId: 'm1', score: 60 },
          ],
        },
        relaxation: { kind: 'more-places', mentorId: 'm0', places: 1, reserved: true },
      });
    }
  });

  it('names two rules where no one alone would open a place, for both sides', () => {
    const problem = matrixProblem([[-1, -1, -1]], {
      mentors: ['x', 'y', 'z'].map((id) => ({ id, capacity: 1 })),
    });
    const rules = [
      ['zone', 'language', 'self'],
      ['language', 'zone'],
      ['blocked', 'zone'],
    ];
    const { mentees, mentors } = diagnose(problem, solved(problem), (_, mentor) => rules[mentor] ?? []);
    expect(mentees[0]?.relaxation).toEqual({
      ...{ kind: 'lift-rule', rule: 'blocked', also: 'zone' },
      ...{ mentors: 1, withFreePlaces: 1 },
    });
    expect(mentors.map(({ lift }) => lift)).toEqual([
      null,
      { rule: 'language', also: 'zone', mentees: 1, waiting: 1 },
      { rule: 'blocked', also: 'zone', mentees: 1, waiting: 1 },
    ]);
  });

  it('promises rules whose lifting gives a mentor', () => {
    const seen = { one: 0, two: 0 };
    for (let run = 0; run < 2500; run++) {
      const random = new SeededRandom(31_000 + run);
      const kinds = ['coverage', 'total', 'fair', 'stable'] as const;
      const kind = kinds[run % 4] ?? 'coverage';
      const open = randomProblem(random, { mentees: 5, mentors: 4 }, [[kind, 'waited']]);
      const problem = { ...open, minimumScore: 0, locks: [], forbidden: [] };
      const rules = problem.matrix.map((row) =>
        row.map(() => ['a', 'b', 'c'].filter(() => random.chance(0.5))),
      );
      const without = (lifted: readonly string[], whom: number): MatrixProblem => {
        const matrix = problem.matrix.map((row, mentee) =>
          row.map((score, mentor) => {
            const against = rules[mentee]?.[mentor] ?? [];
            const left = mentee === whom ? against.filter((rule) => !lifted.includes(rule)) : against;
            return left.length > 0 ? -1 : Math.max(0, score);
          }),
        );
        return { ...problem, ...matrixProblem(matrix, { ...problem }), matrix };
      };
      const ruled = without([], -1);
      const diagnosis = diagnose(ruled, solved(ruled), (mentee, mentor) => rules[mentee]?.[mentor] ?? []);
      for (const { menteeId, got, relaxation } of diagnosis.mentees) {
        if (got > 0 || relaxation?.kind !== 'lift-rule' || relaxation.withFreePlaces === 0) continue;
        const lifted = [relaxation.rule, relaxation.also ?? relaxation.rule];
        const whom = ruled.mentees.findIndex(({ id }) => id === menteeId);
        const after = mentorsOf(solved(without(lifted, whom)), menteeId);
        expect({ run, kind, more: after > got }).toEqual({ run, kind, more: true });
        seen[relaxation.also === undefined ? 'one' : 'two']++;
      }
    }
    expect(Math.min(seen.one, seen.two)).toBeGreaterThan(50);
  });

  it('asks for the rules of a bounded number of pairs, and says so', () => {
    const mentors = Array.from({ length: 500 }, (_, at) => ({ id: `m${at}`, capacity: at % 2 }));
    const mentees = Array.from({ length: 2_000 }, (_, at) => ({ id: `e${at}` }));
    const problem = {
      ...matrixProblem([], { mentees, mentors }),
      scoreRow: (_: number, out: Int32Array): void => {
        out.fill(-1);
      },
    };
    let asked = 0;
    const diagnosis = diagnose(problem, solved(problem), () => {
      asked++;
      return ['zone'];
    });
    expect(asked).toBeLessThanOrEqual(300_000);
    expect(diagnosis.mentees).toHaveLength(2_000);
    expect(diagnosis.mentees[7]).toMatchObject({
      cause: { examined: 75, excludedBy: [{ rule: 'zone', count: 75 }] },
      relaxation: { kind: 'lift-rule', rule: 'zone', withFreePlaces: 75 },
    });
    expect(diagnosis.mentors[3]?.cause).toMatchObject({ examined: 600 });
  });

  it('promises places that are enough, and prices that were not reached', () => {
    const seen = { order: 0, reserved: 0, several: 0 };
    for (let run = 0; run < 1500; run++) {
      const problem = randomProblem(new SeededRandom(run), { mentees: 9, mentors: 4 });
      const result = solved(problem);
      for (const mentee of diagnose(problem, result, () => ['rule']).mentees) {
        const { cause, relaxation } = mentee;
        if (cause.kind !== 'places-taken' || relaxation?.kind !== 'more-places') continue;
        for (const { price, score } of cause.nearest) expect(price ?? Infinity).toBeGreaterThanOrEqual(score);
        const { mentorId, places, reserved } = relaxation;
        const pair = { menteeId: mentee.menteeId, mentorId };
        const widened = solved({
          ...problem,
          locks: reserved ? [...problem.locks, pair] : problem.locks,
          mentors: problem.mentors.map((mentor) =>
            mentor.id === mentorId ? { ...mentor, capacity: mentor.capacity + places } : mentor,
          ),
        });
        expect({ run, got: mentorsOf(widened, mentee.menteeId) > mentee.got }).toEqual({ run, got: true });
        seen[reserved ? 'reserved' : 'order']++;
        if (places > 1) seen.several++;
      }
    }
    expect(Math.min(seen.order, seen.reserved, seen.several)).toBeGreaterThan(100);
  });
});
