import type { RosterProblem } from './roster-problem.js';

/** What was read: the good rows in file order, and everything that is wrong, by row. */
export interface ReadResult<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly RosterProblem[];
  /** Which header of the file was taken for which of our columns: worth remembering as a mapping. */
  readonly columns: Readonly<Record<string, string>>;
}

/** What the reader may be told about a file and the program it goes to. */
export interface ReadOptions {
  /** Our column → the file's header, where the names differ: `{ email: 'Work address' }`. */
  readonly mapping?: Readonly<Record<string, string>>;
  /** Keys of the program's goal areas; the standard twelve when absent. */
  readonly goalAreas?: readonly string[];
  /** Taken where a cell is empty or the column is missing. */
  readonly defaults?: {
    readonly timeZone?: string;
    readonly languages?: readonly string[];
    readonly capacity?: number;
  };
  /** Skills of the program's own list, as typed, that are not worth a warning. */
  readonly knownSkills?: readonly string[];
}
