import { Database } from '#database';
import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import type { PauseReason } from './participation.view.js';

/** Pauses many people at once in the name of the program, and keeps the reason. */
@Injectable()
export class PausePeople {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Whoever isn't active stays as they are. @returns how many were paused */
  async execute(
    programId: string,
    participationIds: readonly string[],
    reason: PauseReason,
  ): Promise<number> {
    return this.db.transaction(async () => {
      const paused = await this.db.query<{ id: string }>(
        `UPDATE participation SET state = 'paused', pause_reason = $3, state_changed_at = $4, version = version + 1
         WHERE program_id = $1 AND id = ANY($2::uuid[]) AND state = 'active' RETURNING id`,
        [programId, participationIds, reason, this.clock.now()],
      );
      await this.outbox.append(
        ...paused.map(({ id }) => ({
          type: 'participation.stopped.v1' as const,
          payload: { participationId: id },
          programId,
          subjectId: id,
        })),
      );
      return paused.length;
    });
  }
}
