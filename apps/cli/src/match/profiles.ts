import { createTaxonomy, type CustomSkill, type Taxonomy } from '#skills';
import type { MenteeProfile, MentorProfile, PersonProfile } from '#scoring';
import type { MenteeRow, MentorRow, PersonRow } from '#roster';
import type { Lists } from './read-lists.js';

/** The people as scoring reads them, sorted by id, and the taxonomy with the skills that only they know. */
export interface People {
  readonly mentors: readonly MentorProfile[];
  readonly mentees: readonly MenteeProfile[];
  readonly taxonomy: Taxonomy;
}

/** Makes profiles of rows. A tag that the taxonomy does not know becomes a skill of its own, equal only to itself. */
export function toPeople(lists: Lists): People {
  const taxonomy = createTaxonomy(ownSkills(lists));
  const skillId = (skill: { readonly tag: string; readonly skillId: string | null }): string =>
    skill.skillId ?? taxonomy.resolve(skill.tag) ?? ownId(skill.tag);
  return {
    taxonomy,
    mentors: lists.mentors.map((row) => mentorProfile(row, skillId)).sort(byId),
    mentees: lists.mentees.map((row) => menteeProfile(row, skillId)).sort(byId),
  };
}

type SkillIdOf = (skill: { readonly tag: string; readonly skillId: string | null }) => string;

function mentorProfile(row: MentorRow, skillId: SkillIdOf): MentorProfile {
  return {
    ...personProfile(row),
    skills: row.skillsOffered.map((skill) => ({ skillId: skillId(skill), level: skill.level })),
    goals: row.goalsSupported,
    capacity: row.capacity,
    vetoes: [],
  };
}

function menteeProfile(row: MenteeRow, skillId: SkillIdOf): MenteeProfile {
  return {
    ...personProfile(row),
    wants: row.skillsWanted.map((skill) => ({ skillId: skillId(skill), priority: skill.priority })),
    goals: row.goals,
    wishes: [],
    roundsWaited: 0,
    priority: 0,
  };
}

function personProfile(row: PersonRow): PersonProfile {
  return {
    id: row.id,
    personKey: row.email,
    managerKey: row.managerEmail,
    name: row.name,
    languages: row.languages.map((code) => ({ code })),
    timeZone: row.timeZone,
    windows: row.windows,
    yearsExperience: row.yearsExperience,
    organisation: row.organisation,
    department: row.department,
    attributes: {
      ...(row.country === null ? {} : { country: row.country }),
      ...(row.grade === null ? {} : { grade: row.grade }),
    },
  };
}

function ownSkills(lists: Lists): CustomSkill[] {
  const tags = [
    ...lists.mentors.flatMap((row) => row.skillsOffered),
    ...lists.mentees.flatMap((row) => row.skillsWanted),
  ]
    .filter((skill) => skill.skillId === null)
    .map((skill) => skill.tag.toLowerCase());
  return [...new Set(tags)].sort(compareText).map((tag) => ({ id: ownId(tag), name: tag }));
}

function ownId(tag: string): string {
  return `own:${tag.toLowerCase()}`;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}

/** Order by code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
