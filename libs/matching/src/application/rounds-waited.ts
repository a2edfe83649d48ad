import { Database } from '#database';
import { UNANSWERED } from '#mentorships';
import { Injectable } from '@nestjs/common';

const OF_RUN = `s.mentee_id = m.participation_id AND s.source = 'run' AND s.source_id = $3`;
/** It ended before everybody who was asked had said yes. */
const CAME_TO_NOTHING = `(s.state = 'ended' AND EXISTS (SELECT 1 FROM mentorship_confirmation n
  WHERE n.mentorship_id = s.id AND n.answer IS DISTINCT FROM 'confirmed'))`;

/** Rounds in a row in which mentees went without a mentor, as publications change them. */
@Injectable()
export class RoundsWaited {
  constructor(private readonly db: Database) {}

  /**
   * Mentees of a published round who are left over have waited one round more; those who have a mentor, by it or otherwise,
   * none; and for those whom the run could not match, such as somebody who is paused, or who said no to a proposal, or
   * nothing, nothing changes. It is reckoned from what was before the publication, so that a further part of the run may be
   * published, and proposals may come to nothing.
   */
  async count(runId: string, cohortId: string, programId: string): Promise<void> {
    await this.db.query(
      `UPDATE cohort_member SET rounds_waited_before = rounds_waited
       WHERE cohort_id = $1 AND role = 'mentee' AND rounds_waited_before IS NULL`,
      [cohortId],
    );
    await this.set(
      cohortId,
      programId,
      `CASE
         WHEN EXISTS (SELECT 1 FROM mentorship s WHERE ${OF_RUN} AND NOT ${CAME_TO_NOTHING}) THEN 0
         WHEN EXISTS (SELECT 1 FROM mentorship x WHERE x.mentee_id = m.participation_id
           AND x.state IN ('proposed', 'active', 'paused')) THEN 0
         WHEN EXISTS (SELECT 1 FROM mentorship s JOIN mentorship_confirmation a ON a.mentorship_id = s.id
           WHERE ${OF_RUN} AND ${CAME_TO_NOTHING} AND a.side = 'mentee' AND a.answer IS DISTINCT FROM 'confirmed'
             AND (a.answer = 'declined' OR s.end_reason = '${UNANSWERED}')) THEN m.rounds_waited_before
         WHEN EXISTS (SELECT 1 FROM match_pair p WHERE p.run_id = $3 AND p.mentee_id = m.participation_id)
           OR EXISTS (SELECT 1 FROM match_unmatched u WHERE u.run_id = $3 AND u.participation_id = m.participation_id
             AND u.diagnosis->'cause'->>'kind' <> 'not-ready') THEN m.rounds_waited_before + 1
         ELSE m.rounds_waited_before END`,
      runId,
    );
  }

  /** A re-match is no round more; whoever has a mentor by it has waited none. */
  async settle(runId: string, cohortId: string, programId: string): Promise<void> {
    await this.set(
      cohortId,
      programId,
      `CASE WHEN EXISTS (SELECT 1 FROM match_pair p WHERE p.run_id = $3 AND p.mentee_id = m.participation_id
         AND p.mentorship_id IS NOT NULL) THEN 0 ELSE m.rounds_waited END`,
      runId,
    );
  }

  /** As if nothing had been published. */
  async restore(cohortId: string, programId: string): Promise<void> {
    await this.set(cohortId, programId, 'coalesce(m.rounds_waited_before, m.rounds_waited)');
    await this.db.query(`UPDATE cohort_member SET rounds_waited_before = NULL WHERE cohort_id = $1`, [
      cohortId,
    ]);
  }

  /** Their numbers in rounds that are still being prepared follow, so that whoever waited goes first there. */
  private async set(cohortId: string, programId: string, value: string, ...more: string[]): Promise<void> {
    await this.db.query(
      `WITH counted AS (
         UPDATE cohort_member m SET rounds_waited = ${value}
         WHERE m.cohort_id = $1 AND m.role = 'mentee' RETURNING m.participation_id, m.rounds_waited)
       UPDATE cohort_member m SET rounds_waited = n.rounds_waited FROM counted n, cohort c
       WHERE m.participation_id = n.participation_id AND c.id = m.cohort_id AND c.program_id = $2 AND c.id <> $1
         AND c.state IN ('draft', 'open', 'closed', 'matching')`,
      [cohortId, programId, ...more],
    );
  }
}
