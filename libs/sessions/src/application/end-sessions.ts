import { Database } from '#database';
import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import { SessionRepository } from '../persistence/session.repository.js';
import { cancelledEvent } from './session-events.js';

/** Cancels what a mentorship that is over had planned, so that nobody waits and both are free again. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly sessions: SessionRepository,
  ) {}

  /** Answers how many were cancelled; a second run finds none. */
  async execute(mentorshipId: string): Promise<number> {
    return this.db.transaction(async () => {
      const at = this.clock.now();
      const planned = await this.sessions.lockPlanned(mentorshipId, at);
      for (const { id, program_id: programId, ended_by: by } of planned) {
        // It is nobody's unreliability, so it is not called late.
        const version = await this.sessions.cancel(id, { by, at, late: false, reason: null });
        await this.outbox.append(cancelledEvent({ id, programId, version }));
      }
      return planned.length;
    });
  }
}
