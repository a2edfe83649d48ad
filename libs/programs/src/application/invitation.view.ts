import type { ProgramRole } from '../program-actor.js';

/** Where an invitation stands. */
export type InvitationStatus = 'open' | 'used' | 'revoked' | 'expired';

/** An invitation as admins see it. */
export interface InvitationView {
  readonly id: string;
  readonly programId: string;
  readonly role: ProgramRole;
  /** Null for a link that may be handed on. */
  readonly email: string | null;
  readonly note: string | null;
  readonly uses: number;
  readonly maxUses: number;
  readonly status: InvitationStatus;
  readonly expiresAt: Date;
  readonly createdAt: Date;
}

/** What somebody reads who was invited, before they say yes. */
export interface InvitationOffer {
  readonly programId: string;
  readonly programName: string;
  readonly description: string;
  readonly role: ProgramRole;
  readonly note: string | null;
  readonly invitedBy: string;
  readonly email: string | null;
  readonly expiresAt: Date;
}

/** An address that was not invited, and why. */
export interface SkippedAddress {
  readonly email: string;
  readonly reason: 'already-invited' | 'already-member';
}
