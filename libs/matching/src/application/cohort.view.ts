import type { CohortSettings } from './cohort-settings.js';

/** A round as admins see it. */
export interface CohortView extends CohortSettings {
  readonly id: string;
  readonly state: string;
  readonly mentors: number;
  readonly mentees: number;
  /** The run under way or the newest one. */
  readonly latestRunId: string | null;
  readonly publishedRunId: string | null;
  /** The round that this one repeats. */
  readonly sourceCohortId: string | null;
  readonly createdAt: Date;
  readonly version: number;
}

/** Why somebody enrolled can't be matched at present, or may be matched badly. */
export type ReadinessProblem =
  | 'not-approved'
  | 'paused'
  | 'away'
  | 'left'
  | 'not-confirmed'
  | 'not-claimed'
  | 'no-profile'
  | 'no-free-place'
  | 'has-mentor'
  | 'no-skills-or-goals'
  | 'no-availability';

/** Somebody enrolled, with what is in the way of a match. */
export interface CohortMemberView {
  readonly participationId: string;
  readonly role: 'mentor' | 'mentee';
  readonly name: string;
  readonly state: string;
  /** Nothing that keeps this person out of a run. */
  readonly ready: boolean;
  readonly problems: readonly ReadinessProblem[];
  readonly freePlaces: number;
  /** Joined after the enrolment had closed. */
  readonly late: boolean;
  readonly roundsWaited: number;
  readonly priority: number;
}

/** An admin's word on a pair. */
export interface PairOverrideView {
  readonly mentorId: string;
  readonly mentorName: string;
  readonly menteeId: string;
  readonly menteeName: string;
  readonly kind: 'lock' | 'forbid';
  readonly note: string | null;
}
