import type { ShortLists } from './short-lists.js';

/** Columns of a row, the best first, with what they are worth to it. */
export interface RowList {
  readonly columns: Int32Array;
  readonly values: Int16Array;
}

/** The short list of a row as it was made; seen, not copied. */
export function rowList(lists: ShortLists, row: number): RowList {
  const columns = lists.columnsOf(row);
  const first = lists.start[row] as number;
  return { columns, values: lists.value.subarray(first, first + columns.length) };
}
