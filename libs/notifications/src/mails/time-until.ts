const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** A duration as people say it, rounded to what matters: `in 40 minutes`, `in 3 hours`, `in 2 days`. */
export function timeUntil(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS));
  if (minutes < HOUR_MINUTES * 1.5) return minutes >= 55 ? 'in about an hour' : say(minutes, 'minute');
  if (minutes < DAY_MINUTES * 1.5) return say(Math.round(minutes / HOUR_MINUTES), 'hour');
  return say(Math.round(minutes / DAY_MINUTES), 'day');
}

function say(count: number, unit: string): string {
  return `in ${count} ${unit}${count === 1 ? '' : 's'}`;
}
