import type { Interval } from './interval.js';
import { DAY_MS, MINUTE_MS } from './local-date.js';
import { offsetMsAt } from './zone-offsets.js';

const DAY_STARTS = 7 * 60;
const DAY_ENDS = 22 * 60;
const DAY = DAY_MS / MINUTE_MS;

/**
 * How odd the hour of a meeting is for those who attend; 0 when it lies between 07:00 and 22:00 for everybody.
 *
 * For each zone: the minutes by which the meeting's start or end, whichever is worse, lies outside 07:00–22:00
 * local, squared, so that a burden shared is smaller than one carried alone. Sort slots by it, then by start.
 */
export function hourFairness(slot: Interval, zones: readonly string[]): number {
  return zones.reduce((sum, zone) => {
    const minutes = Math.max(minutesOutside(slot.start, zone), minutesOutside(slot.end, zone));
    return sum + minutes ** 2;
  }, 0);
}

/** Whether any of a meeting's start or end lies before 07:00 or after 22:00 on a zone's clock. */
export function isOddHour(slot: Interval, zone: string): boolean {
  return hourFairness(slot, [zone]) > 0;
}

function minutesOutside(instant: number, zone: string): number {
  const minute = Math.floor((instant + offsetMsAt(zone, instant)) / MINUTE_MS);
  const ofDay = ((minute % DAY) + DAY) % DAY;
  if (ofDay >= DAY_STARTS && ofDay <= DAY_ENDS) return 0;
  const untilDay = (DAY_STARTS - ofDay + DAY) % DAY;
  const sinceDay = (ofDay - DAY_ENDS + DAY) % DAY;
  return Math.min(untilDay, sinceDay);
}
