import { canonicalJson } from '#kernel';
import { createHash } from 'node:crypto';

/** SHA-256 (hex) of values, whatever the order of the keys of their objects. */
export function canonicalHash(...values: readonly unknown[]): string {
  return createHash('sha256').update(canonicalJson(values)).digest('hex');
}
