import { normaliseEmail } from '#accounts';
import { addOpenDays } from '#availability';
import { Database } from '#database';
import { InvalidInputError } from '#http';
import { Clock, Ids } from '#kernel';
import { Outbox } from '#outbox';
import { isEmail } from '#roster';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { InvitationEntity } from '../persistence/invitation.entity.js';
import { toInvitationView } from '../persistence/invitation.mapper.js';
import { LIVE_STATES, type ProgramActor, type ProgramRole } from '../program-actor.js';
import { calendarOf } from '../settings/program-calendar.js';
import { AuditLog } from './audit-log.js';
import { refuseUnlessMayInvite } from './may-invite.js';
import { ProgramQueries } from './program.queries.js';
import type { InvitationView, SkippedAddress } from './invitation.view.js';

/** Days for which an invitation by mail is open; closed weeks do not count. */
const OPEN_DAYS = 30;

/** Invites people by their addresses; each gets a mail with a link that is theirs alone. */
@Injectable()
export class InviteByEmail {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly outbox: Outbox,
    private readonly programs: ProgramQueries,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Whoever is invited or takes part in this role already is left out and reported.
   *
   * @throws NotAllowedError for roles that only an owner gives, InvalidInputError
   */
  async execute(
    input: { readonly emails: readonly string[]; readonly role: ProgramRole; readonly note: string | null },
    actor: ProgramActor,
  ): Promise<{ invited: readonly InvitationView[]; skipped: readonly SkippedAddress[] }> {
    refuseUnlessMayInvite(input.role, actor);
    const emails = [...new Set(input.emails.map(normaliseEmail))];
    const problems = input.emails.flatMap((email, index) =>
      isEmail(normaliseEmail(email))
        ? []
        : [{ path: `emails.${index}`, message: 'Give an address like name@example.org.' }],
    );
    if (problems.length > 0) throw new InvalidInputError(problems);
    return this.db.transaction(async () => {
      // One list at a time for each program, so that nobody is invited twice by two admins at once.
      await this.db.query(`SELECT 1 FROM program WHERE id = $1 FOR NO KEY UPDATE`, [actor.programId]);
      const skipped = await this.skip(actor.programId, input.role, emails);
      const out = new Set(skipped.map(({ email }) => email));
      const invited = await this.insert(
        emails.filter((email) => !out.has(email)),
        input,
        actor,
      );
      return { invited, skipped };
    });
  }

  private async skip(
    programId: string,
    role: ProgramRole,
    emails: readonly string[],
  ): Promise<SkippedAddress[]> {
    return this.db.query<SkippedAddress>(
      `SELECT a.email, 'already-member' AS reason FROM participation pa JOIN account a ON a.id = pa.account_id
       WHERE pa.program_id = $1 AND pa.role = $2 AND a.email = ANY($3) AND pa.state = ANY($4)
       UNION
       SELECT i.email, 'already-invited' FROM invitation i
       WHERE i.program_id = $1 AND i.role = $2 AND i.email = ANY($3)
         AND i.revoked_at IS NULL AND i.uses < i.max_uses AND i.expires_at > $5
       ORDER BY 1`,
      [programId, role, emails, LIVE_STATES, this.clock.now()],
    );
  }

  private async insert(
    emails: readonly string[],
    { role, note }: { readonly role: ProgramRole; readonly note: string | null },
    actor: ProgramActor,
  ): Promise<InvitationView[]> {
    if (emails.length === 0) return [];
    const now = this.clock.now();
    const calendar = calendarOf(await this.programs.getById(actor.programId));
    const expiresAt = new Date(addOpenDays(now.getTime(), OPEN_DAYS, calendar));
    const rows = emails.map((email) => ({
      id: this.ids.next(),
      programId: actor.programId,
      role,
      email,
      note,
      createdBy: actor.accountId,
      maxUses: 1,
      expiresAt,
      createdAt: now,
    }));
    const repository = this.db.repository(InvitationEntity);
    await repository.insert(rows);
    await this.outbox.append(
      ...rows.map(({ id, programId }) => ({
        type: 'participation.invited.v1' as const,
        payload: { invitationId: id },
        programId,
        subjectId: id,
      })),
    );
    for (const { id } of rows) await this.audit.record(actor, { action: 'invitation.sent', subjectId: id });
    const saved = await repository.find({
      where: { id: In(rows.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
    return saved.map((row) => toInvitationView(row, now));
  }
}
