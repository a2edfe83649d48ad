import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import type { RankingRow } from './ranking.rows.js';

/** Reads what a ranking depends on beside profiles. */
@Injectable()
export class RankingRepository {
  constructor(private readonly db: Database) {}

  /** In one statement, because every look at the mentors asks. @param menteeId participation; null for nobody's ties */
  async find(programId: string, menteeId: string | null): Promise<RankingRow | null> {
    const [row] = await this.db.query<RankingRow>(
      `SELECT concat(g.version, ' ', md5(concat(g.settings, g.goal_areas, (SELECT string_agg(concat_ws(' ', f.id, f.version), ' ' ORDER BY f.id)
           FROM profile_field f WHERE f.program_id = g.id)))) AS words,
         (SELECT md5(string_agg(concat_ws(' ', s.id, s.merged_into, s.name), chr(10) ORDER BY s.id))
           FROM program_skill s WHERE s.program_id = g.id) AS skills,
         (SELECT r.id FROM match_run r WHERE r.program_id = g.id AND r.state = 'succeeded'
           AND r.kind = 'round' ORDER BY r.id DESC LIMIT 1) AS run,
         ARRAY(SELECT mentor_id::text FROM request
           WHERE mentee_id = $2 AND state IN ('draft', 'queued', 'awaiting_admin', 'pending') ORDER BY rank, id) AS wishes,
         ARRAY(SELECT mentor_id::text FROM mentorship
           WHERE mentee_id = $2 AND state IN ('proposed', 'active', 'paused')) AS together,
         (SELECT coalesce(json_agg(json_build_object('mentorId', e.mentor_id, 'endedOn', e.ended_on)), '[]') FROM (
           SELECT mentor_id, max(ended_at AT TIME ZONE 'UTC')::date::text AS ended_on FROM mentorship
           WHERE mentee_id = $2 AND NOT (source = 'run' AND end_reason IS NOT DISTINCT FROM 'withdrawn')
           GROUP BY mentor_id) e) AS ever
       FROM program g WHERE g.id = $1`,
      [programId, menteeId],
    );
    return row ?? null;
  }
}
