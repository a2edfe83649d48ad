/** What came of asking people of an earlier round. */
export interface SameAgainCounts {
  readonly asked: number;
  readonly yes: number;
  readonly no: number;
  readonly silent: number;
}

/** An answer; null for silence. */
export type SameAgainAnswer = 'yes' | 'no';

/** Somebody who was asked, for admins. */
export interface SameAgainView {
  readonly participationId: string;
  readonly role: 'mentor' | 'mentee';
  readonly name: string;
  readonly answer: SameAgainAnswer | null;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
}

/** The question as whoever is asked sees it. */
export interface SameAgainQuestion {
  readonly programName: string;
  readonly cohortName: string;
  readonly termFrom: string;
  readonly role: 'mentor' | 'mentee';
  readonly answer: SameAgainAnswer | null;
  /** Neither pausing nor gone. */
  readonly active: boolean;
  /** Whether the round still takes people in. */
  readonly open: boolean;
}
