import { InvalidInputError } from '../problem/http.errors.js';

/** An opaque cursor from the sort key of the last row. */
export function encodeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');
}

/**
 * The sort key in a cursor.
 *
 * @param length how many parts the list's cursor has
 * @returns null when there is no cursor
 * @throws InvalidInputError for a cursor that is not ours
 */
export function decodeCursor(cursor: string | null, length: number): (string | number)[] | null {
  if (cursor === null) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const valid =
      Array.isArray(parts) &&
      parts.length === length &&
      parts.every((part) => ['string', 'number'].includes(typeof part));
    if (valid) return parts as (string | number)[];
  } catch {
    // Not ours; told below.
  }
  throw new InvalidInputError([
    { path: 'cursor', message: 'Use the nextCursor of the page before, unchanged.' },
  ]);
}
