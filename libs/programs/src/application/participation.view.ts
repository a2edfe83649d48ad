import type { ParticipationState, ProgramRole } from '../program-actor.js';

/** How somebody came into a program. */
export type ParticipationSource = 'founder' | 'invitation' | 'application' | 'import';

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
  readonly applicationNote: string | null;
  readonly decisionNote: string | null;
  readonly privacyConfirmedAt: Date | null;
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
