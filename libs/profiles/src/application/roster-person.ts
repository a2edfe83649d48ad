/** A person of a list that comes as JSON. What is missing keeps what is there. */
export interface RosterPerson {
  /** The organisation's own id. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly email: string;
  readonly country?: string | undefined;
  /** IANA zone; the program's when missing. */
  readonly timeZone?: string | undefined;
  readonly languages: readonly string[];
  readonly organisation?: string | undefined;
  readonly yearsExperience?: number | undefined;
  /** Weekly windows as in a file: `MO 18:00-20:00`. */
  readonly availability?: readonly string[] | undefined;
  readonly managerEmail?: string | undefined;
  readonly department?: string | undefined;
  readonly grade?: string | undefined;
  /** `rank` is a mentor's level 1–5, or a mentee's priority 1–3. */
  readonly skills?: readonly { readonly name: string; readonly rank: number }[] | undefined;
  /** Keys of goal areas: supported by a mentor, wanted by a mentee in order. */
  readonly goals?: readonly string[] | undefined;
  /** Mentees only. */
  readonly goalStatement?: string | undefined;
  /** Mentors only. */
  readonly capacity?: number | undefined;
}
