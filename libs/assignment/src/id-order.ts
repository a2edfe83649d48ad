import { compareIds } from './compare-ids.js';

/** Bits that a number holds exactly. */
const EXACT_BITS = 53;

/**
 * Places of ids in order, see {@link compareIds}. Numbers are sorted in the place of texts: of each id some of the code units that
 * follow what all ids begin with, and its place; only ids that agree in these units are compared as texts.
 */
export function idOrder(ids: readonly string[]): Int32Array {
  const places = 2 ** bitsFor(ids.length);
  const { keys, isWhole } = keysOf(ids, EXACT_BITS - bitsFor(ids.length));
  for (let at = 0; at < keys.length; at++) keys[at] = (keys[at] as number) * places + at;
  keys.sort();
  const order = new Int32Array(keys.length);
  for (let nth = 0; nth < keys.length; nth++) order[nth] = (keys[nth] as number) % places;
  if (!isWhole) orderTies(ids, keys, places, order);
  return order;
}

/** Sorts runs of ids with the same key as texts. */
function orderTies(ids: readonly string[], keys: Float64Array, places: number, order: Int32Array): void {
  const keyAt = (nth: number): number => Math.floor((keys[nth] as number) / places);
  for (let first = 0; first < order.length;) {
    let end = first + 1;
    while (end < order.length && keyAt(end) === keyAt(first)) end++;
    if (end > first + 1)
      order.subarray(first, end).sort((a, b) => compareIds(ids[a] as string, ids[b] as string) || a - b);
    first = end;
  }
}

/**
 * A whole number of so many bits for each id, in the order of the ids as far as it goes.
 *
 * @returns also whether different ids have different keys
 */
function keysOf(
  ids: readonly string[],
  bits: number,
): { readonly keys: Float64Array; readonly isWhole: boolean } {
  const keys = new Float64Array(ids.length);
  const longest = ids.reduce((most, { length }) => Math.max(most, length), 0);
  let unit = commonStart(ids);
  for (let left = bits; unit < longest; unit++) {
    const { lowest, highest } = rangeAt(ids, unit);
    const width = bitsFor(highest - lowest + 1);
    if (width > left) break;
    left -= width;
    for (let at = 0; at < keys.length; at++)
      keys[at] = (keys[at] as number) * 2 ** width + codeAt(ids[at] as string, unit) - lowest;
  }
  return { keys, isWhole: unit === longest };
}

/** A code unit; one less than any for an id that has ended, which comes before all that go on. */
function codeAt(id: string, unit: number): number {
  return unit < id.length ? id.charCodeAt(unit) : -1;
}

function rangeAt(
  ids: readonly string[],
  unit: number,
): { readonly lowest: number; readonly highest: number } {
  let lowest = Infinity;
  let highest = -1;
  for (const id of ids) {
    const code = codeAt(id, unit);
    if (code < lowest) lowest = code;
    if (code > highest) highest = code;
  }
  return { lowest, highest };
}

/** How many code units all ids have in common at their start. */
function commonStart(ids: readonly string[]): number {
  const [first = ''] = ids;
  let common = first.length;
  for (const id of ids) {
    let at = 0;
    while (at < common && first.charCodeAt(at) === id.charCodeAt(at)) at++;
    common = at;
  }
  return common;
}

/** Bits for so many different numbers. */
function bitsFor(count: number): number {
  return Math.ceil(Math.log2(Math.max(1, count)));
}
