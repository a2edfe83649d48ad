import { createHash } from 'node:crypto';

/** SHA-256 (hex) of values, whatever the order of the keys of their objects. */
export function canonicalHash(...values: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(values)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
