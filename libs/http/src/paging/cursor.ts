import { InvalidInputError } from '../problem/http.errors.js';

/** What a part of a sort key is: a UUID, a 32-bit number, an instant (ISO 8601, UTC) or any text. */
export type CursorPart = 'id' | 'integer' | 'instant' | 'text';

/** The values of a sort key. */
export type CursorValues<K extends readonly CursorPart[]> = {
  [I in keyof K]: K[I] extends 'integer' ? number : string;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const fits: Readonly<Record<CursorPart, (value: unknown) => boolean>> = {
  id: (value) => typeof value === 'string' && UUID.test(value),
  integer: (value) => typeof value === 'number' && (value | 0) === value,
  instant: (value) =>
    typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(new Date(value).getTime()),
  text: (value) => typeof value === 'string' && !value.includes('\0') && value.isWellFormed(),
};

/** An opaque cursor from the sort key of the last row. */
export function encodeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');
}

/**
 * The sort key in a cursor. Anybody can make one up, so every part is checked before it reaches the database.
 *
 * @param kinds what the parts of the list's sort key are
 * @returns null when there is no cursor
 * @throws InvalidInputError for a cursor that is not ours
 */
export function decodeCursor<const K extends readonly CursorPart[]>(
  cursor: string | null,
  kinds: K,
): CursorValues<K> | null {
  if (cursor === null) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(parts) &&
      parts.length === kinds.length &&
      kinds.every((kind, index) => fits[kind](parts[index]))
    )
      return parts as unknown as CursorValues<K>;
  } catch {
    // Not ours; told below.
  }
  throw new InvalidInputError([
    { path: 'cursor', message: 'Use the nextCursor of the page before, unchanged.' },
  ]);
}
