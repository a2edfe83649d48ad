import type { Market } from './market.js';

/** Makes a buffer of so many bytes; threads can share what it makes when it makes buffers that are shared. */
export type Allocate = (bytes: number) => ArrayBufferLike;

/** The arrays behind short lists and the prices they are made at: plain data that threads can share. */
export interface ListStore {
  /** Where the list of each row starts; it has `count[row]` entries. */
  readonly start: Int32Array;
  readonly count: Int32Array;
  readonly column: Int32Array;
  readonly value: Int16Array;
  /** What each entry left when the list was made. */
  readonly left: Float64Array;
  /** A limit on what any column outside the list left the row then. */
  readonly beyond: Float64Array;
  /** 1 for the rows whose list has been made. */
  readonly isMade: Uint8Array;
  /** What a place at each column costs, in units of worth. */
  readonly exact: Float64Array;
  /** The same in whole points of value, rounded down: for comparing many columns at once. */
  readonly points: Int32Array;
}

/** Most columns in the list of a row that is to have one pair. */
const LENGTH = 40;

/** Arrays for all rows of a market, empty. */
export function listStore({ units, room, values }: Market, allocate: Allocate): ListStore {
  const rows = units.length;
  const start = new Int32Array(allocate(4 * (rows + 1)));
  for (let row = 0; row < rows; row++) {
    const length = Math.min(values.columns, LENGTH + 2 * (units[row] as number));
    start[row + 1] = (start[row] as number) + length;
  }
  const entries = start[rows] as number;
  return {
    start,
    count: new Int32Array(allocate(4 * rows)),
    column: new Int32Array(allocate(4 * entries)),
    value: new Int16Array(allocate(2 * entries)),
    left: new Float64Array(allocate(8 * entries)),
    // A list that was never made limits nothing.
    beyond: new Float64Array(allocate(8 * rows)).fill(Infinity),
    isMade: new Uint8Array(allocate(rows)),
    exact: new Float64Array(allocate(8 * room.length)),
    points: new Int32Array(allocate(4 * room.length)),
  };
}
