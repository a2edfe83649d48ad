import type { WeeklyWindow } from '#availability';
import type { ParticipationState } from '#programs';
import type { FieldValue, MeetingFormat, SpokenLanguage, WorkingStyle } from '#scoring';
import type { ProfileException, ProfileRole } from '../application/profile.view.js';

/** A profile with its participation and person. */
export interface ProfileRow {
  id: string;
  participation_id: string;
  program_id: string;
  account_id: string;
  role: ProfileRole;
  state: ParticipationState;
  name: string;
  email: string;
  external_id: string | null;
  headline: string;
  about: string;
  country: string | null;
  city: string | null;
  organisation: string | null;
  department: string | null;
  grade: string | null;
  manager_email: string | null;
  years_experience: number | null;
  languages: SpokenLanguage[];
  goals: string[];
  goal_statement: string;
  capacity: number;
  time_zone: string;
  windows: WeeklyWindow[];
  exceptions: ProfileException[];
  away_until: Date | null;
  format: MeetingFormat;
  working_style: WorkingStyle | null;
  /** Values of the program's own fields, by key. */
  fields: Record<string, FieldValue>;
  updated_at: Date;
  version: number;
}

/** A profile with the keys of those fields that everybody reads. */
export interface ProfilePageRow extends ProfileRow {
  public_fields: string[];
}

/** A skill of a profile. */
export interface ProfileSkillRow {
  profile_id: string;
  skill_id: string;
  level: number | null;
  priority: number | null;
}

/** What a match run reads of a profile. */
export interface MatchingRow extends ProfileRow {
  confirmed: boolean;
  manager_id: string | null;
}

/** What scoring reads of a profile. */
export type ScoringRow = Pick<
  MatchingRow,
  | 'id'
  | 'participation_id'
  | 'account_id'
  | 'manager_id'
  | 'manager_email'
  | 'name'
  | 'country'
  | 'city'
  | 'organisation'
  | 'department'
  | 'grade'
  | 'years_experience'
  | 'languages'
  | 'goals'
  | 'capacity'
  | 'time_zone'
  | 'windows'
  | 'format'
  | 'working_style'
  | 'fields'
>;

/** The skills of a profile in its row. */
export interface WithSkills {
  skills: readonly Omit<ProfileSkillRow, 'profile_id'>[];
}

/** A mentor's profile with what decides whether it may be shown. */
export interface MentorFactsRow extends ScoringRow, WithSkills {
  state: ParticipationState;
  confirmed: boolean;
  away_until: Date | null;
  headline: string;
}

/** A mentee's profile with what decides whether it may be ranked for. */
export type MenteeFactsRow = Omit<MentorFactsRow, 'away_until' | 'headline'>;

/** A profile with what decides who may see it. */
export interface ShownRow extends ProfilePageRow, WithSkills {
  privacy_confirmed_at: Date | null;
}
