import type { RosterProblem } from '#roster';

/** Which list a file holds. */
export type ImportKind = 'mentors' | 'mentees' | 'pairs';

/** An upload as an admin sees it. */
export interface ImportView {
  readonly id: string;
  readonly kind: ImportKind;
  readonly state: 'previewed' | 'applying' | 'applied' | 'failed';
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
  /** Problems of the file as a whole. */
  readonly fileProblems: readonly RosterProblem[];
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
}
