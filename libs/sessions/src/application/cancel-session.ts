import { Database } from '#database';
import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import { type ProgramActor, ProgramQueries } from '#programs';
import { Injectable } from '@nestjs/common';
import { SessionRepository } from '../persistence/session.repository.js';
import { isLateCancellation } from '../policies/late-cancellation.js';
import { OpenSession } from './open-session.js';
import { cancelledEvent } from './session-events.js';
import { SessionQueries } from './session.queries.js';
import type { SessionView } from './session.view.js';

/** A session that is to be cancelled. */
export interface CancelSessionInput {
  readonly sessionId: string;
  /** The version that was read. */
  readonly version: number;
  /** For the other person to read. */
  readonly reason?: string | undefined;
}

/** Cancels a session and frees the time of both. */
@Injectable()
export class CancelSession {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly open: OpenSession,
    private readonly programs: ProgramQueries,
    private readonly sessions: SessionRepository,
    private readonly queries: SessionQueries,
  ) {}

  /** @throws SessionUnknownError, NotAllowedError, VersionConflictError, SessionStateError, SessionBegunError */
  async execute(input: CancelSessionInput, actor: ProgramActor): Promise<SessionView> {
    await this.db.transaction(async () => {
      const row = await this.open.lockPlanned(input.sessionId, input.version, 'cancel', actor);
      const { settings } = await this.programs.getById(row.program_id);
      const at = this.clock.now();
      const version = await this.sessions.cancel(row.id, {
        by: actor.accountId,
        at,
        late: isLateCancellation(row.starts_at, at, settings.lateCancellationHours),
        reason: input.reason ?? null,
      });
      await this.outbox.append(cancelledEvent({ id: row.id, programId: row.program_id, version }));
    });
    return this.queries.get(input.sessionId, actor);
  }
}
