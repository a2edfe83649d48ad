/**
 * $1 published run, $2 question, $3 days to the first meeting. Mentees of the round by what they answered, and how many of
 * each group something is true for. A request counts when its mentor said no between the round's beginning and now.
 */
export const COUNT_GROUPS = `
WITH run AS (SELECT r.id, r.cohort_id, r.program_id, r.requested_at, c.created_at AS since
  FROM match_run r JOIN cohort c ON c.id = r.cohort_id WHERE r.id = $1),
mentee AS (
  SELECT p.account_id, m.id AS mentorship_id, m.state, w.place, d.kind AS decision,
    EXISTS (SELECT 1 FROM session s WHERE s.mentorship_id = m.id AND s.state = 'completed'
      AND s.starts_at < m.started_at + make_interval(days => $3)) AS met,
    EXISTS (SELECT 1 FROM request q WHERE q.mentee_id = cm.participation_id AND q.state = 'declined'
      AND q.closed_at >= run.since) AS refused
  FROM run
  JOIN cohort_member cm ON cm.cohort_id = run.cohort_id AND cm.role = 'mentee'
  JOIN participation p ON p.id = cm.participation_id
  LEFT JOIN match_pair k ON k.run_id = run.id AND k.mentee_id = cm.participation_id
  LEFT JOIN mentorship m ON m.id = k.mentorship_id
  LEFT JOIN pair_decision d ON d.run_id = run.id AND d.mentee_id = k.mentee_id AND d.mentor_id = k.mentor_id
  LEFT JOIN LATERAL (
    SELECT ranked.place FROM (
      SELECT q.mentor_id, row_number() OVER (ORDER BY q.rank, q.id) AS place FROM request q
      WHERE q.mentee_id = cm.participation_id AND q.created_at <= run.requested_at
        AND (q.closed_at IS NULL OR q.closed_at > run.requested_at)) ranked
    WHERE ranked.mentor_id = m.mentor_id) w ON true)
SELECT a.answer, count(*)::int AS people,
  count(*) FILTER (WHERE e.mentorship_id IS NOT NULL)::int AS "gotMentor",
  count(*) FILTER (WHERE e.place = 1)::int AS "gotFirstWish",
  count(*) FILTER (WHERE e.place IS NOT NULL)::int AS "gotAnyWish",
  count(*) FILTER (WHERE e.met)::int AS "metInTime",
  count(*) FILTER (WHERE e.state = 'ended')::int AS "endedEarly",
  count(*) FILTER (WHERE e.decision = 'approved')::int AS "pairApproved",
  count(*) FILTER (WHERE e.decision = 'declined')::int AS "pairDeclined",
  count(*) FILTER (WHERE e.refused)::int AS "requestDeclined"
FROM mentee e
LEFT JOIN group_answer a ON a.program_id = (SELECT program_id FROM run) AND a.account_id = e.account_id
  AND a.question = $2
GROUP BY a.answer`;
