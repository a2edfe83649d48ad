import type { WeeklyWindow } from '#availability';
import type { ParticipationState } from '#programs';
import type { FieldValue, MeetingFormat, SpokenLanguage, WorkingStyle } from '#scoring';

/** Roles that have a profile. */
export type ProfileRole = 'mentor' | 'mentee';

/** A skill on a profile. A mentor has a level 1–5; a mentee a priority 1–3 (3 = wanted most) and a current level 0–5. */
export interface ProfileSkillView {
  readonly skillId: string;
  readonly name: string;
  readonly level: number | null;
  readonly priority: number | null;
  readonly currentLevel: number | null;
}

/** A date that differs from the weekly windows; without minutes it is the whole day. */
export interface ProfileException {
  readonly date: string;
  readonly kind: 'away' | 'extra';
  readonly startMinute?: number | undefined;
  readonly endMinute?: number | undefined;
}

/** What the people of a program see of each other. */
export interface PublicProfileView {
  readonly participationId: string;
  readonly programId: string;
  readonly role: ProfileRole;
  readonly state: ParticipationState;
  readonly name: string;
  readonly headline: string;
  readonly about: string;
  readonly country: string | null;
  readonly city: string | null;
  readonly organisation: string | null;
  readonly department: string | null;
  readonly yearsExperience: number | null;
  readonly languages: readonly SpokenLanguage[];
  readonly skills: readonly ProfileSkillView[];
  /** Keys of goal areas. */
  readonly goals: readonly string[];
  readonly goalStatement: string;
  readonly capacity: number;
  readonly timeZone: string;
  readonly windows: readonly WeeklyWindow[];
  readonly format: MeetingFormat;
  /** What is in the program's own fields, by key; of others only what everybody reads. */
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** What a list of people shows of each. */
export type ListedProfileView = Pick<
  PublicProfileView,
  | 'participationId'
  | 'name'
  | 'headline'
  | 'country'
  | 'city'
  | 'organisation'
  | 'yearsExperience'
  | 'languages'
  | 'skills'
  | 'goals'
  | 'timeZone'
  | 'format'
>;

/** What the person and the admins see; `workingStyle` is the person's alone. */
export interface FullProfileView extends PublicProfileView {
  readonly id: string;
  readonly accountId: string;
  readonly email: string;
  readonly externalId: string | null;
  readonly grade: string | null;
  readonly managerEmail: string | null;
  readonly exceptions: readonly ProfileException[];
  readonly awayUntil: Date | null;
  readonly workingStyle: WorkingStyle | null;
  readonly workingStyleFilled: boolean;
  readonly updatedAt: Date;
  readonly version: number;
}

/** Something that a profile still lacks before the person can be matched well. */
export interface MissingPart {
  readonly part: 'profile' | 'privacy' | 'skills' | 'goals' | 'goalStatement' | 'languages' | 'windows';
  /** What to do about it. */
  readonly message: string;
}
