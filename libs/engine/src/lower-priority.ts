import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

const NICE = 10;

/**
 * Lets everything else on the machine go before the calling thread. Linux has a priority for each thread; elsewhere the
 * whole process would be slowed down, mails included, so nothing happens there.
 */
export function lowerPriority(): void {
  try {
    const id = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    if (Number.isInteger(id) && id !== process.pid) setPriority(id, NICE);
  } catch {
    // Another system, or one that does not allow it: the computation competes like everything else.
  }
}
