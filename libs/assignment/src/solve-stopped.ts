import type { SolveRefusal } from './result.js';

/** Unwinds a run that cannot go on; caught at the door of the library, never seen outside. */
export class SolveStopped extends Error {
  constructor(readonly refusal: SolveRefusal) {
    super(refusal.code);
  }
}
