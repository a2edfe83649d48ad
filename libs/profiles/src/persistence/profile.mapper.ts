import type { Taxonomy } from '#skills';
import type {
  FullProfileView,
  ProfileRole,
  ProfileSkillView,
  PublicProfileView,
} from '../application/profile.view.js';
import type { ProfilePageRow, WithSkills } from './profile.rows.js';

/** A profile as everybody of the program may see it. */
export function toPublicProfile(
  row: ProfilePageRow,
  skills: WithSkills['skills'],
  taxonomy: Taxonomy,
): PublicProfileView {
  return {
    participationId: row.participation_id,
    programId: row.program_id,
    role: row.role,
    state: row.state,
    name: row.name,
    headline: row.headline,
    about: row.about,
    country: row.country,
    city: row.city,
    organisation: row.organisation,
    department: row.department,
    yearsExperience: row.years_experience,
    languages: row.languages,
    skills: toSkillViews(skills, row.role, taxonomy),
    goals: row.goals,
    goalStatement: row.goal_statement,
    capacity: row.capacity,
    timeZone: row.time_zone,
    windows: row.windows,
    format: row.format,
    fields: Object.fromEntries(Object.entries(row.fields).filter(([key]) => row.public_fields.includes(key))),
  };
}

/** A profile with all that the person and the admins see; `own` adds the answers that are the person's alone. */
export function toFullProfile(
  row: ProfilePageRow,
  skills: WithSkills['skills'],
  taxonomy: Taxonomy,
  own: boolean,
): FullProfileView {
  return {
    ...toPublicProfile(row, skills, taxonomy),
    fields: row.fields,
    id: row.id,
    accountId: row.account_id,
    email: row.email,
    externalId: row.external_id,
    grade: row.grade,
    managerEmail: row.manager_email,
    exceptions: row.exceptions,
    awayUntil: row.away_until,
    workingStyle: own ? row.working_style : null,
    workingStyleFilled: row.working_style !== null,
    updatedAt: row.updated_at,
    version: row.version,
  };
}

/** Skills under the names that the program uses, the most wanted or best known first. */
export function toSkillViews(
  skills: WithSkills['skills'],
  role: ProfileRole,
  taxonomy: Taxonomy,
): ProfileSkillView[] {
  return skills.map((skill) => toSkillView(skill, role, taxonomy)).sort(mostFirst);
}

function toSkillView(
  row: WithSkills['skills'][number],
  role: ProfileRole,
  taxonomy: Taxonomy,
): ProfileSkillView {
  const skill = taxonomy.get(row.skill_id);
  return {
    skillId: skill?.id ?? row.skill_id,
    name: skill?.name ?? row.skill_id,
    level: role === 'mentor' ? row.level : null,
    priority: row.priority,
    currentLevel: role === 'mentee' ? row.level : null,
  };
}

function mostFirst(a: ProfileSkillView, b: ProfileSkillView): number {
  const weight = (skill: ProfileSkillView): number => skill.priority ?? skill.level ?? 0;
  return weight(b) - weight(a) || (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);
}
