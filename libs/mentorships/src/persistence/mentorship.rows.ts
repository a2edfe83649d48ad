/** A person who is to be in a mentorship, locked. */
export interface PersonPlaceRow {
  id: string;
  role: string;
  state: string;
  /** Places of a mentor; null without a profile. */
  capacity: number | null;
  /** Mentorships under way as mentor or as mentee. */
  live: number;
}

/** A mentorship under way or kept for the record, as it is locked for a change. */
export interface MentorshipRow {
  id: string;
  program_id: string;
  mentor_id: string;
  mentee_id: string;
  mentor_account_id: string;
  mentee_account_id: string;
  state: string;
  version: number;
}

/** One side's answer to a proposal. */
export interface ConfirmationRow {
  side: 'mentor' | 'mentee';
  answer: 'confirmed' | 'declined' | null;
}

/** Two people. */
export interface PairRow {
  mentor_id: string;
  mentee_id: string;
}

/** A mentorship with both people's names, for lists and for one view. */
export interface MentorshipViewRow extends MentorshipRow {
  source: string;
  rationale: { forMentee: string[]; forMentor: string[] };
  started_at: Date;
  ends_at: Date | null;
  ended_at: Date | null;
  ended_by: string | null;
  end_reason: string | null;
  /** By side, of those who are asked; null for what was never proposed. */
  answers: {
    mentor?: 'awaited' | 'confirmed' | 'declined';
    mentee?: 'awaited' | 'confirmed' | 'declined';
  } | null;
  answer_by: Date | null;
  mentor_name: string;
  mentor_email: string;
  mentor_time_zone: string;
  mentee_name: string;
  mentee_email: string;
  mentee_time_zone: string;
}
