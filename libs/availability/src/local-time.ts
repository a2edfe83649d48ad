import type { OffsetRegime } from './zone-offsets.js';

/**
 * The instant at which a zone's clocks show a local time: the one policy for clock changes of this library.
 *
 * - A local time that clocks skip (a gap) becomes the instant of the change, so a window that starts or ends in a gap
 *   is shortened by what does not exist, and one that lies inside it vanishes.
 * - A local time that clocks show twice (a fold) is its first occurrence, as a start and as an end. A window that
 *   spans the whole fold lasts an hour longer than the clock says, one that ends inside it ends at the first showing.
 *
 * The mapping never goes backwards, so windows that meet on the clock also meet in real time and never overlap.
 *
 * @param localMs the local time read as if it were UTC, in milliseconds
 * @param regimes the zone's offsets around that time, from `offsetRegimes`
 */
export function instantOfLocal(localMs: number, regimes: readonly OffsetRegime[]): number {
  for (const { start, end, offsetMs } of regimes) {
    const instant = localMs - offsetMs;
    if (instant < end) return Math.max(instant, start);
  }
  throw new RangeError('The local time lies after the offsets that were looked up.');
}

/** What a zone's clocks show at an instant, read as if it were UTC, in milliseconds. */
export function localOfInstant(instant: number, regimes: readonly OffsetRegime[]): number {
  for (const { end, offsetMs } of regimes) if (instant < end) return instant + offsetMs;
  throw new RangeError('The instant lies after the offsets that were looked up.');
}
