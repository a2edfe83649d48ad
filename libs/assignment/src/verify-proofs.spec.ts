import { type MatrixProblem, matrixProblem } from '../../../test/support/assignment/matrix-problem.js';
import type { AssignmentProblem, Objective, PlaceOrder } from './problem.js';
import type { AssignmentResult } from './result.js';
import { seal } from './seal.js';
import { solve } from './solve.js';
import { verify } from './verify.js';

const KINDS: readonly (readonly [Objective, PlaceOrder])[] = [
  ['coverage', 'waited'],
  ['coverage', 'score'],
  ['total', 'score'],
  ['fair', 'waited'],
  ['fair', 'score'],
  ['stable', 'score'],
];

function cohort(objective: Objective, order: PlaceOrder): MatrixProblem {
  return matrixProblem(
    [
      [100, 70, 20, 30],
      [60, 65, -1, 10],
      [90, -1, 55, -1],
      [40, 45, -1, 80],
      [35, 25, 15, -1],
      [95, -1, -1, -1],
    ],
    {
      objective,
      order,
      mentees: ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) => ({
        ...{ id, roundsWaited: at % 2 },
        wishes: [{ mentorId: 'm1', points: 5 }],
      })),
      mentors: [1, 1, 2, 1].map((capacity, at) => ({ id: `m${at}`, capacity })),
      locks: [{ menteeId: 'd', mentorId: 'm2' }].slice(1),
      forbidden: [{ menteeId: 'b', mentorId: 'm3' }],
    },
  );
}

function solved(problem: AssignmentProblem): AssignmentResult {
  const outcome = solve(problem);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** Ways to write something else in the place of a value that has nothing inside it. */
function others(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1, value - 1, Number.NaN];
  if (typeof value === 'string') return [`${value}x`, ''];
  if (typeof value === 'boolean') return [!value];
  return [0];
}

/** Every copy of a value that differs in one place: another number or word, an entry too few or twice. */
function* tampered(value: unknown, path: readonly string[] = []): Generator<readonly [string, unknown]> {
  const name = path.join('.');
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    for (const [at, entry] of list.entries()) {
      yield [`${name} without ${at}`, list.filter((_, other) => other !== at)];
      yield [`${name} with ${at} twice`, [...list, entry]];
      for (const [where, changed] of tampered(entry, [...path, String(at)]))
        yield [where, list.map((same, other) => (other === at ? changed : same))];
    }
  } else if (typeof value === 'object' && value !== null)
    for (const [key, entry] of Object.entries(value))
      for (const [where, changed] of tampered(entry, [...path, key]))
        yield [where, { ...value, [key]: changed }];
  else for (const other of others(value)) yield [`${name} as ${String(other)}`, other];
}

/** Other prices, closing positions and covers can be a proof as well; only the digest tells that they are not the ones. */
function mayProveTheSame(where: string): boolean {
  return /price|closedAt|certificate\.(most|above|digest)/u.test(where);
}

describe.each(KINDS)('the proof of %s by %s', (objective, order) => {
  const problem = cohort(objective, order);
  const result = solved(problem);

  it('is refused with anything in it changed', () => {
    expect(verify(problem, result)).toEqual([]);
    const accepted: string[] = [];
    let tried = 0;
    for (const [where, changed] of tampered(result)) {
      tried++;
      const other = changed as AssignmentResult;
      if (verify(problem, other).length === 0) accepted.push(where);
      if (!mayProveTheSame(where) && verify(problem, seal(other)).length === 0)
        accepted.push(`${where}, sealed again`);
    }
    expect(accepted).toEqual([]);
    expect(tried).toBeGreaterThan(60);
  });

  it('is refused for any other problem', () => {
    const [first, ...rest] = problem.mentees;
    const matrix = problem.matrix.map((row, at) => (at === 1 ? row.map((score) => score + 1) : row));
    const changes: readonly Partial<MatrixProblem>[] = [
      { seed: 'other' },
      { minimumScore: 1 },
      { order: order === 'score' ? 'waited' : 'score' },
      { objective: objective === 'total' ? 'coverage' : 'total' },
      { forbidden: [] },
      { mentees: [{ ...first!, roundsWaited: 7 }, ...rest] },
      { mentees: [{ ...first!, priority: 7 }, ...rest] },
      { mentees: [{ ...first!, wishes: [] }, ...rest] },
      { mentors: problem.mentors.map((mentor) => ({ ...mentor, capacity: 3 })) },
      { published: { pairs: [{ menteeId: 'a', mentorId: 'm0' }], penalty: 3 } },
    ];
    for (const change of changes)
      expect({ change, codes: verify({ ...problem, ...change }, result).length > 0 }).toEqual({
        change,
        codes: true,
      });
    const rescored = matrixProblem(matrix, { ...problem });
    expect(verify(rescored, result)).not.toEqual([]);
  });
});

describe('verify', () => {
  it('refuses a proof of one objective under the name of another', () => {
    for (const [objective, order] of KINDS)
      for (const [other] of KINDS) {
        if (other === objective) continue;
        const problem = cohort(objective, order);
        const borrowed = solved(cohort(other, order));
        const { problemHash } = solved(problem).certificate;
        const claimed = {
          ...borrowed,
          objective,
          certificate: { ...borrowed.certificate, problemHash },
        };
        expect(verify(problem, claimed)).not.toEqual([]);
      }
  });
});
