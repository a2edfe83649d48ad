import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import type { PersonRow } from './person.rows.js';

/** Which people are read. */
export interface PeopleFilter {
  readonly programId: string;
  /** Only those enrolled there, with their place in the order. */
  readonly cohortId?: string;
  readonly role?: 'mentor' | 'mentee';
  readonly participationIds?: readonly string[];
  /** Continue a list behind this participation. */
  readonly after?: string | null;
  readonly limit?: number;
}

/** Reads who could be matched and what is in the way, in one statement. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly db: Database) {}

  /** By participation id. */
  async load(filter: PeopleFilter): Promise<PersonRow[]> {
    return this.db.query<PersonRow>(
      `SELECT p.id, p.role, p.state, a.name,
         (p.privacy_confirmed_at IS NOT NULL
           OR coalesce((g.settings->>'organisationInformsPeople')::boolean, false)) AS confirmed,
         pr.id IS NOT NULL AS has_profile, coalesce(l.live, 0)::int AS live, pr.capacity,
         (coalesce(jsonb_array_length(pr.goals), 0) > 0
           OR EXISTS (SELECT 1 FROM profile_skill s WHERE s.profile_id = pr.id)) AS has_content,
         coalesce(jsonb_array_length(pr.windows), 0) > 0 AS has_windows,
         w.wishes, coalesce(cm.rounds_waited, 0) AS rounds_waited, coalesce(cm.late, false) AS late, coalesce(cm.priority, 0) AS priority
       FROM participation p
       JOIN account a ON a.id = p.account_id
       JOIN program g ON g.id = p.program_id
       LEFT JOIN profile pr ON pr.participation_id = p.id
       LEFT JOIN cohort_member cm ON cm.participation_id = p.id AND cm.cohort_id = $2
       LEFT JOIN (
         SELECT CASE side WHEN 'mentor' THEN mentor_id ELSE mentee_id END AS person, count(*) AS live
         FROM mentorship CROSS JOIN (VALUES ('mentor'), ('mentee')) AS sides(side)
         WHERE program_id = $1 AND state IN ('proposed', 'active', 'paused') GROUP BY person
       ) AS l ON l.person = p.id
       LEFT JOIN LATERAL (
         SELECT array_agg(mentor_id::text ORDER BY rank, id) AS wishes FROM request
         WHERE mentee_id = p.id AND state IN ('draft', 'queued', 'awaiting_admin', 'pending')
       ) AS w ON true
       WHERE p.program_id = $1 AND p.role IN ('mentor', 'mentee')
         AND ($2::uuid IS NULL OR cm.participation_id IS NOT NULL)
         AND ($3::text IS NULL OR p.role = $3)
         AND ($4::uuid[] IS NULL OR p.id = ANY($4))
         AND ($5::uuid IS NULL OR p.id > $5)
       ORDER BY p.id LIMIT $6`,
      [
        filter.programId,
        filter.cohortId ?? null,
        filter.role ?? null,
        filter.participationIds ?? null,
        filter.after ?? null,
        filter.limit ?? null,
      ],
    );
  }
}
