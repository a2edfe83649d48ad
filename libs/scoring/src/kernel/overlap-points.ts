import { partOf } from '../integers.js';
import { NEVER } from './cells.js';
import type { PackedOverlap } from './packed-people.js';

/** Points, or `NEVER`, for so many minutes shared over the term. */
export function overlapPoints(
  { weeks, outOf, needed, least }: Pick<PackedOverlap, 'weeks' | 'outOf' | 'needed' | 'least'>,
  total: number,
): number {
  const minutes = Math.floor(total / weeks);
  return least !== null && minutes < least ? NEVER : partOf(outOf, minutes, needed);
}
