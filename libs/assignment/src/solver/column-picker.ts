import { instantiate, wasmMemory } from '#kernel';
import { CODE } from '../generated/pick.js';

/** See `assembly/pick.ts`. */
interface PickModule {
  readonly pick: (
    values: number,
    prices: number,
    length: number,
    limit: number,
    picked: number,
    most: number,
  ) => number;
  readonly limitWith: (
    values: number,
    prices: number,
    length: number,
    wanted: number,
    highest: number,
  ) => number;
}

/** Columns that are looked at together. */
const ROUND = 16;

const BYTES = 4;

/** Points further from 0 than this make no difference. */
const FAR = 2 ** 30;

/** Points as whole numbers that 32 bits hold. */
export function wholePoints(points: number): number {
  return Math.max(-FAR, Math.min(Math.floor(points), FAR));
}

/** Finds the columns that leave a row the most: sixteen at a time, by instructions that JavaScript has no way to ask for. */
export class ColumnPicker {
  /** The columns picked last, the lowest first. */
  readonly picked: Int32Array;
  /** A row to write values to that need not be copied then. */
  readonly row: Int32Array;
  private readonly copy: Int32Array;
  private readonly prices: Int32Array;
  private readonly module: PickModule;
  private values: Int32Array;

  constructor(columns: number) {
    const length = ROUND * Math.ceil(columns / ROUND);
    const memory = wasmMemory(BYTES * 4 * length);
    const part = (nth: number): Int32Array => new Int32Array(memory.buffer, nth * BYTES * length, length);
    // No column beyond the last is ever picked.
    this.row = part(0).fill(-FAR).subarray(0, columns);
    this.copy = part(1).fill(-FAR);
    this.prices = part(2);
    this.picked = part(3);
    this.values = this.copy;
    this.module = instantiate(CODE, memory) as PickModule;
  }

  /** Takes over what the columns of a row are worth, negative where there is no pair, and what they cost, in points. */
  load(values: Int32Array, prices: Int32Array): void {
    this.values = values === this.row ? this.row : this.copy;
    if (values !== this.row) this.copy.set(values);
    this.prices.set(prices);
  }

  /**
   * A limit above which about so many of the first columns are.
   *
   * @param sample how many of the first columns are looked at; more when it is no multiple of 16
   * @param highest no column leaves more
   */
  limitWith(sample: number, wanted: number, highest: number): number {
    const { values, prices } = this;
    const length = Math.min(prices.length, ROUND * Math.ceil(sample / ROUND));
    return this.module.limitWith(values.byteOffset, prices.byteOffset, length, wanted, highest);
  }

  /**
   * Picks the columns that leave more than some points.
   *
   * @param limit when it is negative, columns where there is no pair may be picked
   * @param most  most columns that are picked, give or take 16; all when absent
   * @returns how many there are; `-1` when they are too many
   */
  pick(limit: number, most = this.prices.length + ROUND): number {
    const { values, prices, picked } = this;
    return this.module.pick(
      values.byteOffset,
      prices.byteOffset,
      prices.length,
      Math.max(-FAR, Math.min(limit, FAR)),
      picked.byteOffset,
      most,
    );
  }
}
