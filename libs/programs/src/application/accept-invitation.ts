import { AccountQueries } from '#accounts';
import { Database } from '#database';
import { Clock } from '#kernel';
import type { ParticipationEvent } from '#lifecycle';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import type { InvitationEntity } from '../persistence/invitation.entity.js';
import { roleOf } from '../persistence/invitation.mapper.js';
import { InvitationRepository, refuseClosed } from '../persistence/invitation.repository.js';
import type { ParticipationEntity } from '../persistence/participation.entity.js';
import { ParticipationRepository } from '../persistence/participation.repository.js';
import { LIVE_STATES, type ParticipationState } from '../program-actor.js';
import { EmailNotVerifiedError, InvitationForOtherAddressError } from '../programs.errors.js';
import { InvitationQueries } from './invitation.queries.js';
import { needsApproval } from './needs-approval.js';
import { ParticipationQueries } from './participation.queries.js';
import type { ParticipationView } from './participation.view.js';
import { ProgramQueries } from './program.queries.js';

/** Joins a program by an invitation: at once by one's own mail, by a shared link as the program wants it. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly invitations: InvitationRepository,
    private readonly invitationQueries: InvitationQueries,
    private readonly rows: ParticipationRepository,
    private readonly queries: ParticipationQueries,
    private readonly programs: ProgramQueries,
    private readonly accounts: AccountQueries,
  ) {}

  /**
   * Somebody who takes part already gets their participation again and uses nothing up.
   *
   * @throws InvitationUnknownError, InvitationRevokedError, InvitationUsedError, InvitationExpiredError,
   *   InvitationForOtherAddressError, EmailNotVerifiedError
   */
  async execute(
    input: {
      readonly token: string;
      /** Whether the token was read in the account's own mailbox, which confirms its address for this. */
      readonly readInMailbox?: boolean;
    },
    actor: { readonly accountId: string },
  ): Promise<ParticipationView> {
    const invitationId = this.invitationQueries.idOf(input.token);
    const account = await this.accounts.getById(actor.accountId);
    const { programId, id } = await this.db.transaction(async () => {
      const invitation = await this.invitations.get(invitationId, { lock: true });
      if (invitation.email !== null && invitation.email !== account.email)
        throw new InvitationForOtherAddressError();
      if (account.emailVerifiedAt === null && input.readInMailbox !== true) throw new EmailNotVerifiedError();
      const known = await this.findLive(invitation, account.id);
      if (known !== undefined) return known;
      refuseClosed(invitation, this.clock.now());
      const row = await this.join(invitation, account.id);
      await this.invitations.countUse(invitation);
      return row;
    });
    return this.queries.getById(programId, id);
  }

  private async findLive(
    { programId, role, email }: InvitationEntity,
    accountId: string,
  ): Promise<{ id: string; programId: string } | undefined> {
    const own = await this.queries.listOfAccount(programId, accountId);
    // Whoever has applied and gets a personal invitation meanwhile becomes active by it.
    const settled: readonly ParticipationState[] = email === null ? [...LIVE_STATES, 'applied'] : LIVE_STATES;
    return own.find((each) => each.role === role && settled.includes(each.state));
  }

  private async join(invitation: InvitationEntity, accountId: string): Promise<ParticipationEntity> {
    const role = roleOf(invitation.role);
    const { settings } = await this.programs.getById(invitation.programId);
    const now = this.clock.now();
    const wait = invitation.email === null && needsApproval(role, settings);
    const notes = { source: 'invitation', privacyConfirmedAt: now };
    const { row, created } = await this.rows.lockOrInsert(
      { programId: invitation.programId, accountId, role },
      { ...notes, state: wait ? 'applied' : 'active' },
    );
    // Another invitation was accepted at the same moment.
    if (!created && LIVE_STATES.some((state) => state === row.state)) return row;
    // An open link brings nobody back whom an admin has declined; it lets them ask again.
    const ask = wait || (invitation.email === null && row.state === 'declined');
    if (!created) await this.rows.move(row, pathFrom(row.state, ask), notes);
    if (ask)
      await this.outbox.append({
        type: 'participation.applied.v1',
        payload: { participationId: row.id },
        programId: row.programId,
        subjectId: row.id,
      });
    return row;
  }
}

/** The events that lead somebody known to `applied` (when they ask) or to `active`. */
function pathFrom(state: string, ask: boolean): ParticipationEvent[] {
  if (ask) return ['apply'];
  if (state === 'invited') return ['join'];
  return state === 'applied' ? ['approve', 'activate'] : ['invite', 'join'];
}
