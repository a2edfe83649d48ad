import { matrixProblem } from '../../../../test/support/assignment/matrix-problem.js';
import { type RowsOf, ValueRows } from './value-rows.js';

const matrix = [
  [1, 20, 30],
  [40, -1, 60],
];
const problem = {
  ...matrixProblem(matrix, { minimumScore: 20 }),
  scoreColumn: (mentor: number, out: Int32Array) => {
    matrix.forEach((row, mentee) => (out[mentee] = row[mentor] ?? -1));
  },
};

const byMentee: RowsOf = {
  side: 'mentees',
  rowAt: Int32Array.of(1, 0),
  columnAt: Int32Array.of(2, 0, 1),
  excluded: new Map([[0, [2]]]),
};

const byMentor: RowsOf = {
  side: 'mentors',
  rowAt: Int32Array.of(2, 0, 1),
  columnAt: Int32Array.of(1, 0),
  excluded: new Map([[2, [0]]]),
};

describe('ValueRows', () => {
  it.each([undefined, 0, 3])('gives the same rows in any sequence, kept or scored again (%s)', (kept) => {
    const values = new ValueRows(problem, byMentee, kept);
    for (const row of [1, 0, 0, 1, 0, 1])
      expect([...values.load(row)]).toEqual(row === 0 ? [60, 40, -1] : [-1, -1, 20]);
  });

  it('reads mentors as rows', () => {
    const values = new ValueRows(problem, byMentor);
    expect([0, 1, 2, 0].map((row) => [...values.load(row)])).toEqual([
      [60, -1],
      [40, -1],
      [-1, 20],
      [60, -1],
    ]);
  });

  it('adds to earlier pairs what keeping them is worth, if they can be made', () => {
    const earlier = new Map([[1, [0, 1]]]);
    const values = new ValueRows(problem, { ...byMentee, earlier, extra: 7 });
    expect([...values.load(0)]).toEqual([60, 47, -1]);
    expect([values.extraOf(0, 1), values.extraOf(0, 0), values.extraOf(1, 1)]).toEqual([7, 0, 0]);
  });
});
