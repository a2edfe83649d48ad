import { createTaxonomy } from '#skills';
import type pg from 'pg';
import { v7 } from 'uuid';

const ZONES = ['Europe/Berlin', 'Europe/London', 'Europe/Warsaw', 'Europe/Athens', 'Asia/Kolkata'];
const GOALS = ['leadership', 'career_change', 'networking', 'communication', 'conflict'];
const LANGUAGES = ['en', 'de', 'pl', 'fr', 'es'];
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR'];
const BATCH = 1_000;
/** Every so many mentees speaks a language that nobody else does, so that the run has people without any mentor. */
const ALONE_EVERY = 250;

/** Writes people of a program straight into the tables, all different, the same for the same sizes. */
export async function insertPeople(
  db: pg.Client,
  programId: string,
  role: 'mentor' | 'mentee',
  count: number,
): Promise<void> {
  const random = generator(role === 'mentor' ? 7 : 11);
  const skills = createTaxonomy().skills.map(({ id }) => id);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const popular = (): string => skills[Math.floor(skills.length * random() ** 2)] as string;
  for (let at = 0; at < count; at += BATCH) {
    const people = Array.from({ length: Math.min(BATCH, count - at) }, (_, index) => {
      const number = at + index;
      const alone = role === 'mentee' && number % ALONE_EVERY === 0;
      const wanted = role === 'mentor' ? 5 + Math.floor(random() * 8) : 3 + Math.floor(random() * 4);
      return {
        account: v7(),
        participation: v7(),
        profile: v7(),
        name: `${role === 'mentor' ? 'Mentor' : 'Mentee'} ${number + 1}`,
        zone: pick(ZONES),
        years: Math.floor(random() * (role === 'mentor' ? 30 : 8)) + (role === 'mentor' ? 3 : 0),
        capacity: role === 'mentor' ? 1 + Math.floor(random() * 3) : 1,
        organisation: `Organisation ${Math.floor(random() * 40)}`,
        goals: [...new Set([pick(GOALS), pick(GOALS), pick(GOALS)])],
        languages: alone ? [{ code: 'is' }] : [{ code: 'en' }, { code: pick(LANGUAGES) }],
        windows: Array.from({ length: 2 + Math.floor(random() * 4) }, () => {
          const startMinute = 60 * (8 + Math.floor(random() * 10));
          return {
            weekday: pick(DAYS),
            startMinute,
            endMinute: startMinute + 60 + 60 * Math.floor(random() * 3),
          };
        }),
        skills: [...new Set(Array.from({ length: wanted }, popular))].map((id) => ({
          id,
          level: 1 + Math.floor(random() * (role === 'mentor' ? 5 : 3)),
          priority: role === 'mentor' ? null : 1 + Math.floor(random() * 3),
        })),
      };
    });
    await write(db, programId, role, JSON.stringify(people));
  }
  await db.query('ANALYZE');
}

async function write(db: pg.Client, programId: string, role: string, rows: string): Promise<void> {
  const from = `FROM jsonb_to_recordset($1::jsonb) AS p(account uuid, participation uuid, profile uuid, name text,
    zone text, years int, capacity int, organisation text, goals jsonb, languages jsonb, windows jsonb, skills jsonb)`;
  await db.query('BEGIN');
  await db.query(
    `INSERT INTO account (id, email, name, time_zone) SELECT account, account || '@example.org', name, zone ${from}`,
    [rows],
  );
  await db.query(
    `INSERT INTO participation (id, program_id, account_id, role, state, source)
     SELECT participation, $2::uuid, account, $3::text, 'active', 'import' ${from}`,
    [rows, programId, role],
  );
  await db.query(
    `INSERT INTO profile (id, participation_id, program_id, role, time_zone, years_experience, capacity, organisation,
       goals, languages, windows)
     SELECT profile, participation, $2::uuid, $3::text, zone, years, capacity, organisation, goals, languages, windows
     ${from}`,
    [rows, programId, role],
  );
  await db.query(
    `INSERT INTO profile_skill (profile_id, skill_id, level, priority)
     SELECT profile, s.id, s.level, s.priority ${from}, jsonb_to_recordset(p.skills) AS s(id text, level int, priority int)`,
    [rows],
  );
  await db.query('COMMIT');
}

/** Mulberry32: a small generator, the same numbers on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
