import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than the work takes on a machine that is not overloaded. */
const LEAST_MS = 80;

/** Runs the work, and answers no sooner than always, so that its time does not say whether there was anything to do. */
export async function evenly(work: () => Promise<void>): Promise<void> {
  await Promise.all([work(), sleep(LEAST_MS)]);
}
