import { fail, ok } from '#kernel';
import type { Result } from '#kernel';
import { clockOfMinute } from './format-windows.js';
import { normaliseWindows } from './normalise-windows.js';
import { MINUTES_A_DAY, WEEKDAYS } from './weekly-window.js';
import type { Weekday, WeeklyWindow } from './weekly-window.js';

/** A piece of availability text that can't be read. */
export interface WindowProblem {
  /** The piece as it was written. */
  readonly piece: string;
  /** Which piece it is, counted from 1. */
  readonly position: number;
  /** What is wrong and what to write. */
  readonly message: string;
}

const EXAMPLE = 'MO 18:00-20:00';
const PIECE = /^([A-Za-z]+)\.?\s+(\d{1,2})[:.](\d{2})\s*(?:-|\u2013|\u2014|to)\s*(\d{1,2})[:.](\d{2})$/;
const DAY_NAMES: Readonly<Record<string, Weekday>> = {
  ...Object.fromEntries(WEEKDAYS.map((day) => [day, day])),
  ...{ MON: 'MO', TUE: 'TU', TUES: 'TU', WED: 'WE', THU: 'TH', THUR: 'TH', THURS: 'TH', FRI: 'FR' },
  ...{ SAT: 'SA', SUN: 'SU', MONDAY: 'MO', TUESDAY: 'TU', WEDNESDAY: 'WE', THURSDAY: 'TH' },
  ...{ FRIDAY: 'FR', SATURDAY: 'SA', SUNDAY: 'SU' },
};

/**
 * Reads weekly windows such as `MO 18:00-20:00; WE 12:30-14:00`.
 *
 * Pieces end at `;` or at a line's end; English day names, small letters and a long dash are understood; empty text
 * is no window. The result is sorted and joined (`normaliseWindows`). All pieces are read before it refuses, so that
 * every problem is reported at once.
 */
export function parseWeeklyWindows(text: string): Result<WeeklyWindow[], WindowProblem[]> {
  const windows: WeeklyWindow[] = [];
  const problems: WindowProblem[] = [];
  const pieces = text
    .split(/[;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  pieces.forEach((piece, index) => {
    const read = parsePiece(piece);
    if (read.ok) windows.push(read.value);
    else problems.push({ piece, position: index + 1, message: read.error });
  });
  return problems.length > 0 ? fail(problems) : ok(normaliseWindows(windows));
}

function parsePiece(piece: string): Result<WeeklyWindow, string> {
  const match = PIECE.exec(piece);
  if (match === null) return fail(`"${piece}" is not a weekly window: write it like "${EXAMPLE}".`);
  const [, day = '', startHour, startMinutes, endHour, endMinutes] = match;
  const weekday = DAY_NAMES[day.toUpperCase()];
  if (weekday === undefined) return fail(`"${day}" is not a weekday: write one of ${WEEKDAYS.join(', ')}.`);
  const startMinute = minuteOf(Number(startHour), Number(startMinutes));
  const endMinute = minuteOf(Number(endHour), Number(endMinutes));
  if (startMinute === null || endMinute === null) {
    return fail(`"${piece}" has a time that no clock shows: write hours 00 to 24 and minutes 00 to 59.`);
  }
  return checkOrder({ weekday, startMinute, endMinute });
}

function checkOrder(window: WeeklyWindow): Result<WeeklyWindow, string> {
  const { weekday, startMinute, endMinute } = window;
  if (endMinute > startMinute) return ok(window);
  if (endMinute === startMinute) {
    return fail(`The window ends when it starts: write a later end, as in "${EXAMPLE}".`);
  }
  const start = clockOfMinute(startMinute);
  if (startMinute === MINUTES_A_DAY) {
    return fail(`A window can't start at 24:00: write 00:00 of the next day.`);
  }
  const tonight = `${weekday} ${start}-24:00`;
  if (endMinute === 0) return fail(`The window ends before it starts: for midnight write "${tonight}".`);
  const tomorrow = `${nextDay(weekday)} 00:00-${clockOfMinute(endMinute)}`;
  return fail(
    `The window ends before it starts: write a later end, or across midnight "${tonight}; ${tomorrow}".`,
  );
}

function minuteOf(hours: number, minutes: number): number | null {
  const minute = hours * 60 + minutes;
  return minutes > 59 || minute > MINUTES_A_DAY ? null : minute;
}

function nextDay(weekday: Weekday): Weekday {
  return WEEKDAYS[(WEEKDAYS.indexOf(weekday) + 1) % WEEKDAYS.length] ?? weekday;
}
