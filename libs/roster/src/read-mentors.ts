import { MENTOR_COLUMNS } from './column-names.data.js';
import type { MentorRow } from './person-rows.js';
import { readGoals } from './read-goals.js';
import { readWhole } from './read-number.js';
import { readRows, UniquePeople } from './read-people.js';
import { readPerson } from './read-person.js';
import type { ReadOptions, ReadResult } from './read-result.js';
import { readSkills } from './read-skills.js';
import type { RowCells } from './row-cells.js';
import type { Table } from './table.js';

/** Reads a list of mentors: the good rows, and every problem by row and column. Never throws. */
export function readMentors(table: Table, options: ReadOptions = {}): ReadResult<MentorRow> {
  const unique = new UniquePeople();
  return readRows(table, MENTOR_COLUMNS, options, (cells) => {
    const mentor = readMentor(cells, options);
    unique.check(cells, mentor);
    return mentor;
  });
}

function readMentor(cells: RowCells, options: ReadOptions): MentorRow {
  const scale = { word: 'level', highest: 5, whenAbsent: options.defaults?.skillLevel ?? null } as const;
  const skills = readSkills(cells, 'skills_offered', scale, options.taxonomy);
  const mentor = {
    ...readPerson(cells, options),
    skillsOffered: skills.map(({ tag, skillId, rank }) => ({ tag, skillId, level: rank })),
    goalsSupported: readGoals(cells, 'goals_supported', options.goalAreas),
    capacity: readWhole(cells, 'capacity', 0, 50) ?? options.defaults?.capacity ?? 1,
  };
  if (cells.text('skills_offered') === '' && mentor.goalsSupported.length === 0) {
    cells.error('skills_offered', 'missing-value', 'Name at least one skill, like "javascript:3".', '');
  }
  return mentor;
}
