/** Two people who are to start. */
export interface NewMentorship {
  /** Participation of the mentor. */
  readonly mentorId: string;
  /** Participation of the mentee. */
  readonly menteeId: string;
  readonly source: 'run' | 'request' | 'import' | 'admin';
  /** The run, request or import it comes from. */
  readonly sourceId: string | null;
  /** Content reasons, as each side may read them. */
  readonly rationale?: { readonly forMentee: readonly string[]; readonly forMentor: readonly string[] };
  /** Default now. */
  readonly startedAt?: Date;
  /** Default: the program's length after the start. */
  readonly endsAt?: Date;
  /** `proposed` until people have confirmed; past relationships that an import brings in. Default `active`. */
  readonly state?: 'proposed' | 'active' | 'completed' | 'ended';
  /** Only for past relationships. */
  readonly endedAt?: Date;
}

/** How strict starting is. */
export interface StartOptions {
  readonly programId: string;
  /** Refuse mentors without a free place (default true). */
  readonly enforceCapacity?: boolean;
  /** Most mentorships under way that a mentee may have after it; not limited when missing. */
  readonly mentorsPerMentee?: number;
  /** Leave out what can't be started and say so, instead of refusing everything (default false). */
  readonly skipRefused?: boolean;
  /** No event, so no intro mail (an import of pairs that know each other). */
  readonly silent?: boolean;
}

/** Why a pair was not started. */
export type StartRefusal = 'mentor-full' | 'mentee-has-mentor' | 'already-paired' | 'not-available';

/** A mentorship that was started. */
export interface StartedMentorship {
  readonly id: string;
  readonly mentorId: string;
  readonly menteeId: string;
}

/** A pair that was left out. */
export interface RefusedMentorship {
  readonly mentorId: string;
  readonly menteeId: string;
  readonly why: StartRefusal;
}

/** What became of the pairs, in their order. */
export interface StartOutcome {
  readonly started: readonly StartedMentorship[];
  readonly refused: readonly RefusedMentorship[];
}
