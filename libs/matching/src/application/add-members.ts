import { Database } from '#database';
import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { CohortEntity } from '../persistence/cohort.entity.js';

/** States in which nobody is late. */
const EARLY: readonly string[] = ['draft', 'open'];

/** Who is put into a round, and by whose word. */
export interface NewMembers {
  /** `all-active` leaves out those who said that they do not take part. */
  readonly participationIds: readonly string[] | 'all-active';
  /** Account; null where each comes by their own word. */
  readonly by: string | null;
}

/** Writes members of a locked round, in the caller's transaction. Whoever is in it already stays as they are. */
@Injectable()
export class AddMembers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Whoever comes after the enrolment is noted as late. @returns the participations that are new in it */
  async execute(
    { id, programId, state }: CohortEntity,
    { participationIds, by }: NewMembers,
  ): Promise<string[]> {
    const all = participationIds === 'all-active';
    // Rounds waited come from the round before in which a mentee was left over, unless somebody was found meanwhile; a
    // match that was taken back is nobody.
    const rows = await this.db.query<{ participation_id: string }>(
      `WITH added AS (
         INSERT INTO cohort_member (cohort_id, participation_id, role, enrolled_by, enrolled_at, late, rounds_waited)
         SELECT $1, p.id, p.role, coalesce($2::uuid, p.account_id), $3, $7, CASE WHEN p.role = 'mentor' THEN 0 ELSE coalesce((
             SELECT before.rounds_waited FROM cohort_member before JOIN cohort c ON c.id = before.cohort_id
             WHERE before.participation_id = p.id AND c.id <> $1
               AND (c.state IN ('published', 'running', 'completed')
                 OR (c.state = 'cancelled' AND before.rounds_waited_before IS NOT NULL))
               AND NOT EXISTS (SELECT 1 FROM mentorship m WHERE m.mentee_id = p.id AND m.started_at >= before.enrolled_at
                 AND NOT (m.source = 'run' AND m.end_reason IS NOT DISTINCT FROM 'withdrawn'))
             ORDER BY c.id DESC LIMIT 1), 0) END
         FROM participation p
         WHERE p.program_id = $4 AND p.role IN ('mentor', 'mentee')
           AND CASE WHEN $5 THEN p.state IN ('approved', 'active')
             AND NOT EXISTS (SELECT 1 FROM cohort_answer a WHERE a.cohort_id = $1 AND a.participation_id = p.id)
             ELSE p.id = ANY($6::uuid[]) END
         ON CONFLICT DO NOTHING RETURNING participation_id),
       forgotten AS (
         DELETE FROM cohort_answer a USING added WHERE a.cohort_id = $1 AND a.participation_id = added.participation_id)
       SELECT participation_id FROM added`,
      [id, by, this.clock.now(), programId, all, all ? [] : participationIds, !EARLY.includes(state)],
    );
    return rows.map((row) => row.participation_id);
  }
}
