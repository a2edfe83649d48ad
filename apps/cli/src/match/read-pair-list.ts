import type { PairOfIds } from '#assignment';
import { readPairs, readTable } from '#roster';
import { BadInputError } from '../cli-error.js';
import type { People } from './profiles.js';
import { readInput } from './read-file.js';

const MAX_ROWS = 200_000;

/**
 * Reads a list of pairs; people are named by id or email address. The order of the rows stays.
 *
 * @returns an empty list when there is no file
 * @throws BadInputError naming each row that is wrong or names somebody who is in no list
 */
export async function readPairList(
  path: string | null,
  people: Pick<People, 'mentees' | 'mentors'>,
): Promise<PairOfIds[]> {
  if (path === null) return [];
  const mentees = idsOf(people.mentees);
  const mentors = idsOf(people.mentors);
  const { table } = readTable(await readInput(path), { maxRows: MAX_ROWS });
  const known = { mentees: new Set(mentees.keys()), mentors: new Set(mentors.keys()) };
  const { rows, problems } = readPairs(table, {}, known);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new BadInputError(
      errors.map(({ row, column, message }) => `${path}, row ${row}, column "${column}": ${message}`),
    );
  }
  return rows.flatMap(({ mentee, mentor }) => {
    const menteeId = mentees.get(mentee);
    const mentorId = mentors.get(mentor);
    return menteeId === undefined || mentorId === undefined ? [] : [{ menteeId, mentorId }];
  });
}

function idsOf(
  side: readonly { readonly id: string; readonly personKey: string }[],
): ReadonlyMap<string, string> {
  return new Map([
    ...side.map(({ id, personKey }) => [personKey, id] as const),
    ...side.map(({ id }) => [id, id] as const),
  ]);
}
