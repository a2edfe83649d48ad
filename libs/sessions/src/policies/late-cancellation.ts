const HOUR_MS = 3_600_000;

/** Whether a cancellation comes so late that the other person has probably kept the time free in vain. */
export function isLateCancellation(
  startsAt: Date,
  cancelledAt: Date,
  lateCancellationHours: number,
): boolean {
  return startsAt.getTime() - cancelledAt.getTime() <= lateCancellationHours * HOUR_MS;
}
