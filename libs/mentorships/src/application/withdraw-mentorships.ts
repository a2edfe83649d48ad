import { Database } from '#database';
import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';

interface WithdrawnRow {
  id: string;
  version: number;
}

/** Ends everything that a run's publication started, in the caller's transaction; those who heard of it are told. */
@Injectable()
export class WithdrawMentorships {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Mentorships that are over already stay as they ended. @returns how many were ended */
  async execute({ runId }: { readonly runId: string }, actor: ProgramActor): Promise<number> {
    return this.db.transaction(async () => {
      const live = await this.db.query<{ id: string }>(
        `SELECT id FROM mentorship WHERE program_id = $1 AND source = 'run' AND source_id = $2
           AND state IN ('proposed', 'active', 'paused') ORDER BY id FOR UPDATE`,
        [actor.programId, runId],
      );
      const ended = await this.db.query<WithdrawnRow>(
        `UPDATE mentorship SET state = 'ended', version = version + 1, ended_at = $2, ended_by = $3,
           end_reason = 'withdrawn'
         WHERE id = ANY($1::uuid[]) RETURNING id, version`,
        [live.map(({ id }) => id), this.clock.now(), actor.accountId],
      );
      const about = ({ id, version }: WithdrawnRow) => ({
        payload: { mentorshipId: id },
        programId: actor.programId,
        subjectId: id,
        subjectVersion: version,
      });
      await this.outbox.append(
        ...ended.flatMap((row) => [
          {
            type: 'mentorship.ended.v1' as const,
            ...about(row),
            dedupeKey: `mentorship-ended-${row.id}`,
          },
          {
            type: 'mentorship.withdrawn.v1' as const,
            ...about(row),
            dedupeKey: `mentorship-withdrawn-${row.id}`,
          },
        ]),
      );
      return ended.length;
    });
  }
}
