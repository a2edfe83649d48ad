import { matrixProblem } from '../../../test/support/assignment/matrix-problem.js';
import { ScoreRows } from './score-rows.js';

const problem = matrixProblem(
  [
    [1, 20, 30],
    [40, -1, 60],
  ],
  { minimumScore: 20 },
);

function rows(mostPairsKept?: number): ScoreRows {
  const order = [Int32Array.of(1, 0), Int32Array.of(2, 0, 1)] as const;
  return new ScoreRows(problem, ...order, new Map([[0, [2]]]), mostPairsKept);
}

function read(scores: ScoreRows, row: number): number[] {
  const start = scores.load(row);
  return [...scores.data.subarray(start, start + scores.columns)];
}

describe('ScoreRows', () => {
  it.each([undefined, 0])(
    'gives the same rows in any sequence, kept or scored again (%s)',
    (mostPairsKept) => {
      const scores = rows(mostPairsKept);
      for (const row of [1, 0, 0, 1, 0])
        expect(read(scores, row)).toEqual(row === 0 ? [60, 40, -1] : [-1, -1, 20]);
    },
  );

  it('holds one row at a time when there are too many to keep', () => {
    expect([rows().data.length, rows(5).data.length]).toEqual([6, 3]);
  });
});
