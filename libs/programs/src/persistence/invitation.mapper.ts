import type { InvitationStatus, InvitationView } from '../application/invitation.view.js';
import type { ProgramRole } from '../program-actor.js';
import type { InvitationEntity } from './invitation.entity.js';

const ROLES: readonly ProgramRole[] = ['mentee', 'mentor', 'owner', 'coordinator', 'sponsor'];

/** A role that was stored as text; the table allows no other. */
export function roleOf(text: string): ProgramRole {
  const role = ROLES.find((known) => known === text);
  if (role === undefined) throw new RangeError(`There is no role "${text}".`);
  return role;
}

/** Where an invitation stands at an instant. */
export function statusOf(row: InvitationEntity, now: Date): InvitationStatus {
  if (row.revokedAt !== null) return 'revoked';
  if (row.uses >= row.maxUses) return 'used';
  return row.expiresAt <= now ? 'expired' : 'open';
}

/** A row as a view. */
export function toInvitationView(row: InvitationEntity, now: Date): InvitationView {
  return {
    id: row.id,
    programId: row.programId,
    role: roleOf(row.role),
    email: row.email,
    note: row.note,
    uses: row.uses,
    maxUses: row.maxUses,
    status: statusOf(row, now),
    expiresAt: row.expiresAt,
    createdAt: row.createdAt,
  };
}
