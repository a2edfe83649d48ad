import { AccountQueries, type Actor } from '#accounts';
import { Database } from '#database';
import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import { ParticipationRepository } from '../persistence/participation.repository.js';
import { ApplicationsClosedError, EmailNotVerifiedError } from '../programs.errors.js';
import { needsApproval } from './needs-approval.js';
import { ParticipationQueries } from './participation.queries.js';
import type { ParticipationView } from './participation.view.js';
import { ProgramQueries } from './program.queries.js';

/** Asks to take part in a program that is open for it. */
@Injectable()
export class ApplyToProgram {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly rows: ParticipationRepository,
    private readonly queries: ParticipationQueries,
    private readonly programs: ProgramQueries,
    private readonly accounts: AccountQueries,
  ) {}

  /** @throws ApplicationsClosedError also for a program that does not exist, ParticipationStateError, EmailNotVerifiedError */
  async execute(
    input: { readonly programId: string; readonly role: 'mentor' | 'mentee'; readonly note: string | null },
    actor: Pick<Actor, 'accountId'>,
  ): Promise<ParticipationView> {
    const { programId, role, note } = input;
    const program = await this.programs.findById(programId);
    const open = role === 'mentor' ? program?.settings.mentorsMayApply : program?.settings.menteesMayApply;
    if (program === null || open !== true || program.state !== 'active') throw new ApplicationsClosedError();
    const account = await this.accounts.getById(actor.accountId);
    if (account.emailVerifiedAt === null) throw new EmailNotVerifiedError();
    const wait = needsApproval(role, program.settings);
    const notes = { source: 'application', applicationNote: note, privacyConfirmedAt: this.clock.now() };
    const id = await this.db.transaction(async () => {
      const { row, created } = await this.rows.lockOrInsert(
        { programId, accountId: account.id, role },
        { ...notes, state: wait ? 'applied' : 'approved' },
      );
      // Once declined, always looked at.
      const ask = wait || row.state === 'declined';
      if (!created) await this.rows.move(row, ask ? ['apply'] : ['apply', 'approve'], notes);
      await this.outbox.append({
        type: ask ? 'participation.applied.v1' : 'participation.approved.v1',
        payload: { participationId: row.id },
        programId,
        subjectId: row.id,
      });
      return row.id;
    });
    return this.queries.getById(programId, id);
  }
}
