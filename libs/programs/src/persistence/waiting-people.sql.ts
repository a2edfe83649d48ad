/**
 * FROM and WHERE for `p`: imported people to whom nobody has written yet, and who have not come by themselves.
 *
 * $1 program, $2 role or null.
 */
export const WAITING_PEOPLE = `
FROM participation p JOIN account a ON a.id = p.account_id
WHERE p.program_id = $1 AND ($2::text IS NULL OR p.role = $2) AND p.source = 'import' AND p.state = 'active'
  AND p.privacy_confirmed_at IS NULL AND a.claimed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM wave_invitee w WHERE w.participation_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM outbox_event e WHERE e.dedupe_key = 'participation-imported-' || p.id)`;
