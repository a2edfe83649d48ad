import type { RunPairView, RunView } from '../application/run.view.js';
import type { RunPairRow, RunRow } from './run.rows.js';

/** A run for admins. */
export function toRunView(row: RunRow): RunView {
  return {
    id: row.id,
    cohortId: row.cohort_id,
    batchId: row.batch_id,
    label: row.label,
    kind: row.kind,
    state: row.state,
    progress: row.progress,
    stage: row.stage,
    parameters: row.parameters,
    inputHash: row.input_hash,
    pairs: row.pairs,
    unmatchedMentees: row.unmatched_mentees,
    summary: row.summary,
    failure: row.failure,
    readinessOverridden: row.readiness_overridden,
    requestedAt: row.requested_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    cancelRequested: row.cancel_requested_at !== null,
    publishedAt: row.published_at,
    publication: row.publication,
    withdrawnAt: row.withdrawn_at,
    withdrawReason: row.withdraw_reason,
    version: row.version,
  };
}

/** A pair for admins. */
export function toRunPairView(row: RunPairRow): RunPairView {
  return {
    mentee: { participationId: row.mentee_id, name: row.mentee_name },
    mentor: { participationId: row.mentor_id, name: row.mentor_name },
    score: row.score,
    locked: row.locked,
    strength: row.strength,
    contributions: row.contributions,
    mentorshipId: row.mentorship_id,
    decision:
      row.decision === null || row.decided_at === null
        ? null
        : { kind: row.decision, note: row.decision_note, by: row.decided_by ?? '', at: row.decided_at },
  };
}
