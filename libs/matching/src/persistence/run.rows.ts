import type { Contribution, Strength } from '#scoring';
import type { RunParameters } from '../application/match-input.js';
import type { RunKind } from '../application/request-runs.js';
import type { Publication } from '../application/run.view.js';

/** A pair of a run, and whether it still holds. */
export interface PublishablePairRow {
  mentee_id: string;
  mentor_id: string;
  contributions: Contribution[];
  hand_made: boolean;
  enrolled: boolean;
  forbidden: boolean;
}

/** A run with its counts. */
export interface RunRow {
  id: string;
  cohort_id: string;
  batch_id: string | null;
  label: string | null;
  kind: RunKind;
  state: string;
  progress: number;
  stage: string;
  parameters: RunParameters;
  input_hash: string | null;
  pairs: number;
  unmatched_mentees: number;
  summary: object | null;
  failure: string | null;
  readiness_overridden: boolean;
  requested_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  cancel_requested_at: Date | null;
  published_at: Date | null;
  publication: Publication | null;
  withdrawn_at: Date | null;
  withdraw_reason: string | null;
  version: number;
}

/** A pair with names. */
export interface RunPairRow {
  mentee_id: string;
  mentee_name: string;
  mentor_id: string;
  mentor_name: string;
  score: number;
  locked: boolean;
  strength: Strength | null;
  contributions: Contribution[];
  mentorship_id: string | null;
  decision: 'approved' | 'declined' | 'suppressed' | null;
  decision_note: string | null;
  decided_by: string | null;
  decided_at: Date | null;
}

/** Somebody left over, with a name. */
export interface RunUnmatchedRow {
  participation_id: string;
  name: string;
  role: 'mentor' | 'mentee';
  diagnosis: object;
}
