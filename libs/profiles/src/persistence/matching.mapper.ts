import type { MenteeProfile, MentorProfile, PersonProfile } from '#scoring';
import type { ScoringRow, WithSkills } from './profile.rows.js';

function toPerson(row: ScoringRow, paused: boolean): PersonProfile {
  const { country, grade } = row;
  return {
    id: row.participation_id,
    personKey: row.account_id,
    managerKey: row.manager_id ?? row.manager_email,
    name: row.name,
    languages: row.languages,
    timeZone: row.time_zone,
    windows: row.windows,
    yearsExperience: row.years_experience,
    organisation: row.organisation,
    department: row.department,
    city: row.city,
    format: row.format,
    workingStyle: row.working_style,
    attributes: { ...(country === null ? {} : { country }), ...(grade === null ? {} : { grade }) },
    paused,
    ...(Object.keys(row.fields).length === 0 ? {} : { fields: row.fields }),
  };
}

/** A row as a mentor of `#scoring`, without vetoes. */
export function toMentorProfile(
  row: ScoringRow,
  skills: WithSkills['skills'],
  paused: boolean,
): MentorProfile {
  return {
    ...toPerson(row, paused),
    skills: skills.map(({ skill_id, level }) => ({ skillId: skill_id, level: level ?? 1 })),
    goals: row.goals,
    capacity: row.capacity,
    vetoes: [],
  };
}

/** A row as a mentee of `#scoring`, without wishes. */
export function toMenteeProfile(
  row: ScoringRow,
  skills: WithSkills['skills'],
  paused: boolean,
): MenteeProfile {
  return {
    ...toPerson(row, paused),
    wants: skills.map(({ skill_id, level, priority }) => ({
      skillId: skill_id,
      priority: priority ?? 1,
      ...(level === null ? {} : { currentLevel: level }),
    })),
    goals: row.goals,
    wishes: [],
    roundsWaited: 0,
    priority: 0,
  };
}
