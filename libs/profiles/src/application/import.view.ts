import type { RosterProblem } from '#roster';

/** Which list a file holds. */
export type ImportKind = 'mentors' | 'mentees' | 'pairs';

/** What applying a row does to its person; `stays-out`: somebody who left or was declined is not brought back. */
export type ChangeKind = 'new' | 'changed' | 'unchanged' | 'returning' | 'stays-out';

/** A field whose value a list changes, both values as text; null when there is none. */
export interface FieldChange {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What a row changes. */
export interface RowChange {
  readonly change: ChangeKind;
  readonly fields: readonly FieldChange[];
}

/** Whom a full list pauses: those of its role who came by an import, are active, and are missing in it. */
export interface PauseCount {
  readonly count: number;
  /** Of how many. */
  readonly of: number;
  /** Most that are paused without a confirmation of the exact count. */
  readonly limit: number;
}

/** What applying would do, counted when the list was compared. */
export interface ImportDifferences {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly returning: number;
  readonly staysOut: number;
  /** Null where the list is not full. */
  readonly paused: PauseCount | null;
}

/** An upload as an admin sees it. */
export interface ImportView {
  readonly id: string;
  readonly kind: ImportKind;
  readonly state: 'receiving' | 'previewed' | 'applying' | 'applied' | 'failed';
  readonly fileName: string;
  /** Our column → the file's header. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly rowCount: number;
  readonly goodCount: number;
  readonly badCount: number;
  /** People or pairs that were new, once applied. */
  readonly createdCount: number;
  /** People or pairs that were known before, once applied. */
  readonly updatedCount: number;
  /** Whether it names everybody of its role. */
  readonly fullList: boolean;
  /** Null for pairs, and while the list is still arriving. */
  readonly differences: ImportDifferences | null;
  /** People whom it paused because they are missing in it, once applied. */
  readonly pausedCount: number;
  /** People who were paused for having been missing and are active again, once applied. */
  readonly returnedCount: number;
  /** Problems of the file as a whole. */
  readonly fileProblems: readonly RosterProblem[];
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
}
