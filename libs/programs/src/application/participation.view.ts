import type { ParticipationState, ProgramRole } from '../program-actor.js';

/** How somebody came into a program. */
export type ParticipationSource = 'founder' | 'invitation' | 'application' | 'import';

/** Why the program itself paused somebody: they were missing in a full list of their role. */
export type PauseReason = 'not-in-roster';

/** A participation with the person behind it, as admins and the person see it. */
export interface ParticipationView {
  readonly id: string;
  readonly programId: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: ProgramRole;
  readonly state: ParticipationState;
  readonly source: ParticipationSource;
  /** Null when a person paused it, or when it isn't paused. */
  readonly pauseReason: PauseReason | null;
  readonly applicationNote: string | null;
  readonly decisionNote: string | null;
  readonly privacyConfirmedAt: Date | null;
  /** Where they are, as the program calls it. */
  readonly site: string | null;
  /** The only site that a coordinator sees to; null for all. */
  readonly limitedToSite: string | null;
  readonly stateChangedAt: Date;
  readonly createdAt: Date;
  readonly version: number;
}

/** How many people a program has, by role and state; what a sponsor may know. */
export interface ParticipationCount {
  readonly role: ProgramRole;
  readonly state: ParticipationState;
  readonly count: number;
}
