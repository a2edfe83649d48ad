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

/** Finds the columns that leave a row the most: sixteen at a time, by instructions that JavaScript has no way to ask for. */
export class ColumnPicker {
  /** The columns picked last, the lowest first. */
  readonly picked: Int32Array;
  private readonly values: Int32Array;
  private readonly prices: Int32Array;
  private readonly module: PickModule;

  /** @param most most columns that are picked */
  constructor(
    columns: number,
    private readonly most: number,
  ) {
    const length = ROUND * Math.ceil(columns / ROUND);
    const memory = wasmMemory(BYTES * (2 * length + most));
    // No column beyond the last is worth anything.
    this.values = new Int32Array(memory.buffer, 0, length).fill(-1);
    this.prices = new Int32Array(memory.buffer, this.values.byteLength, length);
    this.picked = new Int32Array(memory.buffer, 2 * this.values.byteLength, most);
    this.module = instantiate<PickModule>(CODE, memory);
  }

  /** Takes over what the columns of a row are worth, negative where there is no pair, and what they cost, in points. */
  load(values: Int32Array, prices: Int32Array): void {
    this.values.set(values);
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
    const length = Math.min(values.length, ROUND * Math.ceil(sample / ROUND));
    return this.module.limitWith(values.byteOffset, prices.byteOffset, length, wanted, highest);
  }

  /**
   * Picks the columns that leave more than some points.
   *
   * @param limit not negative
   * @returns how many there are; `-1` when they are too many
   */
  pick(limit: number): number {
    const { values, prices, picked } = this;
    return this.module.pick(
      values.byteOffset,
      prices.byteOffset,
      values.length,
      limit,
      picked.byteOffset,
      this.most,
    );
  }
}
