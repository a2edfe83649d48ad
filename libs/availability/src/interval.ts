/** A stretch of real time: instants in milliseconds since 1970, half-open. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/**
 * Sorts intervals by start, joins those that overlap or touch, and drops empty ones.
 *
 * The other functions of this file return lists of this form.
 */
export function union(...lists: readonly (readonly Interval[])[]): Interval[] {
  const sorted = lists
    .flat()
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const joined: Interval[] = [];
  for (const { start, end } of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else {
      joined.push({ start, end });
    }
  }
  return joined;
}

/** What lies in both lists. Each must be sorted and without overlaps, as `union` returns it. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const common: Interval[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a[i];
    const right = b[j];
    if (left === undefined || right === undefined) return common;
    const start = Math.max(left.start, right.start);
    const end = Math.min(left.end, right.end);
    if (start < end) common.push({ start, end });
    if (left.end <= right.end) i += 1;
    else j += 1;
  }
}

/** What lies in `from` and not in `taken`. Each must be sorted and without overlaps, as `union` returns it. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let next = 0;
  for (const { start, end } of from) {
    let cursor = start;
    while (next < taken.length && (taken[next]?.end ?? Infinity) <= start) next += 1;
    for (let k = next; k < taken.length; k += 1) {
      const hole = taken[k];
      if (hole === undefined || hole.start >= end) break;
      if (hole.start > cursor) left.push({ start: cursor, end: hole.start });
      cursor = Math.max(cursor, hole.end);
    }
    if (cursor < end) left.push({ start: cursor, end });
  }
  return left;
}
