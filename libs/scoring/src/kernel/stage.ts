import type { Part } from './room.js';
import type { Stretch } from './stretches.js';

/**
 * Sums of people by position, half words: points, `GROUND` once at most, and `NEVER_BIT`. At the end they are the scores, or 0xffff.
 */
export type Sums = Part<Uint16Array>;

/** One step of working out what everybody scores with one person, the head; people are named by position. */
export interface Stage {
  /** Gets ready for a head. */
  readonly prepare: (head: number) => void;
  /** Adds to the sums of a stretch. */
  readonly add: (head: number, stretch: Stretch) => void;
}
