import type { WeeklyWindow } from '#availability';

/** How well a language is spoken: 1 basic, 2 conversation, 3 work, 4 full. */
export type LanguageLevel = 1 | 2 | 3 | 4;

/** A spoken language by its ISO 639-1 code, lower case; an absent level counts as full (4). */
export interface SpokenLanguage {
  readonly code: string;
  readonly level?: LanguageLevel;
}

/** A skill that a mentor offers, at level 1 (knows it) to 5 (teaches it to experts). */
export interface OfferedSkill {
  readonly skillId: string;
  readonly level: number;
}

/** A skill that a mentee wants: priority 1..3 (3 is wanted most), current level 0..5 (absent counts as 1). */
export interface WantedSkill {
  readonly skillId: string;
  readonly priority: number;
  readonly currentLevel?: number;
}

/** Answers to the optional questionnaire: steps 1..5 by item, and the values picked. Unanswered items are left out. */
export interface WorkingStyle {
  readonly items: Readonly<Record<string, number>>;
  readonly values: readonly string[];
}

/** How somebody wants to meet. */
export type MeetingFormat = 'in_person' | 'online' | 'either';

/** A value in a field of a program. */
export type FieldValue = string | number | readonly string[];

/** What scoring reads of either side. Plain data: no entity, no instant. */
export interface PersonProfile {
  /** Stable id of the profile within the input; ties are broken by it. */
  readonly id: string;
  /** Who it is, the same for both roles of one person (an account id, or the email in lower case). */
  readonly personKey: string;
  /** `personKey` of the person's manager, where known. */
  readonly managerKey?: string | null;
  /** How reasons call the person. */
  readonly name?: string;
  readonly languages: readonly SpokenLanguage[];
  /** IANA zone. */
  readonly timeZone: string;
  readonly windows: readonly WeeklyWindow[];
  readonly yearsExperience: number | null;
  readonly organisation: string | null;
  readonly department: string | null;
  readonly city?: string | null;
  readonly format?: MeetingFormat | null;
  readonly workingStyle?: WorkingStyle | null;
  /** More that rules may name beside `organisation`, `department` and `city`, such as `country`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What the person put into fields of the program, by key: a text, a number, a date as `YYYY-MM-DD`, or several choices. */
  readonly fields?: Readonly<Record<string, FieldValue>>;
  /** False while an application is open or refused (default true). */
  readonly approved?: boolean;
  /** False when the person is not in the cohort (default true). */
  readonly enrolled?: boolean;
  /** True while the person takes no new pairs (default false). */
  readonly paused?: boolean;
}

/** Somebody who wants help. */
export interface MenteeProfile extends PersonProfile {
  readonly wants: readonly WantedSkill[];
  /** Goal areas, the most important first. */
  readonly goals: readonly string[];
  /** Ids of the mentors asked for, the most wanted first; empty when none were given. */
  readonly wishes: readonly string[];
  /** Least years that the mentor should be ahead (default 2). */
  readonly wantedExperienceGap?: number;
  /** Rounds that went by without a match; read by the order for places, never by the score. */
  readonly roundsWaited: number;
  /** Declared by the program, higher goes first; read by the order for places, never by the score. */
  readonly priority: number;
}

/** Somebody who gives help. */
export interface MentorProfile extends PersonProfile {
  readonly skills: readonly OfferedSkill[];
  /** Goal areas supported, in no order. */
  readonly goals: readonly string[];
  /** Free places. */
  readonly capacity: number;
  /** Ids of mentees that this mentor won't be matched with; never shown to anybody else. */
  readonly vetoes: readonly string[];
}
