import type { Contribution } from '#scoring';
import type { NamedPerson } from './run.view.js';

/** A mentor with a place that is free now. */
export interface NextBestMentor {
  readonly mentor: NamedPerson;
  readonly score: number;
  readonly contributions: readonly Contribution[];
  /** Places that neither a mentorship nor a pair that waits to be published holds. */
  readonly freePlaces: number;
}
