import { Database } from '#database';
import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';

/** Answers the requests for other partners that a re-match was about, when it is published. */
@Injectable()
export class SettleRematch {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * In the transaction of the publication. A request whose mentorship ended for another is `rematched`, and whoever asked
   * reads the same as the partner; one for whose mentee no pair is left to publish is `not-found`, and whoever asked is told.
   * One whose pair is kept back stays open.
   */
  async execute(runId: string, freedIds: readonly string[], actor: ProgramActor): Promise<void> {
    const now = this.clock.now();
    await this.db.query(
      `UPDATE rematch_request q SET state = 'rematched', answered_by = $2, answered_at = $3, version = q.version + 1
       FROM mentorship m WHERE m.id = q.mentorship_id AND m.id = ANY($1::uuid[]) AND q.state = 'open'
         AND m.state = 'ended' AND m.end_reason = 'rematched'`,
      [freedIds, actor.accountId, now],
    );
    const none = await this.db.query<{ id: string }>(
      `UPDATE rematch_request q SET state = 'not-found', answered_by = $2, answered_at = $3, version = q.version + 1
       FROM mentorship m WHERE m.id = q.mentorship_id AND m.id = ANY($1::uuid[]) AND q.state = 'open'
         AND m.state IN ('proposed', 'active', 'paused')
         AND NOT EXISTS (SELECT 1 FROM match_pair p LEFT JOIN pair_decision d USING (run_id, mentee_id, mentor_id)
           WHERE p.run_id = $4 AND p.mentee_id = m.mentee_id AND d.kind IS DISTINCT FROM 'declined'
             AND NOT EXISTS (SELECT 1 FROM match_run r, jsonb_to_recordset(r.publication->'skipped')
               AS s("menteeId" uuid, "mentorId" uuid)
               WHERE r.id = p.run_id AND s."menteeId" = p.mentee_id AND s."mentorId" = p.mentor_id))
       RETURNING q.id`,
      [freedIds, actor.accountId, now, runId],
    );
    await this.outbox.append(
      ...none.map(({ id }) => ({
        type: 'rematch.answered.v1' as const,
        payload: { rematchRequestId: id },
        programId: actor.programId,
        subjectId: id,
        dedupeKey: `rematch.answered:${id}`,
      })),
    );
  }
}
