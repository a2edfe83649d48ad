import { MENTEE_COLUMNS } from './column-names.data.js';
import type { MenteeRow } from './person-rows.js';
import { readGoals } from './read-goals.js';
import { readRows, UniquePeople } from './read-people.js';
import { readPerson } from './read-person.js';
import type { ReadOptions, ReadResult } from './read-result.js';
import { readSkills } from './read-skills.js';
import type { RowCells } from './row-cells.js';
import type { Table } from './table.js';

/** Reads a list of mentees: the good rows, and every problem by row and column. Never throws. */
export function readMentees(table: Table, options: ReadOptions = {}): ReadResult<MenteeRow> {
  const unique = new UniquePeople();
  return readRows(table, MENTEE_COLUMNS, options, (cells) => {
    const mentee = readMentee(cells, options);
    unique.check(cells, mentee);
    return mentee;
  });
}

function readMentee(cells: RowCells, options: ReadOptions): MenteeRow {
  const scale = {
    word: 'priority',
    highest: 3,
    whenAbsent: options.defaults?.skillPriority ?? null,
  } as const;
  const skills = readSkills(cells, 'skills_wanted', scale, options.taxonomy);
  const mentee = {
    ...readPerson(cells, options),
    skillsWanted: skills.map(({ tag, skillId, rank }) => ({ tag, skillId, priority: rank })),
    goals: readGoals(cells, 'goals', options.goalAreas),
    goalStatement: cells.optional('goal_statement', 2000),
  };
  if (cells.text('skills_wanted') === '' && mentee.goals.length === 0) {
    cells.error('skills_wanted', 'missing-value', 'Name at least one skill, like "javascript:3".', '');
  }
  return mentee;
}
