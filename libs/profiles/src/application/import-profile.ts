import type { MenteeRow, MentorRow } from '#roster';
import type { SkillToWrite } from '../persistence/profile.repository.js';
import type { ProfileToWrite } from './upsert-profiles.js';

/**
 * The profile that a row of a list asks for.
 *
 * @param skillIds skills by tag, as `ProgramSkills.resolve` gives them
 */
export function toProfile(
  participationId: string,
  role: 'mentor' | 'mentee',
  row: MentorRow | MenteeRow,
  skillIds: ReadonlyMap<string, readonly string[]>,
): ProfileToWrite {
  const person = {
    participationId,
    role,
    timeZone: row.timeZone,
    externalId: row.id === row.email ? null : row.id,
    country: row.country,
    organisation: row.organisation,
    department: row.department,
    grade: row.grade,
    managerEmail: row.managerEmail,
    yearsExperience: row.yearsExperience,
    languages: row.languages.map((code) => ({ code })),
    windows: row.windows,
    fields: row.fields,
  };
  if ('skillsOffered' in row) {
    const skills = best(row.skillsOffered, skillIds, (skill) => skill.level);
    return {
      ...person,
      capacity: row.capacity,
      goals: row.goalsSupported,
      skills: skills.map(([skillId, level]) => ({ skillId, level, priority: null })),
    };
  }
  const skills = best(row.skillsWanted, skillIds, (skill) => skill.priority);
  return {
    ...person,
    goals: row.goals,
    goalStatement: row.goalStatement,
    skills: skills.map(([skillId, priority]) => ({ skillId, level: null, priority })),
  };
}

/** Each skill once, with the highest number that any of its tags carries. */
function best<Tagged extends { readonly tag: string; readonly skillId: string | null }>(
  tagged: readonly Tagged[],
  skillIds: ReadonlyMap<string, readonly string[]>,
  numberOf: (one: Tagged) => number,
): [SkillToWrite['skillId'], number][] {
  const numbers = new Map<string, number>();
  for (const one of tagged) {
    const ids = one.skillId === null ? (skillIds.get(one.tag) ?? []) : [one.skillId];
    for (const id of ids) numbers.set(id, Math.max(numbers.get(id) ?? 0, numberOf(one)));
  }
  return [...numbers];
}
