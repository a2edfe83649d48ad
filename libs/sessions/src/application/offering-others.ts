import { constraintOf, sqlStateOf } from '#database';
import { SessionDoubleBookedError, TimeNotFreeError } from '../sessions.errors.js';

const EXCLUSION_VIOLATION = '23P01';

/** The wanted time does not suit; thrown inside a transaction, before alternatives are looked for. */
export class NotCommonlyFree extends Error {}

/**
 * Runs work that takes a time, and refuses with other free times when it can't be had.
 *
 * Alternatives are read after the transaction has ended, because a violated constraint leaves none to read in.
 *
 * @throws TimeNotFreeError, SessionDoubleBookedError, and whatever else the work throws
 */
export async function offeringOthers<T>(
  work: () => Promise<T>,
  alternatives: () => Promise<readonly Date[]>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotCommonlyFree) throw new TimeNotFreeError(await alternatives());
    const taken =
      sqlStateOf(error) === EXCLUSION_VIOLATION &&
      constraintOf(error) === 'session_attendee_no_double_booking';
    if (taken) throw new SessionDoubleBookedError(await alternatives());
    throw error;
  }
}
