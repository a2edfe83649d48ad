/** $1 program, $2 array of profiles as JSON, $3 now. Rows that would not change are not written and not returned. */
export const UPSERT_PROFILES = `
WITH given AS (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS r(
    id uuid, "participationId" uuid, role text, "externalId" text, headline text, about text, country text, city text,
    organisation text, department text, grade text, "managerEmail" text, "yearsExperience" int, languages jsonb,
    goals jsonb, "goalStatement" text, capacity int, "timeZone" text, windows jsonb, fields jsonb)
), merged AS (
  SELECT coalesce(p.id, r.id) AS id, r."participationId" AS participation_id, r.role,
    coalesce(r."externalId", p.external_id) AS external_id,
    coalesce(r.headline, p.headline, '') AS headline,
    coalesce(r.about, p.about, '') AS about,
    coalesce(r.country, p.country) AS country,
    coalesce(r.city, p.city) AS city,
    coalesce(r.organisation, p.organisation) AS organisation,
    coalesce(r.department, p.department) AS department,
    coalesce(r.grade, p.grade) AS grade,
    coalesce(r."managerEmail", p.manager_email) AS manager_email,
    coalesce(r."yearsExperience", p.years_experience) AS years_experience,
    coalesce(r.languages, p.languages, '[]') AS languages,
    coalesce(r.goals, p.goals, '[]') AS goals,
    coalesce(r."goalStatement", p.goal_statement, '') AS goal_statement,
    coalesce(r.capacity, p.capacity, 1) AS capacity,
    r."timeZone" AS time_zone,
    coalesce(r.windows, p.windows, '[]') AS windows,
    coalesce(p.fields, '{}') || coalesce(r.fields, '{}') AS fields
  FROM given r LEFT JOIN profile p ON p.participation_id = r."participationId"
)
INSERT INTO profile AS p (id, program_id, participation_id, role, external_id, headline, about, country, city,
  organisation, department, grade, manager_email, years_experience, languages, goals, goal_statement, capacity,
  time_zone, windows, fields, created_at, updated_at)
SELECT id, $1, participation_id, role, external_id, headline, about, country, city, organisation, department, grade,
  manager_email, years_experience, languages, goals, goal_statement, capacity, time_zone, windows, fields, $3, $3
FROM merged ORDER BY participation_id
ON CONFLICT ON CONSTRAINT profile_participation_key DO UPDATE SET
  external_id = excluded.external_id, headline = excluded.headline, about = excluded.about,
  country = excluded.country, city = excluded.city, organisation = excluded.organisation,
  department = excluded.department, grade = excluded.grade, manager_email = excluded.manager_email,
  years_experience = excluded.years_experience, languages = excluded.languages, goals = excluded.goals,
  goal_statement = excluded.goal_statement, capacity = excluded.capacity, time_zone = excluded.time_zone,
  windows = excluded.windows, fields = excluded.fields, updated_at = excluded.updated_at, version = p.version + 1
WHERE (p.external_id, p.headline, p.about, p.country, p.city, p.organisation, p.department, p.grade, p.manager_email,
    p.years_experience, p.languages, p.goals, p.goal_statement, p.capacity, p.time_zone, p.windows, p.fields)
  IS DISTINCT FROM (excluded.external_id, excluded.headline, excluded.about, excluded.country, excluded.city,
    excluded.organisation, excluded.department, excluded.grade, excluded.manager_email, excluded.years_experience,
    excluded.languages, excluded.goals, excluded.goal_statement, excluded.capacity, excluded.time_zone,
    excluded.windows, excluded.fields)
RETURNING participation_id, (xmax = 0) AS created`;

/** $1 as JSON: participations whose skills are replaced, each with the ids of its new skills. */
export const DELETE_SKILLS = `
DELETE FROM profile_skill ps
USING jsonb_to_recordset($1::jsonb) AS k("participationId" uuid, "skillIds" jsonb), profile p
WHERE p.participation_id = k."participationId" AND ps.profile_id = p.id AND NOT k."skillIds" ? ps.skill_id
RETURNING p.participation_id, false AS created`;

/** $1 skills as JSON. */
export const UPSERT_SKILLS = `
WITH written AS (
  INSERT INTO profile_skill AS ps (profile_id, skill_id, level, priority)
  SELECT p.id, s."skillId", s.level, s.priority
  FROM jsonb_to_recordset($1::jsonb) AS s("participationId" uuid, "skillId" text, level int, priority int)
    JOIN profile p ON p.participation_id = s."participationId"
  ORDER BY p.id, s."skillId"
  ON CONFLICT (profile_id, skill_id) DO UPDATE
    SET level = coalesce(excluded.level, ps.level), priority = coalesce(excluded.priority, ps.priority)
    WHERE (ps.level, ps.priority) IS DISTINCT FROM
      (coalesce(excluded.level, ps.level), coalesce(excluded.priority, ps.priority))
  RETURNING profile_id)
SELECT DISTINCT p.participation_id, false AS created FROM written w JOIN profile p ON p.id = w.profile_id`;
