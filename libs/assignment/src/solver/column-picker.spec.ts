import { SeededRandom } from '../../../../test/support/assignment/seeded-random.js';
import { ColumnPicker, wholePoints } from './column-picker.js';

describe('picking columns', () => {
  const random = new SeededRandom(7);

  /** The columns that a plain loop finds. */
  function above(values: Int32Array, prices: Int32Array, limit: number): number[] {
    return Array.from(values.keys()).filter(
      (column) => (values[column] as number) - (prices[column] as number) > limit,
    );
  }

  function numbers(length: number, from: number, to: number): Int32Array {
    return Int32Array.from({ length }, () => random.whole(from, to));
  }

  it('finds what a plain loop finds, for every number of columns', () => {
    for (let columns = 1; columns <= 100; columns++) {
      const picker = new ColumnPicker(columns);
      for (const limit of [-20, -1, 0, 40, 99, 2 ** 40]) {
        const values = numbers(columns, -1, 100);
        const prices = numbers(columns, -30, 60);
        const expected = above(values, prices, limit);
        picker.load(values, prices);
        const found = picker.pick(limit);
        expect([...picker.picked.subarray(0, found)]).toEqual(expected);
        picker.row.set(values);
        picker.load(picker.row, prices);
        expect([...picker.picked.subarray(0, picker.pick(limit))]).toEqual(expected);
      }
    }
  });

  it('gives up where too many columns are above the limit, and never where few are', () => {
    const picker = new ColumnPicker(200);
    const values = numbers(200, 0, 1_000);
    const prices = new Int32Array(200);
    picker.load(values, prices);
    for (let limit = 0; limit < 1_000; limit += 10) {
      const wanted = above(values, prices, limit).length;
      const found = picker.pick(limit, 64);
      if (wanted <= 48) expect(found).toBe(wanted);
      else if (wanted > 64) expect(found).toBe(-1);
      else expect([wanted, -1]).toContain(found);
    }
  });

  it('finds the limit above which so many columns of a sample are', () => {
    const picker = new ColumnPicker(512);
    for (let round = 0; round < 50; round++) {
      const values = numbers(512, -1, 10_000);
      const prices = numbers(512, 0, 3_000);
      picker.load(values, prices);
      const wanted = random.whole(1, 100);
      const limit = picker.limitWith(512, wanted, 20_000);
      expect(above(values, prices, limit).length).toBeGreaterThanOrEqual(wanted);
      expect(above(values, prices, limit + 16).length).toBeLessThan(wanted);
    }
    picker.load(new Int32Array(512).fill(-1), new Int32Array(512));
    expect(picker.limitWith(512, 3, 20_000)).toBe(0);
  });

  it('keeps points within what 32 bits hold', () => {
    expect([12.7, -0.5, 2 ** 50, -Infinity, Infinity].map(wholePoints)).toEqual([
      12,
      -1,
      2 ** 30,
      -(2 ** 30),
      2 ** 30,
    ]);
  });
});
