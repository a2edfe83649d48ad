import type { ParticipationState, PauseReason } from '#programs';
import type { MenteeRow, MentorRow } from '#roster';
import type { ProfileToWrite } from '../application/upsert-profiles.js';
import type { SkillToWrite } from './profile.repository.js';

/** Somebody of a list who takes part in its role, with what the list may change. */
export interface KnownPerson {
  readonly email: string;
  readonly participationId: string;
  readonly state: ParticipationState;
  readonly pauseReason: PauseReason | null;
  /** Null while there is no profile. */
  readonly profile: Partial<ProfileToWrite> | null;
  readonly skills: readonly SkillToWrite[];
}

/** A good row of a list of people. */
export interface PersonRecord {
  readonly row: number;
  readonly data: MentorRow | MenteeRow;
}
