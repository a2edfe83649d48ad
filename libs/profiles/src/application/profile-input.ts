import type { UncheckedException, UncheckedWindow } from '#availability';

/** A skill as somebody gives it: a name, an alias or an id. */
export interface SkillInput {
  readonly skill: string;
  /** Mentors: 1–5. */
  readonly level?: number | undefined;
  /** Mentees: 1–3, 3 = wanted most. */
  readonly priority?: number | undefined;
  /** Mentees: where they are today, 0–5. */
  readonly currentLevel?: number | undefined;
}

/** A whole profile as somebody gives it; what is missing gets its default. Right in form, unchecked in meaning. */
export interface ProfileInput {
  readonly headline?: string | undefined;
  readonly about?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly organisation?: string | null | undefined;
  readonly department?: string | null | undefined;
  /** Organisations give these; absent keeps what is there, and only an admin may change them. */
  readonly grade?: string | null | undefined;
  readonly managerEmail?: string | null | undefined;
  readonly yearsExperience?: number | null | undefined;
  /** ISO 639-1, and 1–4; a missing level is full. */
  readonly languages?: readonly { readonly code: string; readonly level?: number | undefined }[] | undefined;
  readonly skills?: readonly SkillInput[] | undefined;
  readonly goals?: readonly string[] | undefined;
  readonly goalStatement?: string | undefined;
  readonly capacity?: number | undefined;
  /** The account's zone when missing. */
  readonly timeZone?: string | undefined;
  readonly windows?: readonly UncheckedWindow[] | undefined;
  readonly exceptions?: readonly UncheckedException[] | undefined;
  readonly awayUntil?: Date | null | undefined;
  readonly format?: string | undefined;
  /** Values of the program's own fields, by key; absent keeps what is there. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  readonly workingStyle?:
    | { readonly items: Readonly<Record<string, unknown>>; readonly values: readonly string[] }
    | null
    | undefined;
}
