import type { ParticipationSource, ParticipationView } from '../application/participation.view.js';
import type { ParticipationRow } from './participation.rows.js';

const SOURCES: readonly ParticipationSource[] = ['founder', 'invitation', 'application', 'import'];

/** A row as a view. */
export function toParticipationView(row: ParticipationRow): ParticipationView {
  return {
    id: row.id,
    programId: row.program_id,
    accountId: row.account_id,
    name: row.name,
    email: row.email,
    role: row.role,
    state: row.state,
    source: SOURCES.find((known) => known === row.source) ?? 'application',
    pauseReason: row.pause_reason,
    applicationNote: row.application_note,
    decisionNote: row.decision_note,
    privacyConfirmedAt: row.privacy_confirmed_at,
    site: row.site,
    limitedToSite: row.limited_to_site,
    stateChangedAt: row.state_changed_at,
    createdAt: row.created_at,
    version: row.version,
  };
}
