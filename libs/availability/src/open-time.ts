import type { Interval } from './interval.js';
import { DAY_MS } from './local-date.js';
import { instantOfLocal, localOfInstant } from './local-time.js';
import { isClosedDay, type ZonedCalendar } from './working-days.js';
import { offsetRegimes } from './zone-offsets.js';

/**
 * The same local time so many days later. Days of closed weeks do not count, and it never falls into one; weekends
 * count, unlike in `addWorkingDays`.
 *
 * @param instant milliseconds
 * @param days whole number, 1 or more
 * @throws RangeError when the zone or a date does not exist
 */
export function addOpenDays(instant: number, days: number, calendar: ZonedCalendar): number {
  const isClosed = isClosedDay(calendar);
  const local = localOfInstant(instant, offsetRegimes(calendar.zone, instant, instant));
  let day = Math.floor(local / DAY_MS);
  const sinceMidnight = local - day * DAY_MS;
  for (let left = days; left > 0;) {
    day += 1;
    if (!isClosed(day)) left -= 1;
  }
  return instantAt(day * DAY_MS + sinceMidnight, calendar.zone);
}

/**
 * The time outside closed weeks from an instant on, as long as so many days together, in order.
 *
 * @throws RangeError when the zone or a date does not exist
 */
export function openTime(from: number, days: number, calendar: ZonedCalendar): Interval[] {
  const end = addOpenDays(from, days, calendar);
  const isClosed = isClosedDay(calendar);
  const dayOf = (instant: number): number =>
    Math.floor(localOfInstant(instant, offsetRegimes(calendar.zone, instant, instant)) / DAY_MS);
  const spans: Interval[] = [];
  let start: number | null = null;
  for (let day = dayOf(from), last = dayOf(end); day <= last; day += 1) {
    const midnight = Math.max(from, instantAt(day * DAY_MS, calendar.zone));
    if (isClosed(day)) {
      if (start !== null) spans.push({ start, end: midnight });
      start = null;
    } else start ??= midnight;
  }
  if (start !== null && start < end) spans.push({ start, end });
  return spans;
}

function instantAt(local: number, zone: string): number {
  return instantOfLocal(local, offsetRegimes(zone, local, local));
}
