import { Database } from '#database';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import { ParticipationRepository } from '../persistence/participation.repository.js';
import type { ProgramActor } from '../program-actor.js';
import { AuditLog } from './audit-log.js';
import { ParticipationQueries } from './participation.queries.js';
import type { ParticipationView } from './participation.view.js';

/** An admin's answer to an application, with a note that the applicant reads. */
@Injectable()
export class DecideApplication {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly rows: ParticipationRepository,
    private readonly queries: ParticipationQueries,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NotFoundError, ParticipationStateError when there is no open application */
  async execute(
    input: {
      readonly participationId: string;
      readonly decision: 'approve' | 'decline';
      readonly note: string | null;
    },
    actor: ProgramActor,
  ): Promise<ParticipationView> {
    const { participationId, decision, note } = input;
    await this.db.transaction(async () => {
      const row = await this.rows.lock(actor.programId, participationId);
      await this.rows.move(row, [decision], { decisionNote: note, decidedBy: actor.accountId });
      await this.outbox.append({
        type: decision === 'approve' ? 'participation.approved.v1' : 'participation.declined.v1',
        payload: { participationId },
        programId: actor.programId,
        subjectId: participationId,
      });
      await this.audit.record(actor, {
        action: decision === 'approve' ? 'participation.approved' : 'participation.declined',
        subjectId: participationId,
        about: [participationId],
      });
    });
    return this.queries.getById(actor.programId, participationId);
  }
}
