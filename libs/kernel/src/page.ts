/** A page of a list, in a fixed order; `nextCursor` is opaque and null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** What a caller asks of a list. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor: string | null;
}

/**
 * Cuts a page out of `limit + 1` rows.
 *
 * @param rows at most `limit + 1` rows, in the list's order
 * @param limit size of the page
 * @param cursorOf makes the cursor that continues after a row
 */
export function toPage<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
