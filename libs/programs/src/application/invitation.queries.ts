import { AccountQueries, MailTokens } from '#accounts';
import { Database } from '#database';
import { decodeCursor, encodeCursor, NotFoundError } from '#http';
import { Clock, type Page, type PageRequest, toPage } from '#kernel';
import { Injectable } from '@nestjs/common';
import { InvitationEntity } from '../persistence/invitation.entity.js';
import { roleOf, toInvitationView } from '../persistence/invitation.mapper.js';
import { InvitationRepository, refuseClosed } from '../persistence/invitation.repository.js';
import { InvitationUnknownError } from '../programs.errors.js';
import { INVITATION_KIND } from './create-invitation-link.js';
import type { InvitationOffer, InvitationView } from './invitation.view.js';
import { ProgramQueries } from './program.queries.js';

/** Reads invitations. */
@Injectable()
export class InvitationQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly rows: InvitationRepository,
    private readonly tokens: MailTokens,
    private readonly programs: ProgramQueries,
    private readonly accounts: AccountQueries,
  ) {}

  /** The id inside a token; @throws InvitationUnknownError for one that is not ours */
  idOf(token: string): string {
    const id = this.tokens.verifySignedId(INVITATION_KIND, token);
    if (id === null) throw new InvitationUnknownError();
    return id;
  }

  /** The token of a link that several may use; null for invitations by mail, which only their addressees get. */
  linkToken(invitation: InvitationView): string | null {
    return invitation.email === null ? this.tokens.signId(INVITATION_KIND, invitation.id) : null;
  }

  /** The invitation of this program; @throws NotFoundError */
  async getById(programId: string, id: string): Promise<InvitationView> {
    const row = await this.db.repository(InvitationEntity).findOne({ where: { id, programId } });
    if (row === null) throw new NotFoundError('This invitation');
    return toInvitationView(row, this.clock.now());
  }

  /** What a token offers; changes nothing. @throws InvitationUnknownError and the errors of closed invitations */
  async getOffer(token: string): Promise<InvitationOffer> {
    const row = await this.rows.get(this.idOf(token), { lock: false });
    refuseClosed(row, this.clock.now());
    const [program, inviter] = await Promise.all([
      this.programs.getById(row.programId),
      this.accounts.getById(row.createdBy),
    ]);
    return {
      programId: program.id,
      programName: program.name,
      description: program.description,
      role: roleOf(row.role),
      note: row.note,
      invitedBy: inviter.name,
      email: row.email,
      expiresAt: row.expiresAt,
    };
  }

  /** All invitations of a program, the newest first. */
  async list(programId: string, page: PageRequest): Promise<Page<InvitationView>> {
    const before = decodeCursor(page.cursor, ['id'])?.[0];
    const query = this.db
      .repository(InvitationEntity)
      .createQueryBuilder('i')
      .where('i.programId = :programId', { programId })
      .orderBy('i.id', 'DESC')
      .take(page.limit + 1);
    if (before !== undefined) query.andWhere('i.id::text < :before', { before });
    const rows = await query.getMany();
    const now = this.clock.now();
    return toPage(
      rows.map((row) => toInvitationView(row, now)),
      page.limit,
      (last) => encodeCursor([last.id]),
    );
  }
}
