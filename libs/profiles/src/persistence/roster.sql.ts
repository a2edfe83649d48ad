/** $1 program, $2 role, $3 addresses. */
export const KNOWN_PEOPLE = `
SELECT a.email, p.id AS "participationId", p.state, p.pause_reason AS "pauseReason",
  CASE WHEN f.id IS NULL THEN NULL ELSE jsonb_build_object(
    'externalId', f.external_id, 'country', f.country, 'timeZone', f.time_zone, 'languages', f.languages,
    'organisation', f.organisation, 'yearsExperience', f.years_experience, 'windows', f.windows,
    'managerEmail', f.manager_email, 'department', f.department, 'grade', f.grade, 'capacity', f.capacity,
    'goals', f.goals, 'goalStatement', f.goal_statement) END AS profile,
  coalesce((SELECT jsonb_agg(jsonb_build_object('skillId', s.skill_id, 'level', s.level, 'priority', s.priority))
    FROM profile_skill s WHERE s.profile_id = f.id), '[]') AS skills
FROM participation p JOIN account a ON a.id = p.account_id LEFT JOIN profile f ON f.participation_id = p.id
WHERE p.program_id = $1 AND p.role = $2 AND a.email = ANY($3)`;

/** $1 program, $2 role, $3 import. */
export const MISSING_PEOPLE = `
SELECT p.id, a.name, a.email
FROM participation p JOIN account a ON a.id = p.account_id LEFT JOIN profile f ON f.participation_id = p.id
WHERE p.program_id = $1 AND p.role = $2 AND p.source = 'import' AND p.state = 'active'
  AND a.email NOT IN (SELECT email FROM roster_import_row WHERE import_id = $3 AND email IS NOT NULL)
  AND (f.external_id IS NULL OR f.external_id NOT IN (
    SELECT outer_id FROM roster_import_row WHERE import_id = $3 AND outer_id IS NOT NULL))`;

/** $1 import. */
export const COUNT_DIFFERENCES = `
SELECT count(*) FILTER (WHERE change = 'new')::int AS new,
  count(*) FILTER (WHERE change = 'changed')::int AS changed,
  count(*) FILTER (WHERE change = 'unchanged')::int AS unchanged,
  count(*) FILTER (WHERE change = 'returning')::int AS returning,
  count(*) FILTER (WHERE change = 'stays-out')::int AS "staysOut"
FROM roster_import_row WHERE import_id = $1`;

/** $1 import. Within a part the reader has found them; this finds them across parts. */
export const MARK_DUPLICATES = `
WITH ranked AS (
  SELECT row, email,
    first_value(row) OVER (PARTITION BY email ORDER BY row) AS same_email,
    CASE WHEN outer_id IS NULL THEN row ELSE first_value(row) OVER (PARTITION BY outer_id ORDER BY row) END AS same_id
  FROM roster_import_row WHERE import_id = $1 AND good)
UPDATE roster_import_row r SET good = false, data = NULL, problems = r.problems || jsonb_build_object(
  'row', r.row, 'severity', 'error',
  'column', CASE WHEN d.same_email < d.row THEN 'email' ELSE 'id' END,
  'code', CASE WHEN d.same_email < d.row THEN 'duplicate-email' ELSE 'duplicate-id' END,
  'value', CASE WHEN d.same_email < d.row THEN r.email ELSE r.outer_id END,
  'message', format('This %s is already in row %s: every person has one row.',
    CASE WHEN d.same_email < d.row THEN 'email address' ELSE 'id' END, least(d.same_email, d.same_id)))
FROM ranked d
WHERE r.import_id = $1 AND r.row = d.row AND least(d.same_email, d.same_id) < d.row`;
