import { WEEKDAYS } from './weekly-window.js';
import type { WeeklyWindow } from './weekly-window.js';

/**
 * Sorts windows from Monday to Sunday and joins those of one day that overlap or touch.
 *
 * Windows of two days stay two, also when they meet at midnight.
 */
export function normaliseWindows(windows: readonly WeeklyWindow[]): WeeklyWindow[] {
  const merged: WeeklyWindow[] = [];
  for (const window of [...windows].sort(byDayAndStart)) {
    const last = merged.at(-1);
    if (last?.weekday === window.weekday && window.startMinute <= last.endMinute) {
      merged[merged.length - 1] = { ...last, endMinute: Math.max(last.endMinute, window.endMinute) };
    } else {
      merged.push({
        weekday: window.weekday,
        startMinute: window.startMinute,
        endMinute: window.endMinute,
      });
    }
  }
  return merged;
}

function byDayAndStart(a: WeeklyWindow, b: WeeklyWindow): number {
  return WEEKDAYS.indexOf(a.weekday) - WEEKDAYS.indexOf(b.weekday) || a.startMinute - b.startMinute;
}
