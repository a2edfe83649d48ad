import { Database } from '#database';
import { NotAllowedError } from '#http';
import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import type { ParticipationEntity } from '../persistence/participation.entity.js';
import { roleOf } from '../persistence/invitation.mapper.js';
import { ParticipationRepository } from '../persistence/participation.repository.js';
import { isAdmin, ownParticipation, type ProgramActor } from '../program-actor.js';
import { LastOwnerError, ParticipationStateError } from '../programs.errors.js';
import type { AuditAction } from './audit-actions.js';
import { AuditLog } from './audit-log.js';
import { ParticipationQueries } from './participation.queries.js';
import type { ParticipationView } from './participation.view.js';

const isPerson = (row: ParticipationEntity): boolean => row.role === 'mentor' || row.role === 'mentee';

/** Pause, resume, leave and the privacy notice: by the person, or by an admin on their behalf where that is right. */
@Injectable()
export class ChangeParticipation {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly rows: ParticipationRepository,
    private readonly queries: ParticipationQueries,
    private readonly audit: AuditLog,
  ) {}

  /** Takes no new pairs for a while. @throws ParticipationStateError, NotAllowedError */
  async pause(id: string, actor: ProgramActor): Promise<ParticipationView> {
    return this.change(id, actor, 'participation.paused', async (row) => {
      refuseForAdmins(row);
      await this.rows.move(row, ['pause']);
      await this.tellStopped(row);
    });
  }

  /** Takes new pairs again. @throws ParticipationStateError, NotAllowedError */
  async resume(id: string, actor: ProgramActor): Promise<ParticipationView> {
    return this.change(id, actor, 'participation.resumed', (row) => {
      refuseForAdmins(row);
      return this.rows.move(row, ['resume']);
    });
  }

  /** Leaves the program in this role. @throws LastOwnerError, ParticipationStateError, NotAllowedError */
  async leave(id: string, actor: ProgramActor): Promise<ParticipationView> {
    return this.change(id, actor, 'participation.left', async (row) => {
      if (await this.rows.isLastOwner(row)) throw new LastOwnerError();
      await this.rows.move(row, ['leave']);
      if (isPerson(row)) await this.tellStopped(row);
    });
  }

  /** Confirms the program's privacy notice; only the person can. */
  async confirmPrivacy(
    id: string,
    actor: Pick<ProgramActor, 'accountId' | 'programId'>,
  ): Promise<ParticipationView> {
    await this.db.transaction(async () => {
      const row = await this.rows.lock(actor.programId, id);
      if (row.accountId !== actor.accountId)
        throw new NotAllowedError('Only the person can confirm the privacy notice.');
      if (row.privacyConfirmedAt !== null) return;
      await this.rows.note(row, { privacyConfirmedAt: this.clock.now() });
    });
    return this.queries.getById(actor.programId, id);
  }

  private tellStopped({ id, programId }: ParticipationEntity): Promise<void> {
    return this.outbox.append({
      type: 'participation.stopped.v1',
      payload: { participationId: id },
      programId,
      subjectId: id,
    });
  }

  private async change(
    id: string,
    actor: ProgramActor,
    action: AuditAction,
    work: (row: ParticipationEntity) => Promise<unknown>,
  ): Promise<ParticipationView> {
    await this.db.transaction(async () => {
      const row = await this.rows.lock(actor.programId, id);
      const own = row.accountId === actor.accountId;
      const mayManage = isPerson(row) ? isAdmin(actor) : ownParticipation(actor, 'owner') !== null;
      if (!own && !mayManage) throw new NotAllowedError();
      await work(row);
      await this.audit.record(own ? { ...actor, role: roleOf(row.role) } : actor, {
        action,
        subjectId: row.id,
        about: [row.id],
      });
    });
    return this.queries.getById(actor.programId, id);
  }
}

function refuseForAdmins(row: ParticipationEntity): void {
  if (!isPerson(row))
    throw new ParticipationStateError(
      'Only mentors and mentees can pause; whoever runs a program leaves it.',
    );
}
