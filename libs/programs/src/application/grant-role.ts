import { Database } from '#database';
import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import { ParticipationRepository } from '../persistence/participation.repository.js';
import { LIVE_STATES, type ProgramActor } from '../program-actor.js';
import { ParticipationStateError } from '../programs.errors.js';
import { AuditLog } from './audit-log.js';
import { refuseUnlessMayInvite } from './may-invite.js';
import { ParticipationQueries } from './participation.queries.js';
import type { ParticipationView } from './participation.view.js';

/** Roles that run a program, or look at it. */
export type AdminRole = 'owner' | 'coordinator' | 'sponsor';

/** Gives somebody who takes part already a further role in running the program; taking it away is leaving it. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly rows: ParticipationRepository,
    private readonly queries: ParticipationQueries,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the participation in the new role. @throws NotAllowedError, NotFoundError, ParticipationStateError */
  async execute(
    input: { readonly participationId: string; readonly role: AdminRole },
    actor: ProgramActor,
  ): Promise<ParticipationView> {
    refuseUnlessMayInvite(input.role, actor);
    const person = await this.queries.getById(actor.programId, input.participationId);
    if (!LIVE_STATES.includes(person.state))
      throw new ParticipationStateError('Only somebody who takes part can get a further role.', {
        state: person.state,
      });
    const id = await this.db.transaction(async () => {
      const { row, created } = await this.rows.lockOrInsert(
        { programId: actor.programId, accountId: person.accountId, role: input.role },
        {
          state: 'active',
          source: 'invitation',
          decidedBy: actor.accountId,
          privacyConfirmedAt: this.clock.now(),
        },
      );
      const live = LIVE_STATES.some((state) => state === row.state);
      if (!created && !live) await this.rows.move(row, ['invite', 'join'], { decidedBy: actor.accountId });
      if (created || !live)
        await this.audit.record(actor, {
          action: 'participation.role-granted',
          subjectId: row.id,
          about: [row.id, person.id],
          fields: [input.role],
        });
      return row.id;
    });
    return this.queries.getById(actor.programId, id);
  }
}
