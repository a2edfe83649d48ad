import { WEEK_MINUTES } from './term-clock.js';
import { MINUTES_A_DAY, WEEKDAYS } from './weekly-window.js';
import type { WeeklyWindow } from './weekly-window.js';

/**
 * Weekly windows as minutes after Monday 00:00: starts and ends in turn, sorted, joined where they overlap or touch,
 * cut at the end of the week.
 */
export function weekMinutes(windows: readonly WeeklyWindow[]): number[] {
  const pieces: [number, number][] = [];
  for (const { weekday, startMinute, endMinute } of windows) {
    const midnight = WEEKDAYS.indexOf(weekday) * MINUTES_A_DAY;
    const start = midnight + startMinute;
    const end = midnight + endMinute;
    if (start < end) pieces.push([start, Math.min(end, WEEK_MINUTES)]);
    if (end > WEEK_MINUTES) pieces.push([0, end - WEEK_MINUTES]);
  }
  pieces.sort((a, b) => a[0] - b[0]);
  const bounds: number[] = [];
  for (const [start, end] of pieces) {
    const last = bounds.at(-1);
    if (last !== undefined && start <= last) bounds[bounds.length - 1] = Math.max(last, end);
    else bounds.push(start, end);
  }
  return bounds;
}
