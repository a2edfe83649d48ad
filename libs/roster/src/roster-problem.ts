/** `error`: the row is left out. `warning`: the row is taken, with what the message says. */
export type Severity = 'error' | 'warning';

/** What kind of problem it is; stable, for programs. */
export type RosterProblemCode =
  | 'empty-file'
  | 'unreadable-file'
  | 'unreadable-row'
  | 'broken-text'
  | 'too-many-rows'
  | 'missing-column'
  | 'unknown-mapping'
  | 'ambiguous-column'
  | 'missing-value'
  | 'too-long'
  | 'invalid-email'
  | 'duplicate-email'
  | 'duplicate-id'
  | 'duplicate-pair'
  | 'unknown-person'
  | 'unknown-country'
  | 'unknown-zone'
  | 'unknown-language'
  | 'invalid-number'
  | 'out-of-range'
  | 'invalid-skill'
  | 'unknown-skill'
  | 'duplicate-skill'
  | 'unknown-goal'
  | 'unknown-choice'
  | 'invalid-window'
  | 'invalid-date'
  | 'invalid-state';

/** Something wrong in a sheet, said so that whoever has the sheet open finds and repairs it. */
export interface RosterProblem {
  /** Row as a spreadsheet shows it (header = 1); 0 when it concerns the whole file. */
  readonly row: number;
  /** The header as it stands in the file, or our name of a column that is missing; empty for a whole row. */
  readonly column: string;
  /** The text found, cut to 200 characters. */
  readonly value: string;
  readonly severity: Severity;
  readonly code: RosterProblemCode;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** A value to put there instead, when one can be named: `Europe/Berlin`. */
  readonly suggestion?: string;
}

/** Whether a row must be left out. */
export function isError(problem: RosterProblem): boolean {
  return problem.severity === 'error';
}
