/** A person of a request, as the other one sees them. */
export interface RequestPerson {
  /** Participation. */
  readonly participationId: string;
  readonly name: string;
  readonly headline: string;
  /** IANA name of the zone in which the person lives. */
  readonly timeZone: string;
}

/** A request as its reader may see it. */
export interface RequestView {
  readonly id: string;
  readonly programId: string;
  readonly state: string;
  /** The reader's side; null for an admin. */
  readonly you: 'mentee' | 'mentor' | null;
  /** Whose turn it is while it is pending. */
  readonly waitsFor: 'mentee' | 'mentor' | null;
  /** Order of choice, from 1; for the mentee alone. */
  readonly rank: number | null;
  /** Texts are for the two people alone. */
  readonly note: string | null;
  readonly question: string | null;
  readonly answer: string | null;
  readonly decisionReason: string | null;
  readonly mentor: RequestPerson;
  /** With what the mentee wants to reach, in their words. */
  readonly mentee: RequestPerson & { readonly goalStatement: string | null };
  readonly createdAt: Date;
  readonly pendingAt: Date | null;
  /** Until when it is open; known from the start. */
  readonly answerBy: Date | null;
  readonly closedAt: Date | null;
  readonly mentorshipId: string | null;
  readonly version: number;
}

/** A mentee's own requests. */
export interface MyRequests {
  readonly items: readonly RequestView[];
  /** How many may be open at once, and how many of them may wait for mentors at the same time. */
  readonly rankedChoices: number;
  readonly pendingAtOnce: number;
}

/** What a mentor was asked. */
export interface ReceivedRequests {
  readonly items: readonly RequestView[];
  /** Places that nobody has; never negative. */
  readonly freePlaces: number;
}
