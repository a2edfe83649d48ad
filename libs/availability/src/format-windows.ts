import { normaliseWindows } from './normalise-windows.js';
import type { WeeklyWindow } from './weekly-window.js';

/** Writes windows in the form that `parseWeeklyWindows` reads: `MO 18:00-20:00; WE 12:30-14:00`, sorted, joined. */
export function formatWeeklyWindows(windows: readonly WeeklyWindow[]): string {
  return normaliseWindows(windows)
    .map(
      ({ weekday, startMinute, endMinute }) =>
        `${weekday} ${clockOfMinute(startMinute)}-${clockOfMinute(endMinute)}`,
    )
    .join('; ');
}

/** Minutes after midnight as `HH:MM`; 1440 is `24:00`. */
export function clockOfMinute(minute: number): string {
  const hours = String(Math.floor(minute / 60)).padStart(2, '0');
  return `${hours}:${String(minute % 60).padStart(2, '0')}`;
}
