import type { Database } from '#database';
import { type AnswerFacts, answerFactsOf } from '../application/answer-facts.js';

/** Somebody without a partner out of a run, told or to be told. */
export interface AnswerRow {
  id: string;
  name: string;
  account_id: string;
  role: 'mentee' | 'mentor';
  diagnosis: object | null;
  /** Pairs of the run that were not published: one that may still be, or none that will. */
  pair: 'open' | 'gone' | null;
  free_places: number;
  live: number;
  /** Whether they have found a partner meanwhile. */
  partnered: boolean;
  told_at: Date | null;
  told_facts: AnswerFacts | null;
}

/** Which of them are read. */
export interface AnswerFilter {
  readonly participationId?: string;
  readonly role?: 'mentee' | 'mentor' | null;
  /** Continue behind this row. */
  readonly after?: readonly [role: string, participationId: string] | null;
  readonly limit?: number;
}

/**
 * Everybody of a run's round who was told that they have no partner, or who has none: nobody whom the run itself gave a
 * mentorship, since they had their answer with that, nor anybody who has found one elsewhere or has left. A mentor who
 * goes on with earlier mentees has none where a free place stayed empty. Whoever joined after the hold waits for a re-match;
 * nobody is answered again whom another publication of the round has answered.
 */
export async function readAnswers(
  db: Database,
  runId: string,
  { participationId, role = null, after = null, limit }: AnswerFilter = {},
): Promise<AnswerRow[]> {
  return db.query<AnswerRow>(
    `WITH skipped AS (
       SELECT s."menteeId" AS mentee_id, s."mentorId" AS mentor_id FROM match_run r,
         jsonb_to_recordset(r.publication->'skipped') AS s("menteeId" uuid, "mentorId" uuid) WHERE r.id = $1),
     pairs AS (
       SELECT p.mentee_id, p.mentor_id, p.mentorship_id IS NOT NULL AS placed,
         p.mentorship_id IS NULL AND d.kind IS DISTINCT FROM 'declined' AND k.mentee_id IS NULL AS open
       FROM match_pair p LEFT JOIN pair_decision d USING (run_id, mentee_id, mentor_id)
       LEFT JOIN skipped k ON k.mentee_id = p.mentee_id AND k.mentor_id = p.mentor_id
       WHERE p.run_id = $1 AND ($2::uuid IS NULL OR p.mentee_id = $2 OR p.mentor_id = $2)),
     sides AS (
       SELECT s.person, bool_or(placed) AS placed, bool_or(open) AS open
       FROM pairs, LATERAL (VALUES (mentee_id), (mentor_id)) AS s(person) GROUP BY s.person)
     SELECT m.participation_id AS id, m.role, a.id AS account_id, a.name, u.diagnosis, t.told_at, t.facts AS told_facts,
       CASE WHEN s.open THEN 'open' WHEN s.person IS NOT NULL THEN 'gone' END AS pair,
       greatest(0, CASE m.role WHEN 'mentee' THEN 1 ELSE coalesce(pr.capacity, 0) END - l.live)::int AS free_places,
       l.live, NOT without.partner AS partnered
     FROM match_run r
     JOIN cohort_member m ON m.cohort_id = r.cohort_id
     JOIN participation p ON p.id = m.participation_id
     JOIN account a ON a.id = p.account_id
     LEFT JOIN profile pr ON pr.participation_id = p.id
     LEFT JOIN match_unmatched u ON u.run_id = r.id AND u.participation_id = p.id
     LEFT JOIN match_answer t ON t.run_id = r.id AND t.participation_id = p.id
     LEFT JOIN sides s ON s.person = p.id
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS live, max(x.started_at) AS newest FROM mentorship x
       WHERE (x.mentee_id = p.id OR x.mentor_id = p.id) AND x.state IN ('proposed', 'active', 'paused')) l
     CROSS JOIN LATERAL (
       SELECT l.live = 0 OR (m.role = 'mentor' AND l.live < coalesce(pr.capacity, 0)
         AND (r.published_at IS NULL OR l.newest < r.published_at)) AS partner) without
     WHERE r.id = $1
       AND (t.run_id IS NOT NULL OR (
         without.partner AND s.placed IS DISTINCT FROM true AND p.state NOT IN ('left', 'declined')
         AND r.withdrawn_at IS NULL AND m.enrolled_at <= coalesce(r.hold_until, 'infinity')
         AND NOT EXISTS (
           SELECT 1 FROM match_answer b JOIN match_run o ON o.id = b.run_id AND o.cohort_id = r.cohort_id
           WHERE b.participation_id = p.id AND o.id <> r.id AND o.withdrawn_at IS NULL)
         AND (r.published_at IS NOT NULL OR s.open IS DISTINCT FROM true)))
       AND ($2::uuid IS NULL OR m.participation_id = $2)
       AND ($3::text IS NULL OR m.role = $3)
       AND ($4::text IS NULL OR (m.role, m.participation_id) > ($4::text, $5::uuid))
     ORDER BY m.role, m.participation_id LIMIT $6`,
    [runId, participationId ?? null, role, after?.[0] ?? null, after?.[1] ?? null, limit ?? null],
  );
}

/** What the answer to somebody says: as it was given, or as it would be given now. */
export function factsOfAnswer(row: AnswerRow): AnswerFacts {
  if (row.told_facts !== null) return row.told_facts;
  const { role, diagnosis, pair, free_places: freePlaces, live } = row;
  return answerFactsOf({ role, diagnosis, pair, freePlaces, live });
}
