/** A person who asks or is asked. */
export interface RequestPersonRow {
  id: string;
  account_id: string;
  name: string;
  role: string;
  state: string;
  /** Whether others may see this person: informed about privacy. */
  confirmed: boolean;
  /** Places of a mentor that nobody has; may be negative. */
  free_places: number;
  away_until: Date | null;
  /** Requests under way to this mentor. */
  open_requests: number;
  /** When the first of them that waits for the mentor will have ended at the latest. */
  next_answer_by: Date | null;
}

/** A request with both people, as lists and views read it. */
export interface RequestViewRow {
  id: string;
  program_id: string;
  state: string;
  rank: number;
  note: string;
  question: string | null;
  asked_at: Date | null;
  answer: string | null;
  answered_at: Date | null;
  decision_reason: string | null;
  pending_at: Date | null;
  answer_by: Date | null;
  closed_at: Date | null;
  created_at: Date;
  mentorship_id: string | null;
  version: number;
  mentor_id: string;
  mentor_account_id: string;
  mentor_name: string;
  mentor_headline: string | null;
  mentor_time_zone: string;
  mentee_id: string;
  mentee_account_id: string;
  mentee_name: string;
  mentee_headline: string | null;
  mentee_goal_statement: string | null;
  mentee_time_zone: string;
}
