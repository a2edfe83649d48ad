import {
  isError,
  looksLikeXlsx,
  readMentees,
  readMentors,
  readTable,
  readXlsxTable,
  type MenteeRow,
  type MentorRow,
  type ReadOptions,
  type ReadResult,
  type RosterProblem,
  type Table,
} from '#roster';
import type { Taxonomy } from '#skills';
import { BadInputError } from '../cli-error.js';
import { readInput } from './read-file.js';

/** A problem and the file it is in. */
export interface FileProblem extends RosterProblem {
  readonly list: 'mentors' | 'mentees';
}

/** Both lists as far as they are good. */
export interface Lists {
  readonly mentors: readonly MentorRow[];
  readonly mentees: readonly MenteeRow[];
  /** Rows that were left out, and warnings. */
  readonly problems: readonly FileProblem[];
}

/**
 * Reads both lists.
 *
 * @throws BadInputError naming every bad row and column; with `skipBadRows` only when a whole file is unusable
 */
export async function readLists(
  paths: { readonly mentors: string; readonly mentees: string },
  taxonomy: Taxonomy,
  skipBadRows: boolean,
): Promise<Lists> {
  const mentors = await readList(paths.mentors, readMentors, taxonomy);
  const mentees = await readList(paths.mentees, readMentees, taxonomy);
  const lines = [
    ...mentors.problems.filter(isFatal(skipBadRows)).map((problem) => describe(paths.mentors, problem)),
    ...mentees.problems.filter(isFatal(skipBadRows)).map((problem) => describe(paths.mentees, problem)),
  ];
  if (lines.length > 0) throw new BadInputError(lines);
  return {
    mentors: mentors.rows,
    mentees: mentees.rows,
    problems: [
      ...mentors.problems.map((problem) => ({ list: 'mentors' as const, ...problem })),
      ...mentees.problems.map((problem) => ({ list: 'mentees' as const, ...problem })),
    ],
  };
}

async function readList<Row>(
  path: string,
  readRows: (table: Table, options: ReadOptions) => ReadResult<Row>,
  taxonomy: Taxonomy,
): Promise<Pick<ReadResult<Row>, 'rows' | 'problems'>> {
  const bytes = await readInput(path);
  const maxRows = 200_000;
  const sheet = looksLikeXlsx(bytes)
    ? await readXlsxTable(bytes, { maxRows })
    : readTable(bytes, { maxRows });
  if (sheet.problems.some((problem) => isError(problem) && problem.row === 0)) {
    return { rows: [], problems: sheet.problems };
  }
  const read = readRows(sheet.table, { taxonomy });
  return { rows: read.rows, problems: [...sheet.problems, ...read.problems] };
}

/** Rows 0 and 1 are the file and its header: without them there is nothing to go on with. */
function isFatal(skipBadRows: boolean): (problem: RosterProblem) => boolean {
  return (problem) => isError(problem) && (!skipBadRows || problem.row <= 1);
}

function describe(path: string, problem: RosterProblem): string {
  const place = [
    problem.row > 0 ? `row ${problem.row}` : '',
    problem.column === '' ? '' : `column "${problem.column}"`,
  ].filter((part) => part !== '');
  const found = problem.value === '' ? '' : ` Found: ${JSON.stringify(problem.value)}.`;
  const fix = problem.suggestion === undefined ? '' : ` Suggested: ${JSON.stringify(problem.suggestion)}.`;
  return `${[path, ...place].join(', ')}: ${problem.message}${found}${fix}`;
}
