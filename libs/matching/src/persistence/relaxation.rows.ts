import type { Database } from '#database';

/** Rules to lift, one or two, and for how many. */
export interface RuleRow {
  rules: string[];
  mentees: number;
  with_free_places: number;
}

/** A mentor with whom places are missing. */
export interface PlaceRow {
  mentor_id: string;
  name: string;
  mentees: number;
  places: number;
}

/** Something that mentees left over want, in one time zone. */
export interface WantRow {
  kind: 'goal' | 'skill' | 'time';
  what: string;
  time_zone: string;
  mentees: number;
}

/** What is counted of a run: how many are left over, and how many places a mentor of the round has on average. */
export interface LeftRow {
  mentees: number;
  places_each: number;
}

/** Longest list of each kind. */
const SHOWN = 20;

const LEFT = `SELECT participation_id AS id, diagnosis FROM match_unmatched
  WHERE run_id = $1 AND role = 'mentee' AND diagnosis->'cause'->>'kind' <> 'not-ready'`;

/** Counts the mentees whom a run left over although they were ready, and the places of the round's mentors. */
export async function readLeft(db: Database, runId: string): Promise<LeftRow> {
  const [row] = await db.query<LeftRow>(
    `SELECT (SELECT count(*)::int FROM (${LEFT}) l) AS mentees,
       coalesce((SELECT avg(pr.capacity)::float FROM match_run r JOIN cohort_member m ON m.cohort_id = r.cohort_id
         JOIN profile pr ON pr.participation_id = m.participation_id
         WHERE r.id = $1 AND m.role = 'mentor' AND pr.capacity > 0), 1) AS places_each`,
    [runId],
  );
  return row ?? { mentees: 0, places_each: 1 };
}

/** Rules by how many mentees they open somebody with a free place to, then by how many anybody. */
export async function readRules(db: Database, runId: string): Promise<RuleRow[]> {
  return db.query<RuleRow>(
    `SELECT array_remove(ARRAY[diagnosis->'relaxation'->>'rule', diagnosis->'relaxation'->>'also'], NULL) AS rules,
       count(*)::int AS mentees,
       (count(*) FILTER (WHERE (diagnosis->'relaxation'->>'withFreePlaces')::int > 0))::int AS with_free_places
     FROM (${LEFT}) l WHERE diagnosis->'relaxation'->>'kind' = 'lift-rule'
     GROUP BY 1 ORDER BY with_free_places DESC, mentees DESC, rules LIMIT ${SHOWN}`,
    [runId],
  );
}

/** Mentors by how many mentees places with them would serve. */
export async function readPlaces(db: Database, runId: string): Promise<PlaceRow[]> {
  return db.query<PlaceRow>(
    `SELECT w.mentor_id, a.name, w.mentees, w.places FROM (
       SELECT (diagnosis->'relaxation'->>'mentorId')::uuid AS mentor_id, count(*)::int AS mentees,
         max((diagnosis->'relaxation'->>'places')::int) AS places
       FROM (${LEFT}) l WHERE diagnosis->'relaxation'->>'kind' = 'more-places' GROUP BY 1) w
     JOIN participation p ON p.id = w.mentor_id JOIN account a ON a.id = p.account_id
     ORDER BY w.mentees DESC, w.places, w.mentor_id LIMIT ${SHOWN}`,
    [runId],
  );
}

/** What those left over want, by how many want it; each list is cut by itself. */
export async function readWants(db: Database, runId: string): Promise<WantRow[]> {
  return db.query<WantRow>(
    `WITH people AS (
       SELECT pr.id, pr.time_zone, pr.goals, pr.windows FROM (${LEFT}) l JOIN profile pr ON pr.participation_id = l.id),
     wants AS (
       SELECT p.id, 'goal' AS kind, g.what, p.time_zone
       FROM people p, jsonb_array_elements_text(p.goals) AS g(what)
       UNION
       SELECT p.id, 'skill', s.skill_id, p.time_zone FROM people p JOIN profile_skill s ON s.profile_id = p.id
       UNION
       SELECT p.id, 'time', concat(w.weekday, ' ', CASE WHEN w."startMinute" < 720 THEN 'morning'
           WHEN w."startMinute" < 1020 THEN 'afternoon' ELSE 'evening' END), p.time_zone
       FROM people p, jsonb_to_recordset(p.windows) AS w(weekday text, "startMinute" int)),
     counted AS (
       SELECT kind, what, time_zone, count(*)::int AS mentees,
         row_number() OVER (PARTITION BY kind ORDER BY count(*) DESC, what, time_zone) AS place
       FROM wants GROUP BY kind, what, time_zone)
     SELECT kind, what, time_zone, mentees FROM counted WHERE place <= ${SHOWN}
     ORDER BY mentees DESC, kind, what, time_zone`,
    [runId],
  );
}
