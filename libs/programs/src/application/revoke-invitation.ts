import { Database } from '#database';
import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { ProgramActor } from '../program-actor.js';
import { AuditLog } from './audit-log.js';
import { InvitationQueries } from './invitation.queries.js';
import type { InvitationView } from './invitation.view.js';
import { refuseUnlessMayInvite } from './may-invite.js';

/** Takes an invitation back; whoever has joined by it stays. */
@Injectable()
export class RevokeInvitation {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queries: InvitationQueries,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NotFoundError, NotAllowedError */
  async execute(input: { readonly invitationId: string }, actor: ProgramActor): Promise<InvitationView> {
    const { role } = await this.queries.getById(actor.programId, input.invitationId);
    refuseUnlessMayInvite(role, actor);
    const { invitationId } = input;
    await this.db.transaction(async () => {
      const revoked = await this.db.query(
        `UPDATE invitation SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id`,
        [invitationId, this.clock.now()],
      );
      if (revoked.length > 0)
        await this.audit.record(actor, { action: 'invitation.revoked', subjectId: invitationId });
    });
    return this.queries.getById(actor.programId, input.invitationId);
  }
}
