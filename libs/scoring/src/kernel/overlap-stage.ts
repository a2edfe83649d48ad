import { lanesOf } from './lanes.js';
import type { Lanes } from './lanes.js';
import type { PackedSide } from './packed-people.js';
import type { Stretch } from './stretches.js';

/** What a person shares with everybody in a stretch. */
export interface OverlapStage {
  /** Where `fill` leaves the shared units, two people in a word by position. */
  readonly shared: Int32Array;
  /** What so many units give. */
  readonly points: Int32Array;
  /** Fills `shared`, or adds to the lanes at once what availability gives. */
  readonly fill: (head: number, stretch: Stretch, lanes: Lanes) => void;
}

/** Availability that gives nothing to anybody. */
export const noOverlap = (lines: PackedSide): OverlapStage => ({
  shared: lanesOf(lines.count),
  points: new Int32Array(1),
  fill: () => undefined,
});
