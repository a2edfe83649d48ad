/**
 * People enrolled in a round with what is in the way of a good match, as a query for a `WITH`: `id, role, name, reasons`.
 * Parameters: `$1` round, `$2` whether the organisation informs its people, `$3` the instant until which being away is no
 * hindrance. Reasons as in `ReadinessProblem`, in its order.
 */
export const READINESS = `
  SELECT p.id, p.role, a.name, p.account_id, p.state, array_remove(ARRAY[
    CASE WHEN p.state NOT IN ('approved', 'active', 'paused', 'left', 'declined') THEN 'not-approved' END,
    CASE WHEN p.state = 'paused' THEN 'paused' END,
    CASE WHEN pr.away_until > $3::timestamptz THEN 'away' END,
    CASE WHEN p.state IN ('left', 'declined') THEN 'left' END,
    CASE WHEN p.privacy_confirmed_at IS NULL AND NOT $2::boolean THEN 'not-confirmed' END,
    CASE WHEN a.claimed_at IS NULL THEN 'not-claimed' END,
    CASE WHEN pr.id IS NULL THEN 'no-profile' END,
    CASE WHEN p.role = 'mentor' AND coalesce(pr.capacity, 0) <= l.live THEN 'no-free-place' END,
    CASE WHEN p.role = 'mentee' AND l.live > 0 THEN 'has-mentor' END,
    CASE WHEN pr.id IS NOT NULL AND jsonb_array_length(pr.goals) = 0
      AND NOT EXISTS (SELECT 1 FROM profile_skill s WHERE s.profile_id = pr.id) THEN 'no-skills-or-goals' END,
    CASE WHEN jsonb_array_length(pr.windows) = 0 THEN 'no-availability' END
  ]::text[], NULL) AS reasons
  FROM cohort_member cm
  JOIN participation p ON p.id = cm.participation_id
  JOIN account a ON a.id = p.account_id
  LEFT JOIN profile pr ON pr.participation_id = p.id
  CROSS JOIN LATERAL (SELECT CASE p.role
    WHEN 'mentor' THEN (SELECT count(*) FROM mentorship m WHERE m.mentor_id = p.id AND m.state IN ('proposed', 'active', 'paused'))
    ELSE (SELECT count(*) FROM mentorship m WHERE m.mentee_id = p.id AND m.state IN ('proposed', 'active', 'paused'))
  END AS live) AS l
  WHERE cm.cohort_id = $1`;
