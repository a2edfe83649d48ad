const FIRST_SECONDS = 15;
const LONGEST_SECONDS = 900;

/**
 * Seconds until the next attempt: doubling from 15 s to 15 min, and up to a fifth more by the id, so that mails which
 * failed together do not all come back together.
 */
export function retryDelaySeconds(deliveryId: string, attempts: number): number {
  const base = Math.min(FIRST_SECONDS * 2 ** Math.max(0, attempts - 1), LONGEST_SECONDS);
  const spread = Number.parseInt(deliveryId.slice(-4), 16) / 0xffff;
  return Math.round(base * (1 + spread / 5));
}
