import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import type { ProfilePageRow, ProfileSkillRow, ShownRow } from './profile.rows.js';

/** Columns of a `ProfileRow`, from profile `p`, participation `pa` and account `a`. */
export const PROFILE_COLUMNS = `p.id, p.participation_id, p.program_id, pa.account_id, p.role, pa.state, a.name, a.email,
  p.external_id, p.headline, p.about, p.country, p.city, p.organisation, p.department, p.grade, p.manager_email,
  p.years_experience, p.languages, p.goals, p.goal_statement, p.capacity, p.time_zone, p.windows, p.exceptions,
  p.away_until, p.format, p.working_style, p.fields, p.updated_at, p.version`;

/** Where they come from. */
export const PROFILE_TABLES = `profile p JOIN participation pa ON pa.id = p.participation_id
  JOIN account a ON a.id = pa.account_id`;

/** Column `skills` of profile `p`: rows of its skills, by skill. */
export const SKILLS_COLUMN = `coalesce((SELECT json_agg(json_build_object('skill_id', s.skill_id, 'level', s.level,
  'priority', s.priority) ORDER BY s.skill_id) FROM profile_skill s WHERE s.profile_id = p.id), '[]') AS skills`;

/** Column `public_fields` of profile `p`: keys of those fields of the program that everybody reads. */
export const PUBLIC_FIELDS_COLUMN = `ARRAY(SELECT f.key FROM profile_field f
  WHERE f.program_id = p.program_id AND f.visible_to = 'everybody') AS public_fields`;

/** A skill to be written. */
export interface SkillToWrite {
  readonly skillId: string;
  readonly level: number | null;
  readonly priority: number | null;
}

/** Reads rows of profiles and writes the skills of one. */
@Injectable()
export class ProfileRepository {
  constructor(private readonly db: Database) {}

  /** Profiles of a program by participation; unknown ones are left out. */
  async findRows(programId: string, participationIds: readonly string[]): Promise<ProfilePageRow[]> {
    return this.db.query<ProfilePageRow>(
      `SELECT ${PROFILE_COLUMNS}, ${PUBLIC_FIELDS_COLUMN} FROM ${PROFILE_TABLES}
       WHERE p.program_id = $1 AND p.participation_id = ANY($2::uuid[])`,
      [programId, participationIds],
    );
  }

  /** The same with skills and with what decides who may see them, in one statement. */
  async findShown(programId: string, participationIds: readonly string[]): Promise<ShownRow[]> {
    return this.db.query<ShownRow>(
      `SELECT ${PROFILE_COLUMNS}, pa.privacy_confirmed_at, ${PUBLIC_FIELDS_COLUMN}, ${SKILLS_COLUMN} FROM ${PROFILE_TABLES}
       WHERE p.program_id = $1 AND p.participation_id = ANY($2::uuid[])`,
      [programId, participationIds],
    );
  }

  /** Skills by profile id. */
  async findSkills(profileIds: readonly string[]): Promise<ReadonlyMap<string, readonly ProfileSkillRow[]>> {
    const rows = await this.db.query<ProfileSkillRow>(
      `SELECT profile_id, skill_id, level, priority FROM profile_skill WHERE profile_id = ANY($1::uuid[])
       ORDER BY profile_id, skill_id`,
      [profileIds],
    );
    const byProfile = new Map<string, ProfileSkillRow[]>();
    for (const row of rows) {
      const known = byProfile.get(row.profile_id);
      if (known === undefined) byProfile.set(row.profile_id, [row]);
      else known.push(row);
    }
    return byProfile;
  }

  /** Replaces the skills of one profile. */
  async replaceSkills(profileId: string, skills: readonly SkillToWrite[]): Promise<void> {
    await this.db.query(`DELETE FROM profile_skill WHERE profile_id = $1`, [profileId]);
    if (skills.length === 0) return;
    await this.db.query(
      `INSERT INTO profile_skill (profile_id, skill_id, level, priority)
       SELECT $1, skill_id, level, priority FROM unnest($2::text[], $3::int[], $4::int[]) AS t(skill_id, level, priority)`,
      [
        profileId,
        skills.map((skill) => skill.skillId),
        skills.map((skill) => skill.level),
        skills.map((skill) => skill.priority),
      ],
    );
  }
}
