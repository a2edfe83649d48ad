import { instantiate, wasmMemory } from '#kernel';
import { CODE } from './generated/check-rows.js';
import { INFEASIBLE } from './problem.js';
import type { MentorSpec } from './problem.js';
import { ScoreDigest } from './score-digest.js';

/** What a check has to know of a row of scores, one row at a time. */
export interface RowScan {
  /** Where the scores are to be written. */
  readonly row: Int32Array;
  /** Two checksums, see `ScoreDigest`. */
  readonly digest: Uint32Array;
  /** The lowest score; `-1` at most. */
  readonly lowest: number;
  /** The highest score; `-1` when nothing is possible. */
  readonly highest: number;
  /** Pairs that no hard rule excludes. */
  readonly feasible: number;
  /** Looks at the row: from now on the figures are its own. */
  look(): void;
  /** Turns scores below `least` into `-1`. */
  clip(least: number): void;
  /** Whether pairs of `least` points or more may be worth more than their two prices; surely not when false. */
  mayExceed(scoreWeight: number, price: number, least: number): boolean;
}

/** From so many mentors on WebAssembly pays. */
const MENTORS_FOR_WASM = 512;

/** @param prices of the mentors; null where there are none */
export function rowScan(mentors: readonly MentorSpec[], prices: Float64Array | null): RowScan {
  return mentors.length < MENTORS_FOR_WASM ? new PlainRowScan(mentors) : new WasmRowScan(mentors, prices);
}

/** For small cohorts, and to compare the other with. */
export class PlainRowScan implements RowScan {
  readonly row: Int32Array;
  readonly digest = new Uint32Array(2);
  lowest = INFEASIBLE;
  highest = INFEASIBLE;
  feasible = 0;
  private readonly digests: ScoreDigest;

  constructor(mentors: readonly MentorSpec[]) {
    this.row = new Int32Array(mentors.length);
    this.digests = new ScoreDigest(mentors);
  }

  look(): void {
    const { row, digest } = this;
    this.digests.write(row, digest, 0);
    let [lowest, highest, feasible] = [INFEASIBLE, INFEASIBLE, 0];
    for (let mentor = 0; mentor < row.length; mentor++) {
      const score = row[mentor] as number;
      if (score < lowest) lowest = score;
      if (score > highest) highest = score;
      if (score >= 0) feasible++;
    }
    this.lowest = lowest;
    this.highest = highest;
    this.feasible = feasible;
  }

  clip(least: number): void {
    const { row } = this;
    for (let mentor = 0; mentor < row.length; mentor++)
      if ((row[mentor] as number) < least) row[mentor] = INFEASIBLE;
  }

  mayExceed(): boolean {
    return true;
  }
}

/** See `assembly/check-rows.ts`. */
interface ScanModule {
  readonly scan: (row: number, first: number, second: number, length: number, out: number) => void;
  readonly clip: (row: number, length: number, least: number) => void;
  readonly exceeds: (
    row: number,
    prices: number,
    length: number,
    scoreWeight: number,
    price: number,
    least: number,
  ) => number;
}

/** Scores that are looked at together. */
const ROUND = 4;
const FIGURES = 5;

/** Four scores at a time, by instructions that JavaScript has no way to ask for. */
export class WasmRowScan implements RowScan {
  readonly row: Int32Array;
  readonly digest: Uint32Array;
  private readonly figures: Int32Array;
  private readonly prices: Float64Array;
  private readonly first: Int32Array;
  private readonly second: Int32Array;
  private readonly module: ScanModule;
  private readonly length: number;

  constructor(mentors: readonly MentorSpec[], prices: Float64Array | null) {
    const length = ROUND * Math.ceil(mentors.length / ROUND);
    const memory = wasmMemory(8 * length + 3 * 4 * length + 4 * FIGURES);
    const words = (index: number, count: number): Int32Array =>
      new Int32Array(memory.buffer, 8 * length + index * 4 * length, count);
    this.length = length;
    this.prices = new Float64Array(memory.buffer, 0, length);
    if (prices !== null) this.prices.set(prices);
    // The scores beyond the last are those of pairs that can't be made, and have no part in a checksum.
    words(0, length).fill(INFEASIBLE);
    this.row = words(0, mentors.length);
    this.first = words(1, length);
    this.second = words(2, length);
    const digests = new ScoreDigest(mentors);
    this.first.set(digests.first);
    this.second.set(digests.second);
    this.figures = words(3, FIGURES);
    this.digest = new Uint32Array(memory.buffer, this.figures.byteOffset, 2);
    this.module = instantiate(CODE, memory) as ScanModule;
  }

  get lowest(): number {
    return this.figures[2] as number;
  }

  get highest(): number {
    return this.figures[3] as number;
  }

  get feasible(): number {
    return this.figures[4] as number;
  }

  look(): void {
    const { row, first, second, figures, length } = this;
    this.module.scan(row.byteOffset, first.byteOffset, second.byteOffset, length, figures.byteOffset);
  }

  clip(least: number): void {
    this.module.clip(this.row.byteOffset, this.length, least);
  }

  mayExceed(scoreWeight: number, price: number, least: number): boolean {
    const { row, prices, length } = this;
    return this.module.exceeds(row.byteOffset, prices.byteOffset, length, scoreWeight, price, least) !== 0;
  }
}
