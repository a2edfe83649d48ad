import type { Contribution } from '#scoring';

/** What an admin had said of a pair before a hand-made one took its place. */
export interface EarlierDecision {
  kind: string;
  note: string | null;
  decidedBy: string;
  decidedAt: string;
}

/** A pair that a hand-made one takes the place of. */
export interface DisplacedRow {
  menteeId: string;
  mentorId: string;
  score: number;
  before: EarlierDecision | null;
}

/** A pair that is still to be published and shares somebody with a new one. */
export interface StandingPairRow {
  mentee_id: string;
  mentor_id: string;
  score: number;
  locked: boolean;
  hand_made: boolean;
  decision: string | null;
  before: EarlierDecision | null;
}

/** A hand-made pair with names. */
export interface HandMadePairRow {
  mentee_id: string;
  mentee_name: string;
  mentor_id: string;
  mentor_name: string;
  score: number | null;
  contributions: Contribution[];
  broken_rules: string[];
  displaced: DisplacedRow[];
  mentorship_id: string | null;
  added_by: string;
  added_at: Date;
}
