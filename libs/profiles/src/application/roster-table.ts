import type { Table } from '#roster';
import type { RosterPerson } from './roster-person.js';

type Cell = (person: RosterPerson) => string;

const list = (parts: readonly string[] | undefined): string => (parts ?? []).join('; ');

const PERSON: Readonly<Record<string, Cell>> = {
  id: ({ id }) => id ?? '',
  name: ({ name }) => name,
  email: ({ email }) => email,
  country: ({ country }) => country ?? '',
  time_zone: ({ timeZone }) => timeZone ?? '',
  languages: ({ languages }) => list(languages),
  organisation: ({ organisation }) => organisation ?? '',
  years_experience: ({ yearsExperience }) => yearsExperience?.toString() ?? '',
  availability: ({ availability }) => list(availability),
  manager_email: ({ managerEmail }) => managerEmail ?? '',
  department: ({ department }) => department ?? '',
  grade: ({ grade }) => grade ?? '',
};

const skills: Cell = (person) => list(person.skills?.map(({ name, rank }) => `${name}:${rank}`));

const COLUMNS: Readonly<Record<'mentor' | 'mentee', Readonly<Record<string, Cell>>>> = {
  mentor: {
    ...PERSON,
    skills_offered: skills,
    goals_supported: ({ goals }) => list(goals),
    capacity: ({ capacity }) => capacity?.toString() ?? '',
  },
  mentee: {
    ...PERSON,
    skills_wanted: skills,
    goals: ({ goals }) => list(goals),
    goal_statement: ({ goalStatement }) => goalStatement ?? '',
  },
};

/**
 * People as the table that a file of them would be, so that one reader checks both.
 *
 * @param firstRow number of the first person in the whole list, from 1
 */
export function rosterTable(
  role: 'mentor' | 'mentee',
  people: readonly RosterPerson[],
  firstRow: number,
): Table {
  const columns = Object.entries(COLUMNS[role]);
  return {
    header: columns.map(([name]) => name),
    rows: people.map((person, index) => ({
      number: firstRow + index,
      cells: columns.map(([, cellOf]) => cellOf(person)),
    })),
  };
}

/** Names of the columns of such a table. */
export function rosterHeader(role: 'mentor' | 'mentee'): string[] {
  return Object.keys(COLUMNS[role]);
}
