import { canonicalJson } from '#kernel';
import type { KnownPerson } from '../persistence/roster.rows.js';
import type { FieldChange, RowChange } from './import.view.js';
import type { ProfileToWrite } from './upsert-profiles.js';

const LONGEST = 200;

/** What a list can say of a person, in the order of its columns; skills apart. */
const FIELDS = [
  'externalId',
  'country',
  'timeZone',
  'languages',
  'organisation',
  'yearsExperience',
  'windows',
  'managerEmail',
  'department',
  'grade',
  'capacity',
  'goals',
  'goalStatement',
] as const;

/**
 * What writing a profile would change, by the rules of the bulk write: what a list doesn't say stays as it is.
 *
 * @param known the person in this role; undefined when there is none yet
 */
export function comparePerson(known: KnownPerson | undefined, given: ProfileToWrite): RowChange {
  if (known === undefined) return { change: 'new', fields: [] };
  if (known.state === 'left' || known.state === 'declined') return { change: 'stays-out', fields: [] };
  const fields: FieldChange[] = [];
  if (known.state === 'invited' || known.state === 'applied')
    fields.push({ field: 'state', from: known.state, to: 'active' });
  for (const field of FIELDS) {
    const [from, to] = [known.profile?.[field] ?? null, given[field] ?? null];
    if (to === null || canonicalJson(from) === canonicalJson(to)) continue;
    fields.push({ field, from: textOf(from), to: textOf(to) });
  }
  fields.push(...compareSkills(known.skills, given.skills));
  if (known.pauseReason === 'not-in-roster') return { change: 'returning', fields };
  return { change: fields.length === 0 ? 'unchanged' : 'changed', fields };
}

function compareSkills(known: KnownPerson['skills'], given: ProfileToWrite['skills']): FieldChange[] {
  if (given === undefined) return [];
  const before = new Map(known.map((skill) => [skill.skillId, skill]));
  const after = given.map((skill) => {
    const old = before.get(skill.skillId);
    return {
      ...skill,
      level: skill.level ?? old?.level ?? null,
      priority: skill.priority ?? old?.priority ?? null,
    };
  });
  const [from, to] = [skillsText(known), skillsText(after)];
  return from === to ? [] : [{ field: 'skills', from: from.slice(0, LONGEST), to: to.slice(0, LONGEST) }];
}

function skillsText(skills: KnownPerson['skills']): string {
  const texts = skills.map(({ skillId, level, priority }) => `${skillId}:${priority ?? level ?? ''}`);
  return texts.sort().join('; ');
}

function textOf(value: unknown): string | null {
  if (value === null || value === '') return null;
  return (typeof value === 'string' ? value : canonicalJson(value)).slice(0, LONGEST);
}
