import type { PauseReason } from '../application/participation.view.js';
import type { ParticipationState, ProgramRole } from '../program-actor.js';

/** A participation with the name of its program. */
export interface MembershipRow {
  program_id: string;
  name: string;
  description: string;
  time_zone: string;
  id: string;
  role: ProgramRole;
  state: ParticipationState;
}

/** A participation with the person behind it. */
export interface ParticipationRow {
  id: string;
  program_id: string;
  account_id: string;
  name: string;
  email: string;
  role: ProgramRole;
  state: ParticipationState;
  source: string;
  pause_reason: PauseReason | null;
  application_note: string | null;
  decision_note: string | null;
  privacy_confirmed_at: Date | null;
  site: string | null;
  limited_to_site: string | null;
  state_changed_at: Date;
  created_at: Date;
  version: number;
}

/** What a bulk enrolment found or made. */
export interface EnrolledRow {
  id: string;
  account_id: string;
  state: ParticipationState;
}
