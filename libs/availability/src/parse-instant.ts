import { isLocalDate } from './local-date.js';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads an instant of RFC 3339 such as `2027-03-02T18:00+01:00`; null for everything else.
 *
 * The offset is required: without it nobody knows which moment is meant. Dates that the calendar does not have and
 * the hour 24 are refused rather than rolled over.
 */
export function parseInstant(text: string): Date | null {
  const match = INSTANT.exec(text);
  if (match === null) return null;
  const [, date, hour, minute, second, , offset] = match;
  if (date === undefined || !isLocalDate(date)) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  if (offset !== 'Z' && !isOffset(offset ?? '')) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : new Date(instant);
}

/** Offsets on Earth lie between -12:00 and +14:00. */
function isOffset(offset: string): boolean {
  const [hours, minutes] = offset.slice(1).split(':').map(Number);
  return (hours ?? 99) <= 14 && (minutes ?? 99) <= 59;
}
