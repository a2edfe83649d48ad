import type { Arena } from './arena.js';

/** Lists of different lengths in one array: list k is `values[start[k] .. start[k + 1])`. */
export interface Ragged {
  readonly start: Int32Array;
  readonly values: Int32Array;
}

/** Lays lists out one after the other. */
export function raggedOf(lists: readonly ArrayLike<number>[], arena: Arena): Ragged {
  const start = arena.int32(lists.length + 1);
  let length = 0;
  lists.forEach((list, index) => {
    length += list.length;
    start[index + 1] = length;
  });
  const values = arena.int32(length);
  lists.forEach((list, index) => {
    values.set(list, start[index]);
  });
  return { start, values };
}
