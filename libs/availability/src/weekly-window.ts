/** The days of a week as calendars abbreviate them, Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

/** Minutes in a local day; as an end it is written 24:00. */
export const MINUTES_A_DAY = 1440;

/**
 * A time that usually suits, in the wall-clock time of its owner's zone.
 *
 * Half-open, in minutes after local midnight: `0 <= startMinute < endMinute <= 1440`. A time across midnight is
 * two windows (`MO 22:00-24:00; TU 00:00-02:00`).
 */
export interface WeeklyWindow {
  readonly weekday: Weekday;
  readonly startMinute: number;
  readonly endMinute: number;
}

/** Weekly windows together with the IANA zone in which they are meant. */
export interface ZonedWindows {
  readonly windows: readonly WeeklyWindow[];
  readonly timeZone: string;
}
