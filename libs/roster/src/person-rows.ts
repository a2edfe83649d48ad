import type { WeeklyWindow } from '#availability';
import type { FieldCells } from './read-fields.js';

/** What both lists say of a person. Text is trimmed; what is absent is null or empty. */
export interface PersonRow {
  /** Row as a spreadsheet shows it (header = 1). */
  readonly row: number;
  /** The file's own id, or the email address when the file has none. */
  readonly id: string;
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string | null;
  /** IANA zone. */
  readonly timeZone: string;
  /** ISO 639-1, lower case, at least one. */
  readonly languages: readonly string[];
  readonly organisation: string | null;
  readonly yearsExperience: number | null;
  /** Times that usually suit, in the person's own zone; empty when not given. */
  readonly windows: readonly WeeklyWindow[];
  /** Lower case. */
  readonly managerEmail: string | null;
  readonly department: string | null;
  readonly grade: string | null;
  /** What the list says for fields of the program, by key; missing when there are no such fields. */
  readonly fields?: FieldCells;
}

/** A skill that a mentor offers. */
export interface OfferedSkill {
  /** As typed. */
  readonly tag: string;
  /** Id in the taxonomy, or null for a skill that it does not know. */
  readonly skillId: string | null;
  /** 1 to 5. */
  readonly level: number;
}

/** A skill that a mentee wants. */
export interface WantedSkill {
  /** As typed. */
  readonly tag: string;
  /** Id in the taxonomy, or null for a skill that it does not know. */
  readonly skillId: string | null;
  /** 1 to 3, 3 = most wanted. */
  readonly priority: number;
}

/** A good row of a list of mentors. */
export interface MentorRow extends PersonRow {
  readonly skillsOffered: readonly OfferedSkill[];
  /** Keys of goal areas. */
  readonly goalsSupported: readonly string[];
  /** Mentees at a time, 0 to 50. */
  readonly capacity: number;
}

/** A good row of a list of mentees. */
export interface MenteeRow extends PersonRow {
  readonly skillsWanted: readonly WantedSkill[];
  /** Keys of goal areas, most important first. */
  readonly goals: readonly string[];
  readonly goalStatement: string | null;
}

/** Where a pair that is brought in stands. */
export type PairState = 'active' | 'completed' | 'ended';

/** A good row of a list of running or past pairs. */
export interface PairRow {
  readonly row: number;
  /** Id or email address (lower case) of the mentee, as in the lists of people. */
  readonly mentee: string;
  /** Id or email address (lower case) of the mentor. */
  readonly mentor: string;
  readonly score: number | null;
  readonly state: PairState;
  /** Local date, `2026-03-01`. */
  readonly startedOn: string | null;
  /** Local date. */
  readonly endedOn: string | null;
}
