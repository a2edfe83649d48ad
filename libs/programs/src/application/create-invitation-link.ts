import { MailTokens } from '#accounts';
import { Database } from '#database';
import { InvalidInputError } from '#http';
import { Clock, Ids } from '#kernel';
import { Injectable } from '@nestjs/common';
import { InvitationEntity } from '../persistence/invitation.entity.js';
import { toInvitationView } from '../persistence/invitation.mapper.js';
import type { ProgramActor } from '../program-actor.js';
import { AuditLog } from './audit-log.js';
import type { InvitationView } from './invitation.view.js';

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;

/** Kind under which ids of invitations are signed. */
export const INVITATION_KIND = 'invitation';

/** Makes a link that several people may use to join, as mentors or as mentees. */
@Injectable()
export class CreateInvitationLink {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly tokens: MailTokens,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the invitation, and the token of its link; the same token can be read again later */
  async execute(
    input: {
      readonly role: 'mentor' | 'mentee';
      readonly note: string | null;
      readonly maxUses: number;
      readonly expiresAt: Date;
    },
    actor: ProgramActor,
  ): Promise<{ invitation: InvitationView; token: string }> {
    const now = this.clock.now();
    if (input.expiresAt <= now || input.expiresAt.getTime() > now.getTime() + MOST_DAYS * DAY_MS)
      throw new InvalidInputError([
        { path: 'expiresAt', message: `Give an instant within the next ${MOST_DAYS} days.` },
      ]);
    const id = this.ids.next();
    const repository = () => this.db.repository(InvitationEntity);
    await this.db.transaction(async () => {
      await repository().insert({
        ...input,
        id,
        programId: actor.programId,
        email: null,
        createdBy: actor.accountId,
        createdAt: now,
      });
      await this.audit.record(actor, { action: 'invitation.link-created', subjectId: id });
    });
    const row = await repository().findOneOrFail({ where: { id } });
    return { invitation: toInvitationView(row, now), token: this.tokens.signId(INVITATION_KIND, id) };
  }
}
