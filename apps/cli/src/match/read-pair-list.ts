import type { PairOfIds } from '#assignment';
import { type KnownPeople, type PairRow, readPairs, readTable } from '#roster';
import { BadInputError } from '../cli-error.js';
import type { People } from './profiles.js';
import { readInput } from './read-file.js';

const MAX_ROWS = 200_000;

type Sides = Pick<People, 'mentees' | 'mentors'>;

/**
 * Reads a list of pairs; people are named by id or email address. The order of the rows stays.
 *
 * @returns an empty list when there is no file
 * @throws BadInputError naming each row that is wrong or names somebody who is in no list
 */
export async function readPairList(path: string | null, people: Sides): Promise<PairOfIds[]> {
  if (path === null) return [];
  const mentees = idsOf(people.mentees);
  const mentors = idsOf(people.mentors);
  const known = { mentees: new Set(mentees.keys()), mentors: new Set(mentors.keys()) };
  return (await readRows(path, known)).flatMap(({ mentee, mentor }) => {
    const menteeId = mentees.get(mentee);
    const mentorId = mentors.get(mentor);
    return menteeId === undefined || mentorId === undefined ? [] : [{ menteeId, mentorId }];
  });
}

/**
 * Reads the pairs of an earlier round, each once. Whoever is in no list has left since, and stays under the name that the
 * file gives.
 *
 * @throws BadInputError naming each row that is wrong
 */
export async function readEarlierPairs(path: string, people: Sides): Promise<PairOfIds[]> {
  const mentees = idsOf(people.mentees);
  const mentors = idsOf(people.mentors);
  const pairs = (await readRows(path)).map(({ mentee, mentor }) => ({
    menteeId: mentees.get(mentee) ?? mentee,
    mentorId: mentors.get(mentor) ?? mentor,
  }));
  const keyOf = ({ menteeId, mentorId }: PairOfIds): string => JSON.stringify([menteeId, mentorId]);
  return [...new Map(pairs.map((pair) => [keyOf(pair), pair])).values()];
}

async function readRows(path: string, known: KnownPeople = {}): Promise<readonly PairRow[]> {
  const { table } = readTable(await readInput(path), { maxRows: MAX_ROWS });
  const { rows, problems } = readPairs(table, {}, known);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new BadInputError(
      errors.map(({ row, column, message }) => `${path}, row ${row}, column "${column}": ${message}`),
    );
  }
  return rows;
}

function idsOf(
  side: readonly { readonly id: string; readonly personKey: string }[],
): ReadonlyMap<string, string> {
  return new Map([
    ...side.map(({ id, personKey }) => [personKey, id] as const),
    ...side.map(({ id }) => [id, id] as const),
  ]);
}
