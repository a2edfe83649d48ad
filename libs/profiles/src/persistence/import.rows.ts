import type { RosterProblem } from '#roster';
import type { ImportDifferences, ImportKind, ImportView, RowChange } from '../application/import.view.js';

/** A row of `roster_import`. */
export interface ImportRecord {
  id: string;
  program_id: string;
  kind: ImportKind;
  state: ImportView['state'];
  file_name: string;
  mapping: Record<string, string>;
  header: string[];
  row_count: number;
  good_count: number;
  bad_count: number;
  created_count: number;
  updated_count: number;
  full_list: boolean;
  hold_mails: boolean;
  differences: ImportDifferences | null;
  confirmed_pauses: number | null;
  paused_count: number;
  returned_count: number;
  problems: RosterProblem[];
  failure: string | null;
  created_at: Date;
  applied_at: Date | null;
}

/** A row of `roster_import_row` that has problems. */
export interface ImportProblemRecord {
  row: number;
  good: boolean;
  problems: RosterProblem[];
}

/** A file's row on its way into the database. */
export interface NewImportRow {
  readonly row: number;
  readonly good: boolean;
  readonly cells: readonly string[];
  readonly data: object | null;
  readonly problems: readonly RosterProblem[];
  /** Lower case; null where none can be read. */
  readonly email: string | null;
  /** The organisation's own id; null where there is none. */
  readonly outerId: string | null;
}

/** What applying a row would do. */
export interface RowDifference extends RowChange {
  readonly row: number;
}
