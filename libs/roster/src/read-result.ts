import type { Taxonomy } from '#skills';
import type { FieldColumn } from './read-fields.js';
import type { RosterProblem } from './roster-problem.js';

/** What was read: the good rows in file order, and everything that is wrong, by row. */
export interface ReadResult<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly RosterProblem[];
  /** Which header of the file was taken for which of our columns: worth remembering as a mapping. */
  readonly columns: Readonly<Record<string, string>>;
  /** Headers that were not read. */
  readonly unusedColumns: readonly string[];
}

/** The part of a taxonomy that reading needs. */
export type SkillNames = Pick<Taxonomy, 'resolveAll' | 'suggest'>;

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
    /** Level 1–5 of an offered skill that is written without one; without this default it is an error. */
    readonly skillLevel?: number;
    /** Priority 1–3 of a wanted skill that is written without one; without this default it is an error. */
    readonly skillPriority?: number;
  };
  /** Fields of the program; a list may have a column for each. */
  readonly fields?: readonly FieldColumn[];
  /** Knows the skills, the program's own among them; without it tags are taken as typed and none is unknown. */
  readonly taxonomy?: SkillNames;
}
