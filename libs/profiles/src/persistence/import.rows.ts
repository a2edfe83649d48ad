import type { RosterProblem } from '#roster';
import type { ImportKind, ImportView } from '../application/import.view.js';

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
}
